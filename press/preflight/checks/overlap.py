"""Overlap: no text on another text, on a code or its quiet zone, across a rule, or over the edge of its place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from press.language.message import Message, _
from press.pdf.graphics.placed_forms import Placed
from press.pdf.page_boxes import Box
from press.pdf.rendered.page_marks import PageMarks, shifted
from press.preflight.document import Document
from press.preflight.form_reader import FormContent, place_codes
from press.preflight.overlaps import Fault, around, between, beyond, cut, extent, meet, within

CODE = "overlap"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "What stands on something else cannot be read, and no setting program says so: it paints where it is told."

FIX = _("shorten the text, or give it more room in the layout")
DPI = 150  # to find codes: what cannot be read so is told by the check of codes
SAMPLE = 200  # pages that are more than parts, to look for codes on

Found = tuple[int | None, Message, Message]


def check(document: Document) -> Iterator[Found]:
    parts = document.forms.parts
    for name, page in document.survey.parts.items():
        part = parts[name]
        yield from _findings(page, within(part.marks, part.code_boxes))
        yield from (
            (page, _("{text} is cut off at the edge of its place", text=text), FIX)
            for text in cut(part.marks, part.box)
        )
    for placements in document.survey.placements.values():
        yield from _of_ground(document, placements)
    yield from _of_whole_pages(document)


@dataclass(frozen=True)
class _Slot:
    """A place where pages put one of several parts."""

    at: tuple[float, float]
    names: tuple[str, ...]
    pages: tuple[int, ...]
    extent: Box
    letters: bool  # one at a time, as parts of a word


def _of_ground(document: Document, placements: dict[Placed, int]) -> Iterator[Found]:
    """Of pages that share their ground: parts against parts, each pair of places once, whatever stands there."""
    parts = document.forms.parts
    trim = document.expected.geometry.trim_box
    for (name, x, y), page in placements.items():
        yield from _beyond(page, _at(parts[name], (x, y))[0], trim)
    slots = sorted(_slots(parts, placements), key=lambda slot: slot.extent[0])
    for place, slot in enumerate(slots):
        for other in slots[place + 1 :]:
            if other.extent[0] > slot.extent[2]:
                break
            if meet(slot.extent, other.extent) and not (slot.letters and other.letters):
                yield from _of_slots(parts, slot, other)


def _slots(parts: dict[str, FormContent], placements: dict[Placed, int]) -> Iterator[_Slot]:
    by_place: dict[tuple[float, float], dict[str, int]] = defaultdict(dict)
    for (name, x, y), page in placements.items():
        if _extent(parts[name]):
            by_place[x, y][name] = page
    for at, names in by_place.items():
        alone = at == (0, 0)  # the ground: all of it stands on one page
        for group in ([(name, page)] for name, page in names.items()) if alone else [list(names.items())]:
            extents = [shifted(box, *at) for name, _ in group if (box := _extent(parts[name]))]
            letters = all(len(parts[name].text.strip()) == 1 for name, _ in group)
            yield _Slot(
                at, tuple(name for name, _ in group), tuple(page for _, page in group), around(extents), letters
            )


def _extent(part: FormContent) -> Box | None:
    return extent(part.marks, part.code_boxes)


def _of_slots(parts: dict[str, FormContent], one: _Slot, other: _Slot) -> Iterator[Found]:
    """The parts of two places, against each other. What stands at the origin was painted first."""
    below, above = sorted((one, other), key=lambda slot: slot.at != (0, 0))
    lows = {name: _at(parts[name], below.at) for name in below.names}
    painted = max(low.count for low, _ in lows.values())  # before what stands above
    highs = {name: _at(parts[name], above.at, painted) for name in above.names}
    for (low, low_codes), page in zip(lows.values(), below.pages):
        for (high, high_codes), upper_page in zip(highs.values(), above.pages):
            yield from _findings(max(page, upper_page), between(low, high, low_codes, high_codes))


def _at(part: FormContent, at: tuple[float, float], order: int = 0) -> tuple[PageMarks, list[Box]]:
    return part.marks.moved(*at, order), [shifted(box, *at) for box in part.code_boxes]


def _of_whole_pages(document: Document) -> Iterator[Found]:
    """Pages that are more than parts, one by one; of files over a volume, those of the sample."""
    trim = document.expected.geometry.trim_box
    pages = [page for page in document.whole() if page in document.sampled]
    with_codes = set(document.sample(SAMPLE))
    for page in pages:
        view = document.view(page)
        marks = view.marks()
        read = document.codes(page, DPI) if page in with_codes else []
        codes = [box for _, box in place_codes(read, view, view.media_box, DPI)]
        yield from _findings(page, within(marks, codes))
        yield from _beyond(page, marks, trim)


def _beyond(page: int, marks: PageMarks, trim: Box) -> Iterator[Found]:
    return ((page, _("{text} runs over the trim", text=text), FIX) for text in beyond(marks, trim))


def _findings(page: int, faults: Iterator[Fault]) -> Iterator[Found]:
    return ((page, _("{text} stands on {on}", text=fault.text, on=fault.on), FIX) for fault in faults)
