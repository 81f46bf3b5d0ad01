"""Bare stamping, the floor: ready stamps, dealt boards, and nothing done but to write the pages' bytes."""

from collections.abc import Iterator
from pathlib import Path

from bench import sheet
from bench.bare import append, make_stamps, place, read_stamps
from bench.clock import Clock
from bench.lanes import SETTING, Lane
from bench.work import Work


def _run(work: Work, target: Path, clock: Clock) -> None:
    with clock("reading"):
        boards = work.boards
        base, facts = read_stamps(work)
    with clock(SETTING):
        append(target, base, facts, _contents(boards, len(work.phrases), facts["glyphs"]))


def _contents(boards: list[tuple[str, list[int]]], phrases: int, glyphs: str) -> Iterator[bytes]:
    """The stream of each page: the ground, nine phrases, the ID a character at a time."""
    cells = [[place(f"P{phrase}", x, y + sheet.CELL[1]) for phrase in range(phrases)] for x, y in sheet.cells()]
    spots = [sheet.MARGIN + spot * sheet.ID_ADVANCE for spot in range(max(len(sheet_id) for sheet_id, _ in boards))]
    signs = [
        {glyph: place(f"G{number}", x, sheet.ID_TOP + sheet.ID_HEIGHT) for number, glyph in enumerate(glyphs)}
        for x in spots
    ]
    for sheet_id, board in boards:
        yield b"".join((b"/Ground Do", *map(list.__getitem__, cells, board), *map(dict.__getitem__, signs, sheet_id)))


LANE = Lane(
    "floor",
    "bare stamping",
    6,
    "ready stamps, and nothing done but to write the pages: the floor",
    "dealing, setting, fitting, PDF/X-4, crop marks, preflight",
    _run,
    prepare=make_stamps,
)
