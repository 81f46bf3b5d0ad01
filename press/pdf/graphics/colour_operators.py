"""Colours as they stand in a content stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name, Object

_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
ALL = "All"  # the colorant of registration marks


@dataclass(frozen=True)
class Colour:
    """A colour space, named so that two are the same if their inks are, and its values from 0 to 1."""

    space: str
    values: tuple[float, ...]

    @property
    def inks(self) -> dict[str, float]:
        """Plate → ink from 0 to 1, of colours that are ink."""
        if self.space == "DeviceGray":
            return {"K": 1 - self.values[0]}
        if self.space == "DeviceCMYK":
            return dict(zip("CMYK", self.values))
        if self.space.startswith("Separation "):
            return {self.space.removeprefix("Separation "): self.values[0] if self.values else 1.0}
        raise ValueError(f"{self.space} is not ink")

    @property
    def is_ink(self) -> bool:
        return self.space in ("DeviceGray", "DeviceCMYK") or self.space.startswith("Separation ")

    @property
    def is_solid_black(self) -> bool:
        """Black alone, without any white in it."""
        return self.space in ("DeviceGray", "DeviceCMYK") and (
            {plate: round(amount, 4) for plate, amount in self.inks.items() if amount} == {"K": 1}
        )

    @property
    def is_paper(self) -> bool:
        """No ink at all."""
        return self.is_ink and not any(self.inks.values())

    @property
    def is_black_or_paper(self) -> bool:
        """Black alone, or nothing at all."""
        return self.is_ink and all(name == "K" or amount == 0 for name, amount in self.inks.items())


BLACK = Colour("DeviceGray", (0.0,))  # where a page's content starts, ISO 32000-1, 8.4


def space_name(space: Object) -> str:
    """A colour space as a name; spaces built on others name what they are built on."""
    if isinstance(space, Name):
        return str(space)[1:]
    if not isinstance(space, Array):
        return "unknown"
    family = str(space[0])[1:]
    if family == "ICCBased":
        return f"ICC {int(space[1].get('/N', 0))}"
    if family == "Separation":
        looks = space_name(space[2])
        return f"Separation {str(space[1])[1:]}" + ("" if looks == "DeviceCMYK" else f" shown in {looks}")
    if family == "Indexed":
        return f"Indexed {space_name(space[1])}"
    if family == "DeviceN":
        return "DeviceN " + " ".join(str(name)[1:] for name in space[1])
    return family


def colour_from(op: str, operands: Sequence[Any], before: Colour) -> Colour:
    """The colour an operator sets: g, rg, k, or sc and scn in the space set before."""
    if op in _DEVICE:
        return Colour(_DEVICE[op], tuple(float(part) for part in operands))
    if operands and isinstance(operands[-1], Name):
        return Colour("Pattern", ())
    return Colour(before.space, tuple(float(part) for part in operands))
