"""Overlaps: which texts of a page stand on another text, a code, a rule or over the edge of their place (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from press.language.message import Message, _
from press.pdf.page_boxes import Box
from press.pdf.rendered.page_marks import Area, Glyph, PageMarks, Run, Slant
from press.pdf.rendered.path_shapes import crosses, encloses

# Glyphs of two lines set solid (100 % leading) may share this much: an accent over a descender, which print joins
# no worse than two letters of one word. Half of the least stroke that holds in print (0.25 pt) is what pdfium rounds.
TOUCH_PT = 0.4
KERNED = 0.5  # of the narrower of two glyphs on one baseline: kerning across a change of style never takes as much
# Boxes of large glyphs share more before their ink does: a round descender and the foot of an ascender below it, set
# solid in a face as tall as Bitter, share 3.5 % of their height and print apart.
SOLID = 0.05  # of the lower glyph's height
MOST_TOLD = 30  # letters of a text

Thing = TypeVar("Thing", Run, Area, Slant)


@dataclass(frozen=True)
class Fault:
    text: str
    on: Message  # what it stands on


def within(marks: PageMarks, codes: Sequence[Box] = ()) -> Iterator[Fault]:
    """Texts of one page, or of one part, that stand on each other, on its codes (with quiet zone) and rules."""
    for place, run in enumerate(marks.runs):
        for other in _reaching(marks.runs[place + 1 :], run.box):
            if meet(run.box, other.box) and _collide(run, other):
                yield Fault(description(run), _("the text {description}", description=description(other)))
        yield from _on_codes(run, codes)
        yield from _on_rules(run, marks.rules, marks.slants, marks.fills)
        yield from _under_fills(run, marks.fills)


def between(
    below: PageMarks, above: PageMarks, below_codes: Sequence[Box], above_codes: Sequence[Box]
) -> Iterator[Fault]:
    """The same of two parts that a page places, the second painted over the first."""
    fills = (*below.fills, *above.fills)
    for run in above.runs:
        for other in _reaching(below.runs, run.box):
            if meet(run.box, other.box) and _collide(run, other):
                yield Fault(description(run), _("the text {description}", description=description(other)))
        yield from _on_codes(run, below_codes)
        yield from _on_rules(run, below.rules, below.slants, fills)
    for run in below.runs:
        yield from _on_codes(run, above_codes)
        yield from _on_rules(run, above.rules, above.slants, fills)
        yield from _under_fills(run, above.fills)


def beyond(marks: PageMarks, place: Box) -> Iterator[str]:
    """Texts that stand in a place and run over its edge. (What lies outside altogether is not of it.)"""
    return (description(run) for run in marks.runs if meet(run.box, place) and _over(run.box, place))


def cut(marks: PageMarks, place: Box) -> Iterator[str]:
    """Texts of which a place shows a part at most."""
    return (description(run) for run in marks.runs if _over(run.box, place))


def description(run: Run) -> str:
    return f"„{run.text[:MOST_TOLD]}“"


def extent(marks: PageMarks, codes: Sequence[Box]) -> Box | None:
    """The smallest box around texts, rules and codes."""
    boxes = [run.box for run in marks.runs] + [rule.box for rule in marks.rules] + list(codes)
    return around(boxes) if boxes else None


def around(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _collide(run: Run, other: Run) -> bool:
    """Whether glyphs of two runs do. Neighbours on one baseline are kerned, as far as kerning goes."""
    same_line = abs(run.baseline - other.baseline) < TOUCH_PT
    near = [glyph for glyph in run.glyphs if meet(glyph.box, other.box)]
    return any(
        meet(glyph.box, next_.box) and not (_kerned(glyph, next_) if same_line else _solid(glyph, next_))
        for glyph in near
        for next_ in other.glyphs
    )


def _kerned(one: Glyph, other: Glyph) -> bool:
    shared = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return shared < KERNED * min(one.box[2] - one.box[0], other.box[2] - other.box[0])


def _solid(one: Glyph, other: Glyph) -> bool:
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared < SOLID * min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _on_codes(run: Run, codes: Sequence[Box]) -> Iterator[Fault]:
    if any(meet(glyph.box, code) for code in codes if meet(run.box, code) for glyph in run.glyphs):
        yield Fault(description(run), _("a code or its quiet zone"))


def _on_rules(run: Run, rules: Sequence[Area], slants: Sequence[Slant], fills: Sequence[Area]) -> Iterator[Fault]:
    level = (
        (rule.order, glyph)
        for rule in _reaching(rules, run.box)
        for glyph in run.glyphs
        if _across(glyph.box, rule.box)
    )
    slanted = (
        (slant.order, glyph)
        for slant in _reaching(slants, run.box)
        for glyph in run.glyphs
        if crosses(slant.ends, _grown(glyph.box, slant.half - TOUCH_PT))
    )
    if any(not _covered(order, run, glyph, fills) for order, glyph in (*level, *slanted)):
        yield Fault(description(run), _("a rule, an outline or a fold"))


def _under_fills(run: Run, fills: Sequence[Area]) -> Iterator[Fault]:
    """Something that was painted later, over the middle of a glyph, or of one of its edges."""
    later = [fill for fill in _reaching(fills, run.box) if fill.order > run.order]
    if later and any(
        encloses(fill.rings, point) for glyph in run.glyphs for point in _middles(glyph.box) for fill in later
    ):
        yield Fault(description(run), _("nothing: an area covers it"))


def _middles(box: Box) -> Iterator[tuple[float, float]]:
    """The middle of a glyph, and those of its edges, a touch inside."""
    left, bottom, right, top = box
    x, y = (left + right) / 2, (bottom + top) / 2
    yield x, y
    if right - left > 2 * TOUCH_PT and top - bottom > 2 * TOUCH_PT:
        yield from ((x, bottom + TOUCH_PT), (x, top - TOUCH_PT), (left + TOUCH_PT, y), (right - TOUCH_PT, y))


def _grown(box: Box, by: float) -> Box:
    """By so much on every side; a box that is taken away altogether lies on its middle."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return min(box[0] - by, x), min(box[1] - by, y), max(box[2] + by, x), max(box[3] + by, y)


