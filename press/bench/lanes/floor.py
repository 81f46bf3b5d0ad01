"""Bare stamping, the floor: ready stamps, dealt boards, and nothing done but to write the pages' bytes."""

import json
from itertools import count
from pathlib import Path
from typing import Iterator

from press.bench import sheet
from press.bench.clock import Clock
from press.bench.lanes import SETTING, Lane
from press.bench.plain import VERSION, lay_template, plain_job, typesetter
from press.bench.work import Work

BASE, FACTS = "floor.pdf", "floor.json"  # below the bench's folder
MM = 72 / 25.4  # pt


def _run(work: Work, target: Path, clock: Clock) -> None:
    with clock("reading"):
        boards = work.boards
        base = Path(work.folder, BASE).read_bytes()
        facts = json.loads(Path(work.folder, FACTS).read_text(encoding="utf-8"))
    with clock(SETTING), target.open("wb") as file:
        file.write(base)
        numbers, offsets, kids = count(facts["size"]), [], []
        for content in _contents(boards, facts["glyphs"]):
            stream, page = next(numbers), next(numbers)
            kids.append(b"%d 0 R" % page)
            offsets.append(file.tell())
            offsets.append(offsets[-1] + file.write(b"%d 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (stream, len(content), content)))
            file.write(b"%d 0 obj<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>endobj\n" % (page, facts["pages"], stream, facts["entries"].encode()))
        tree = file.tell()
        file.write(b"%d 0 obj<</Type/Pages/Count %d/Kids[%b]>>endobj\n" % (facts["pages"], len(kids), b" ".join(kids)))
        start = file.tell()
        file.write(b"xref\n%d 1\n%010d 00000 n \n%d %d\n" % (facts["pages"], tree, facts["size"], len(offsets)))
        file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        file.write(b"trailer<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
            facts["size"] + len(offsets), facts["root"], facts["previous"], start))


def _contents(boards: list[tuple[str, list[int]]], glyphs: str) -> Iterator[bytes]:
    """The stream of each page: the ground, nine phrases, the ID a character at a time."""
    cells = [b"\nq 1 0 0 1 %.2f %.2f cm/P%%d Do Q" % _at(x, y + sheet.CELL[1]) for x, y in sheet.cells()]
    phrases = [[cell % phrase for phrase in range(1 + max(map(max, (board for _, board in boards))))] for cell in cells]
    places = [b"\nq 1 0 0 1 %.2f %.2f cm/G%%d Do Q" % _at(sheet.MARGIN + place * sheet.ID_ADVANCE, sheet.ID_TOP + sheet.ID_HEIGHT)
              for place in range(max(len(sheet_id) for sheet_id, _ in boards))]
    signs = [{glyph: place % number for number, glyph in enumerate(glyphs)} for place in places]
    for sheet_id, board in boards:
        yield b"".join((b"/Ground Do", *map(list.__getitem__, phrases, board), *map(dict.__getitem__, signs, sheet_id)))


def _at(x: float, y: float) -> tuple[float, float]:
    return (x + sheet.BLEED) * MM, (sheet.HEIGHT + sheet.BLEED - y) * MM


def _prepare(work: Work) -> None:
    """The stamps as forms of a PDF without pages, and what an appended page must know of it."""
    import re
    from io import BytesIO

    import pikepdf

    from press import EDITION_DATE

    lay_template(work)
    glyphs = "".join(sorted({letter for sheet_id, _ in work.boards for letter in sheet_id}))
    typeset = typesetter(work).pdf(plain_job(work, [], glyphs), EDITION_DATE, VERSION, tagged=False)
    with pikepdf.open(BytesIO(typeset)) as pdf:
        names = ["/Ground", *(f"/P{n}" for n in range(len(work.phrases))), *(f"/G{n}" for n in range(len(glyphs)))]
        shared = pikepdf.Dictionary({name: page.as_form_xobject() for name, page in zip(names, pdf.pages, strict=True)})
        resources = pdf.make_indirect(pikepdf.Dictionary(XObject=shared))
        del pdf.pages[:]
        pdf.add_blank_page()
        pdf.pages[0].Resources = resources
        pdf.save(Path(work.folder, BASE), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(Path(work.folder, BASE)) as pdf:
        boxes = {"Media": 0.0, "Bleed": 0.0, "Trim": sheet.BLEED}
        sides = {name: (inset, inset, sheet.WIDTH + 2 * sheet.BLEED - inset, sheet.HEIGHT + 2 * sheet.BLEED - inset) for name, inset in boxes.items()}
        entries = "".join(f"/{name}Box[{' '.join(f'{side * MM:.3f}' for side in box)}]" for name, box in sides.items())
        facts = {"glyphs": glyphs, "size": int(pdf.trailer.Size), "root": pdf.Root.objgen[0], "pages": pdf.Root.Pages.objgen[0],
                 "entries": f"{entries}/Resources {pdf.pages[0].Resources.objgen[0]} 0 R",
                 "previous": int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", Path(work.folder, BASE).read_bytes())[1])}
    Path(work.folder, FACTS).write_text(json.dumps(facts), encoding="utf-8")


LANE = Lane("floor", "bare stamping", 6, "ready stamps, and nothing done but to write the pages: the floor",
            "dealing, setting, fitting, PDF/X-4, crop marks, preflight", _run, prepare=_prepare)
