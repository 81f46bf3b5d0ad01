"""Registration colour: outside of what is left once the page is cut."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.graphics.colour_operators import ALL
from press.pdf.page_boxes import MM
from press.pdf.rendered.pixels import gray_range
from press.preflight.document import Document

CODE = "registration"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Registration colour prints on every plate: inside the page it is 400 % of ink, and on no plate alone."

DPI = 72  # as `ink`, which looks at the same pictures
SAMPLE = 3  # pages


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    document.note_sample("registration looked at", pages := document.sample_of_each(SAMPLE))
    slug = round(document.expected.geometry.slug * MM * DPI / 72)
    for page, plates in zip(pages, document.separations.plates(pages, DPI)):
        picture = plates[ALL]
        inside = picture.crop((slug, slug, picture.width - slug, picture.height - slug))
        if gray_range(inside)[1] > 0:
            yield page, _("registration colour inside the trim"), _("draw it in black, or outside the bleed")