def _across(glyph: Box, rule: Box) -> bool:
    """Whether a rule reaches into a glyph by more than a touch."""
    left, bottom, right, top = glyph
    x, y = min(TOUCH_PT, (right - left) / 2), min(TOUCH_PT, (top - bottom) / 2)
    return rule[0] < right - x and rule[2] > left + x and rule[1] < top - y and rule[3] > bottom + y


def _covered(rule: int, run: Run, glyph: Glyph, fills: Sequence[Area]) -> bool:
    """Whether something was painted between a rule and the glyph on it."""
    left, bottom, right, top = glyph.box
    return any(
        rule < fill.order < run.order
        and fill.box[0] <= left
        and fill.box[1] <= bottom
        and fill.box[2] >= right
        and fill.box[3] >= top
        for fill in fills
    )


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a touch."""
    return (
        one[2] - other[0] > TOUCH_PT
        and other[2] - one[0] > TOUCH_PT
        and one[3] - other[1] > TOUCH_PT
        and other[3] - one[1] > TOUCH_PT
        and min(one[2], other[2]) - max(one[0], other[0]) > TOUCH_PT
        and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH_PT
    )


def _reaching(things: Sequence[Thing], box: Box) -> list[Thing]:
    """Those that lie in a box or touch it. Lines are the most of a page, so what lies above and below goes first."""
    left, bottom, right, top = box
    return [
        thing
        for thing in things
        if thing.box[1] <= top and thing.box[3] >= bottom and thing.box[0] <= right and thing.box[2] >= left
    ]


def _over(box: Box, place: Box) -> bool:
    return min(box[0] - place[0], box[1] - place[1], place[2] - box[2], place[3] - box[3]) < -TOUCH_PT
