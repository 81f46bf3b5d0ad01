"""Colour spaces: ink only - process colour, black, and the spots that were expected."""

from collections.abc import Iterator

from press.pdf.graphics.colour_operators import ALL
from press.preflight.document import Document

CODE = "colour-space"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = (
    "RGB and ICC-based gray are converted by the print shop, and nobody knows to what (black becomes four inks)."
)


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    allowed = {"DeviceCMYK", "DeviceGray", *(f"Separation {name}" for name in (ALL, *document.expected.spots))}
    seen = set()
    for mark, page in document.marks():
        space = mark.colour.space
        if space in allowed or space in seen:
            continue
        seen.add(space)
        if space.startswith("Separation "):
            listed = ", ".join(document.expected.spots) or "none"
            yield (
                page,
                f"the spot colour {space.removeprefix('Separation ')} was not expected (expected: {listed})",
                "name it in the brand and order `colours: spot`",
            )
        else:
            yield page, f"{mark.kind} in {space}", "set colours through the brand's tokens; convert images to CMYK"
