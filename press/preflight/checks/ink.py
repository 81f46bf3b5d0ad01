"""Total ink: no more than the paper takes up."""

from collections.abc import Iterator

from PIL import Image

from press.language.message import Message, _
from press.pdf.page_boxes import MM
from press.pdf.rendered.pixels import colour_counts, gray_range
from press.preflight.document import Document
from press.preflight.separations import PLATES

CODE = "ink"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "More ink than the profile allows does not dry: it sets off on the next sheet."

DPI = 72
ROUNDING = 2.0  # %, of eight-bit plates
SAMPLE = 3  # pages; boards of one product differ in black text only


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    limit = document.expected.profile.ink_limit
    document.note_sample("ink measured", pages := document.sample_of_each(SAMPLE))
    spots = document.expected.spots
    for page, plates in zip(pages, document.separations.plates(pages, DPI)):
        if (total := total_ink(plates, spots, _inside_trim(document, plates["K"]))) > limit + ROUNDING:
            yield (
                page,
                _("{total:.0f} % of ink", total=total),
                _("the profile's limit is {limit:.0f} %: lighten the colour", limit=limit),
            )


def total_ink(plates: dict[str, Image.Image], spots: tuple[str, ...], inside: tuple[int, int, int, int]) -> float:
    """The most ink, in %, on any point inside a box in px."""
    process = Image.merge("CMYK", [plates[name] for name in PLATES]).crop(inside)
    extra = sum(gray_range(plates[name].crop(inside))[1] for name in spots)
    return (max(sum(colour) for _, colour in colour_counts(process)) + extra) / 2.55


def _inside_trim(document: Document, picture: Image.Image) -> tuple[int, int, int, int]:
    slug = round(document.expected.geometry.slug * MM * DPI / 72)
    return slug, slug, picture.width - slug, picture.height - slug
