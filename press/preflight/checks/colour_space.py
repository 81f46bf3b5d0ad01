"""Colour spaces: ink only - process colour, black, and the spots that were expected."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.graphics.colour_operators import ALL
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "colour-space"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = (
    "RGB and ICC-based gray are converted by the print shop, and nobody knows to what (black becomes four inks)."
)


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    allowed = {"DeviceCMYK", "DeviceGray", *(f"Separation {name}" for name in (ALL, *document.expected.spots))}
    seen = set()
    for mark, page in document.marks():
        space = mark.colour.space
        if space in allowed or space in seen:
            continue
        seen.add(space)
        if space.startswith("Separation "):
            listed = ", ".join(document.expected.spots) or _("none")
            yield (
                page,
                _(
                    "the spot colour {space} was not expected (expected: {listed})",
                    space=space.removeprefix("Separation "),
                    listed=listed,
                ),
                _("name it in the brand and order `colours: spot`"),
            )
        else:
            yield (
                page,
                _("{kind} in {space}", kind=mark_word(mark.kind), space=space),
                _("set colours through the brand's tokens; convert images to CMYK"),
            )
