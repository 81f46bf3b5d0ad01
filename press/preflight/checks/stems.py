"""Stems: strokes of letters that a plate can hold."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.page_boxes import MM
from press.preflight.document import Document

CODE = "stems"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = (
    "A stroke thinner than this breaks up; a reversed one is filled by the ink around it: "
    "with stems of 5.3 % of its size, type needs 8 pt."
)

LEAST_MM = 0.1
LEAST_REVERSED_MM = 0.15
ROUNDING_MM = 0.001
POSITIVE = _("letters of {size:g} pt in {name} have stems of {width:.2f} mm")
REVERSED = _("reversed letters of {size:g} pt in {name} have stems of {width:.2f} mm")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    stems = _stems(document)
    thinnest: dict[bool, tuple[float, float, str, int]] = {}
    for mark, page in document.marks():
        if mark.kind == "text" and mark.colour.is_ink and (stem := stems.get(mark.detail)):
            found = (stem * mark.size / MM, mark.size, mark.detail, page)
            thinnest[mark.colour.is_paper] = min(found, thinnest.get(mark.colour.is_paper, found))
    for reversed_, (width, size, font, page) in thinnest.items():
        least = LEAST_REVERSED_MM if reversed_ else LEAST_MM
        what = REVERSED if reversed_ else POSITIVE
        if width < least - ROUNDING_MM:
            name = font.lstrip("/").split("+")[-1]
            yield (
                page,
                what.format(size=size, name=name, width=width),
                _("set them larger or bolder: {least:g} mm are needed", least=least),
            )


def _stems(document: Document) -> dict[str, float]:
    """By the name of each font: the thinnest upright stroke of the letters shown, in parts of the em."""
    inventory = document.inventory
    found: dict[str, float] = {}
    for key, codes in inventory.codes.items():
        stem = document.fonts.of(inventory.fonts[key]).stem(codes)
        if stem is not None:
            found[key[0]] = min(stem, found.get(key[0], stem))
    return found
