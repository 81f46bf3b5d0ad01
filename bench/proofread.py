"""Proofreading: whether a lane has done the work. A lane that has not gets no figure."""

import re
from pathlib import Path

import zxingcpp

from bench.work import Work
from press.pdf.page_boxes import pt
from press.pdf.rendered.pixels import colour_at
from press.pdf.rendered.raster import RasterDocument, RasterPage

READ_ALL = 1_000  # pages whose text is read: all up to here, else so many, evenly spread
LOOKED_AT = 8  # pages whose code and ground are looked at: as rendered, evenly spread
CODE_DPI = 150
OUTSIDE_MM = 1.5  # so far outside the trim the ground must still be there: half the bleed
WHITE = 250  # a channel as light as this is paper
LOOSE = re.compile(
    r"[\s\u00ad\u0002\ufffe-]"
)  # what line breaking may change: spaces, hyphens, and what pdfium shows for one


def proofread(file: Path, work: Work) -> tuple[list[str], str]:
    """What is wrong with a file, and what was looked at."""
    with RasterDocument(file) as document:
        if len(document) != work.count:
            return [f"{len(document)} pages instead of {work.count}"], "number of pages"
        read, looked_at = spread(work.count, READ_ALL), spread(work.count, LOOKED_AT)
        faults = [fault for page in read for fault in _misread(document[page], page, work)]
        faults += [fault for page in looked_at for fault in _unseen(document[page], page, work)]
        return faults, f"text of {_of(read, work)}, code and ground on {len(looked_at)}"


def spread(count: int, most: int) -> tuple[int, ...]:
    """Pages, from 0: all of a few, `most` evenly spread ones of many."""
    return tuple(range(count)) if count <= most else tuple(round(i * (count - 1) / (most - 1)) for i in range(most))


def _of(read: tuple[int, ...], work: Work) -> str:
    return f"all {work.count:,} pages" if len(read) == work.count else f"{len(read):,} of {work.count:,} pages"


def _misread(page: RasterPage, number: int, work: Work) -> list[str]:
    """The board's phrases, its sheet ID and the title must be there, phrases of other boards must not."""
    text = _letters(page.text())
    sheet_id, board = work.boards[number]
    wanted = [work.phrases[phrase] for phrase in board] + [sheet_id, work.title]
    others = [phrase for place, phrase in enumerate(work.phrases) if place not in board]
    return [f"page {number + 1} lacks `{part}`" for part in wanted if _letters(part) not in text] + [
        f"page {number + 1} has `{part}`, which is not on its board" for part in others if _letters(part) in text
    ]


def _unseen(page: RasterPage, number: int, work: Work) -> list[str]:
    """The code must lead where it should, the ground must run off all four sides of the trim."""
    picture = page.render(CODE_DPI / 72)
    found = [code.text for code in zxingcpp.read_barcodes(picture)]
    faults = (
        []
        if found == [work.link]
        else [f"page {number + 1}: its code says {found or 'nothing'} instead of {work.link}"]
    )
    left, lower, right, upper = page.trim_box
    edge, _, _, top = page.media_box
    out, scale = pt(OUTSIDE_MM), CODE_DPI / 72
    points = {
        "left": (left - out, (lower + upper) / 2),
        "right": (right + out, (lower + upper) / 2),
        "lower": ((left + right) / 2, lower - out),
        "upper": ((left + right) / 2, upper + out),
    }
    for side, (x, y) in points.items():
        place = round((x - edge) * scale), round((top - y) * scale)
        inside = 0 <= place[0] < picture.width and 0 <= place[1] < picture.height
        if not inside or min(colour_at(picture, place)) >= WHITE:
            faults.append(f"page {number + 1}: the ground does not run off its {side} side")
    return faults


def _letters(text: str) -> str:
    return LOOSE.sub("", text)
