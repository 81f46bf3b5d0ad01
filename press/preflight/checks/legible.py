"""Contrast: text as it is seen parts from its ground."""

from collections.abc import Iterator

from PIL import Image

from press.brand.contrast import LARGE, TEXT
from press.colour.perception import luminance
from press.language.message import Message, _
from press.pdf.rendered.pixels import colour_counts
from press.preflight.document import Document

CODE = "contrast"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "WCAG 2.2, 1.4.3: 4.5:1 for text, 3:1 for large text."

DPI = 150
SAMPLE = 4  # pages
LARGE_PT = 18.0
LEAST_PX = 3  # along both sides of a text: what is smaller is no letter
ROUNDING = 0.3  # thin strokes never reach their full colour on pixels


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    document.note_sample("contrast measured", pages := document.sample(SAMPLE))
    for page in pages:
        view = document.view(page)
        picture = view.render(DPI / 72)
        for x0, y0, x1, y1 in view.text_boxes():
            height = picture.height * 72 / DPI
            left, top, right, bottom = (round(pt * DPI / 72) for pt in (x0, height - y1, x1, height - y0))
            words = view.text_in((x0, y0, x1, y1)).strip()
            if not any(map(str.isalnum, words)) or min(right - left, bottom - top) < LEAST_PX:
                continue
            least = LARGE if y1 - y0 >= LARGE_PT else TEXT
            if (ratio := _ratio(picture.crop((left, top, right, bottom)))) < least - ROUNDING:
                yield (
                    page,
                    _(
                        "{words!r} has a contrast of {ratio:.1f}:1, {least}:1 is needed",
                        words=words[:30],
                        ratio=ratio,
                        least=least,
                    ),
                    _("choose other colours in the brand"),
                )
                break


def _ratio(picture: Image.Image) -> float:
    """Of the lightest and the darkest pixel."""
    values = [luminance((red, green, blue)) for _, (red, green, blue) in colour_counts(picture)]
    return (max(values) + 0.05) / (min(values) + 0.05)
