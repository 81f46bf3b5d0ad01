"""Shadings as the press writes them: straight from colour to colour, whose ends say all that is in them."""

from collections.abc import Callable, Iterator

from pikepdf import Array, Dictionary, Name, Object

from press.pdf.graphics.colour_operators import Colour, space_name

SMOOTH = (2, 3)  # ISO 32000-1, table 78: axial and radial
UNKNOWN = Colour("Shading", ())


def shading_colours(shading: Object) -> Iterator[Colour]:
    """The colours a shading runs between; UNKNOWN for one that is built otherwise."""
    ends = _ends(shading.get("/Function")) if int(shading.ShadingType) in SMOOTH else None
    if ends is None:
        yield UNKNOWN
        return
    space = space_name(shading.ColorSpace)
    for function in ends:
        for end in (function.C0, function.C1):
            yield Colour(space, tuple(float(part) for part in end))


def recoloured_shading(shading: Object, colour: Callable[[Colour], tuple[float, ...]]) -> Object:
    """A copy in other colours. Raises ValueError for one whose colours do not stand in it."""
    ends = _ends(shading.get("/Function")) if int(shading.ShadingType) in SMOOTH else None
    if ends is None:
        raise ValueError("a shading of unknown colours")
    space = space_name(shading.ColorSpace)
    parts, count = [], 1
    for function in ends:
        first, last = (colour(Colour(space, tuple(float(part) for part in end))) for end in (function.C0, function.C1))
        parts.append(Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=Array(first), C1=Array(last)))
        count = len(first)
    whole = shading.Function
    made = Dictionary(dict(shading.items()))
    made.ColorSpace = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}[count]
    if int(whole.FunctionType) == 2:
        made.Function = parts[0]
    else:
        made.Function = Dictionary(
            FunctionType=3, Domain=whole.Domain, Functions=Array(parts), Bounds=whole.Bounds, Encode=whole.Encode
        )
    return made


def _ends(function: Object | None) -> list[Object] | None:
    """Its straight parts; None if there are others."""
    if not isinstance(function, Dictionary):
        return None
    parts: list[Object] = list(function.Functions) if int(function.FunctionType) == 3 else [function]
    straight = all(int(part.get("/FunctionType", 0)) == 2 and float(part.N) == 1 for part in parts)
    return parts if straight and all("/C0" in part and "/C1" in part for part in parts) else None
