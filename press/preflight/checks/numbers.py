"""Numbers: a sentence's number is read with it, before its words, and nowhere by itself."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.meaning import bare

CODE = "numbers"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "A number says which sentence is meant; read alone, or with the next, it misleads (Matterhorn 09-001)."

FIX = _("let the number stand inside its heading or cell, before the words")
BLOCKS = ("P", "Span", "Sect", "Div")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    numbers = document.expected.meaning.numbers
    alone = set(map(str, numbers.values()))
    for part in document.spoken:
        if not part.read:
            continue
        if part.kind in BLOCKS and part.said in alone:
            yield None, _("the number {said} is read by itself", said=part.said), FIX
        if not part.is_heading and part.kind not in ("TD", "TH", "TOCI"):
            continue
        words = bare(part.said)
        due = next((number for board, number in numbers.items() if bare(board) == words), None)
        if due is not None and not part.said.startswith(f"{due} "):
            yield None, _("the sentence „{words}“ is read without its number {due}", words=words, due=due), FIX
