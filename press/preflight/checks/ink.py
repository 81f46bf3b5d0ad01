"""Total ink: no more than the paper takes up."""

from typing import Iterator

from PIL import Image

from press.pdf.page_boxes import MM
from press.preflight.separations import PLATES, render_plates
from press.preflight.document import Subject

CODE = "ink"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "More ink than the profile allows does not dry: it sets off on the next sheet."

DPI = 72
ROUNDING = 2.0  # %, of eight-bit plates
SAMPLE = 3  # pages; boards of one product differ in black text only


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    limit = subject.ordered.profile.ink_limit
    subject.note_sample("ink measured", pages := subject.sample_of_each(SAMPLE))
    spots = subject.ordered.spots
    for page, plates in zip(pages, render_plates(list(map(subject.sheaf.page, pages)), DPI, spots)):
        if (total := total_ink(plates, spots, _inside_trim(subject, plates["K"]))) > limit + ROUNDING:
            yield page, f"{total:.0f} % of ink", f"the profile's limit is {limit:.0f} %: lighten the colour"


def total_ink(plates: dict[str, Image.Image], spots: tuple[str, ...], inside: tuple[int, int, int, int]) -> float:
    """The most ink, in %, on any point inside a box in px."""
    process = Image.merge("CMYK", [plates[name] for name in PLATES]).crop(inside)
    counts = process.getcolors(process.width * process.height)
    extra = sum(plates[name].crop(inside).getextrema()[1] for name in spots)
    return (max(sum(colour) for _, colour in counts) + extra) / 2.55


def _inside_trim(subject: Subject, picture: Image.Image) -> tuple[int, int, int, int]:
    slug = round(subject.ordered.geometry.slug * MM * DPI / 72)
    return slug, slug, picture.width - slug, picture.height - slug
