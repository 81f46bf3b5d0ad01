"""Bare stamps: a PDF of forms without pages, and pages of raw bytes appended to it.

It shares nothing with the press's own stamping.
"""

import json
import re
from collections.abc import Iterable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from bench import sheet
from bench.plain import VERSION, plain_job, typesetter
from bench.work import Work

BASE, FACTS = "floor.pdf", "floor.json"  # below the bench's folder
MM = 72 / 25.4  # pt


def make_stamps(work: Work) -> None:
    """The forms /Ground, /P0 … (phrases), /G0 … (characters of an ID), and what appended pages must know of them."""
    import pikepdf

    from press import EDITION_DATE

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
        facts = {
            "glyphs": glyphs,
            "size": int(pdf.trailer.Size),
            "root": pdf.Root.objgen[0],
            "pages": pdf.Root.Pages.objgen[0],
            "entries": f"{_boxes()}/Resources {pdf.pages[0].Resources.objgen[0]} 0 R",
            "previous": _start(Path(work.folder, BASE).read_bytes()),
        }
    Path(work.folder, FACTS).write_text(json.dumps(facts), encoding="utf-8")


def read_stamps(work: Work) -> tuple[bytes, dict[str, Any]]:
    return Path(work.folder, BASE).read_bytes(), json.loads(Path(work.folder, FACTS).read_text(encoding="utf-8"))


def append(target: Path, base: bytes, facts: dict[str, Any], contents: Iterable[bytes]) -> None:
    """Writes the base, a page for each content, and a new page tree (ISO 32000-1, 7.5.6)."""
    numbers, offsets, kids = count(facts["size"]), [], []
    entries, tree = facts["entries"].encode(), facts["pages"]
    with target.open("wb") as file:
        at = file.write(base)
        for content in contents:
            stream, page = next(numbers), next(numbers)
            kids.append(b"%d 0 R" % page)
            for body in (
                b"%d 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (stream, len(content), content),
                b"%d 0 obj<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>endobj\n" % (page, tree, stream, entries),
            ):
                offsets.append(at)
                at += file.write(body)
        start = at + file.write(
            b"%d 0 obj<</Type/Pages/Count %d/Kids[%b]>>endobj\n" % (tree, len(kids), b" ".join(kids))
        )
        file.write(b"xref\n%d 1\n%010d 00000 n \n%d %d\n" % (tree, at, facts["size"], len(offsets)))
        file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        file.write(
            b"trailer<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
            % (facts["size"] + len(offsets), facts["root"], facts["previous"], start)
        )


def place(name: str, x: float, y: float) -> bytes:
    """An operator that paints a form, its lower left corner at a place told in mm."""
    return (
        f"\nq 1 0 0 1 {(x + sheet.BLEED) * MM:.2f} {(sheet.HEIGHT + sheet.BLEED - y) * MM:.2f} cm/{name} Do Q".encode()
    )


def _boxes() -> str:
    width, height = sheet.WIDTH + 2 * sheet.BLEED, sheet.HEIGHT + 2 * sheet.BLEED
    insets = {"Media": 0.0, "Bleed": 0.0, "Trim": sheet.BLEED}
    sides = {name: (inset, inset, width - inset, height - inset) for name, inset in insets.items()}
    return "".join(f"/{name}Box[{' '.join(f'{side * MM:.3f}' for side in box)}]" for name, box in sides.items())


def _start(pdf: bytes) -> int:
    """Where its cross-reference table begins."""
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf)
    if found is None:
        raise ValueError("a PDF without a cross-reference table")
    return int(found[1])
