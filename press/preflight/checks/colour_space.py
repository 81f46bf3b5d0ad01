"""Colour spaces: ink only - process colour, black, and the spots that were ordered."""

from typing import Iterator

from press.pdf.colour_operators import ALL
from press.preflight.document import Subject

CODE = "colour-space"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "RGB and ICC-based gray are converted by the print shop, and nobody knows to what (black becomes four inks)."


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    allowed = {"DeviceCMYK", "DeviceGray", *(f"Separation {name}" for name in (ALL, *subject.ordered.spots))}
    seen = set()
    for mark, page in subject.marks():
        space = mark.colour.space
        if space in allowed or space in seen:
            continue
        seen.add(space)
        if space.startswith("Separation "):
            listed = ", ".join(subject.ordered.spots) or "none"
            yield page, f"the spot colour {space.removeprefix('Separation ')} was not ordered (ordered: {listed})", \
                "name it in the brand and order `colours: spot`"
        else:
            yield page, f"{mark.kind} in {space}", "set colours through the brand's tokens; convert images to CMYK"
