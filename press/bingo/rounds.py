"""Rounds tried out while boards are chosen: what another line would do to those that have one winner.

A set of rounds is a whole number with a bit for each of them, so that one operation plays them all. Phrases are bits as
well; a line is the sum of its phrases. Of a line that a further board would hold, two moments of a round count: full
before the first bingo, it wins alone; full only at that very call, it shares.
"""

import hashlib
import struct
from collections.abc import Iterable
from functools import reduce
from operator import and_, itemgetter, or_

# As many as fit into the time. With fewer, late boards are chosen by chance (the 300th of 25 phrases on 3 × 3: two or
# more win in 49 % of rounds with 1,200 of them, in 41 % with 2,000); a small pool has fewer lines to tell apart.
ROUNDS_PER_PHRASE = 80
MOST_FALLEN = 30_000  # phrases that fall in all rounds together

Line = int
Lines = tuple[Line, ...]  # the winning lines of a board


class Worth(dict[Line, int]):
    """Line → how many rounds more have one winner once a further board holds it; counted when first asked for."""

    def __init__(self, fallen: dict[int, int], won: int, spoilt: int) -> None:
        """`fallen` has the rounds of each phrase for both moments side by side; `won` and `spoilt` are the moments
        that win a round, and those that spoil one."""
        self.fallen, self._won, self._spoilt = fallen, won, spoilt
        self._counted, self._least = won | spoilt, spoilt.bit_count()

    def __missing__(self, line: Line) -> int:
        # Won and not spoilt, in one count: counting bits is what takes longest.
        worth = ((_full(line, self.fallen) ^ self._spoilt) & self._counted).bit_count() - self._least
        self[line] = worth
        return worth

    def take(self, lines: Lines) -> None:
        """A board has got these lines: the next one shares a line that was free; one that is shared costs no more."""
        for line in lines:
            self[line] = -(_full(line, self.fallen) & self._won).bit_count() if self[line] >= 0 else 0


class Rounds:
    """The same rounds every time, played with more and more boards."""

    def __init__(self, phrases: int) -> None:
        self._calls = _calls(phrases)
        self._size = len(self._calls[0])
        self._fallen: dict[int, dict[int, int]] = {}
        # Call → rounds in which the first bingo comes at it: with no boards, after the last one.
        self._first: dict[int, int] = {phrases + 1: (1 << self._size) - 1}
        self._shared = 0  # rounds in which two or more have it
        self.worth = self._weighed()

    def play(self, boards: list[Lines]) -> None:
        """Brings boards into the rounds, and works out anew what a line is worth."""
        sooner = at_once = 0
        for lines in boards:
            full = reduce(or_, (_full(line, self.worth.fallen) for line in lines))
            before, by = full & (1 << self._size) - 1, full >> self._size
            sooner |= before
            at_once |= by & ~before
        self._shared = (self._shared | at_once) & ~sooner
        self._first = {call: left for call, rounds in self._first.items() if (left := rounds & ~sooner)}
        self._find_first(boards, sooner)
        self.worth = self._weighed()

    def _find_first(self, boards: list[Lines], rounds: int) -> None:
        """Finds the call at which one of the boards has the first bingo, in each of the rounds."""
        members = [[itemgetter(*_phrases(line)) for line in lines] for lines in boards]
        call = min((line.bit_count() for lines in boards for line in lines), default=0)
        while rounds:
            fallen = self._fallen_by(call)
            once = twice = 0
            for lines in members:
                full = reduce(or_, (reduce(and_, phrases(fallen)) for phrases in lines)) & rounds
                twice |= once & full
                once |= full
            if once:
                self._first[call] = self._first.get(call, 0) | once
                self._shared |= twice
                rounds &= ~once
            call += 1

    def _weighed(self) -> Worth:
        moments = [(rounds, self._fallen_by(call - 1), self._fallen_by(call)) for call, rounds in self._first.items()]
        fallen = {}
        for phrase in self._fallen_by(0):
            before = by = 0
            for rounds, sooner, now in moments:
                before |= sooner[phrase] & rounds
                by |= now[phrase] & rounds
            fallen[phrase] = by << self._size | before
        every = (1 << self._size) - 1
        return Worth(fallen, won=every, spoilt=(every & ~self._shared) << self._size)

    def _fallen_by(self, call: int) -> dict[int, int]:
        """Phrase → rounds in which it has fallen by a call."""
        if call not in self._fallen:
            digits = bytes(ord("1") if fell <= call else ord("0") for fell in range(256))
            self._fallen[call] = {
                1 << phrase: int(calls.translate(digits), 2) for phrase, calls in enumerate(self._calls)
            }
        return self._fallen[call]


def _full(line: Line, fallen: dict[int, int]) -> int:
    """The rounds in which all phrases of a line have fallen."""
    full = -1
    while line:
        phrase = line & -line
        full &= fallen[phrase]
        line ^= phrase
    return full


def _phrases(line: Line) -> Iterable[int]:
    while line:
        yield line & -line
        line &= line - 1


def _calls(phrases: int) -> list[bytes]:
    """Of each phrase, the call at which it falls, round by round. An order of calls is played with each phrase
    in the part of each other one (all shifted by as many): so every phrase falls at every call equally often."""
    orders = max(1, min(ROUNDS_PER_PHRASE, MOST_FALLEN // phrases**2))
    words = struct.unpack(f"<{orders * phrases}I", hashlib.shake_128(b"rounds").digest(4 * orders * phrases))
    calls: list[list[bytes]] = [[] for _ in range(phrases)]
    for start in range(0, len(words), phrases):
        drawn = words[start : start + phrases]
        fall = bytearray(phrases)
        for call, phrase in enumerate(sorted(range(phrases), key=drawn.__getitem__), 1):
            fall[phrase] = call
        twice = bytes(reversed(fall)) * 2
        for phrase, shifted in enumerate(calls):
            shifted.append(twice[phrases - 1 - phrase : 2 * phrases - 1 - phrase])
    return [b"".join(shifted) for shifted in calls]
