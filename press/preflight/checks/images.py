"""Images: fine enough at the size they are placed."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "image-resolution"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Under 250 dpi (line art: 600 dpi) one sees the dots of the file instead of the picture."

TONE_DPI = 250
LINE_DPI = 600


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    for mark, page in document.marks():
        least = LINE_DPI if mark.detail == "1 bit" else TONE_DPI
        if mark.kind == "image" and mark.size < least - 1:
            yield (
                page,
                _("an image of {size:.0f} dpi at its placed size", size=mark.size),
                _("use one with at least {least} dpi, or place it smaller", least=least),
            )
