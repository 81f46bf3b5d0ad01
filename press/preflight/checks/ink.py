"""Total ink: no more than the paper takes up."""

from collections.abc import Iterator

from PIL import Image, ImageChops

from press.language.message import Message, _
from press.pdf.page_boxes import MM
from press.pdf.rendered.pixels import colour_counts, gray_range
from press.pdf.rendered.raster import Pixels
from press.preflight.document import Document
from press.preflight.separations import PLATES, Plates

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
        inside = _inside_trim(document, plates["K"])
        if _at_most(plates, spots, inside) <= limit + ROUNDING:
            continue  # counting takes longer
        if (total := total_ink(plates, spots, inside)) > limit + ROUNDING:
            yield (
                page,
                _("{total:.0f} % of ink", total=total),
                _("the profile's limit is {limit:.0f} %: lighten the colour", limit=limit),
            )


def _at_most(plates: Plates, spots: tuple[str, ...], inside: Pixels) -> float:
    """No less than `total_ink`: of a quarter of the sum of four plates, in whole levels, less than one is lost."""
    c, m, y, k = (plates[name].crop(inside) for name in PLATES)
    quarter = ImageChops.add(ImageChops.add(c, m, 2), ImageChops.add(y, k, 2), 2)
    return (4 * (gray_range(quarter)[1] + 1) + _most_of(plates, spots, inside)) / 2.55


def total_ink(plates: Plates, spots: tuple[str, ...], inside: Pixels) -> float:
    """The most ink, in %, on any point inside a box in px."""
    process = Image.merge("CMYK", [plates[name] for name in PLATES]).crop(inside)
    return (max(sum(colour) for _, colour in colour_counts(process)) + _most_of(plates, spots, inside)) / 2.55


def _most_of(plates: Plates, spots: tuple[str, ...], inside: Pixels) -> int:
    """The most of each spot colour, wherever that is."""
    return sum(gray_range(plates[name].crop(inside))[1] for name in spots)


def _inside_trim(document: Document, picture: Image.Image) -> Pixels:
    slug = round(document.expected.geometry.slug * MM * DPI / 72)
    return slug, slug, picture.width - slug, picture.height - slug
