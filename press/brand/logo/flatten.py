"""Lays what is see-through on white paper and on what lies below it: opaque pieces that look the same.

A see-through shape becomes itself in the colour it has on paper, and then, for each piece below it from the
back to the front, that piece's outline within it, in the colour the two make.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from press.brand.logo.drawing import Gradient, Group, Outline, Paint, Part, Piece, meet
from press.brand.logo.faults import refused
from press.language.message import _
from press.pdf.graphics.colour_operators import Colour

MAX_PIECES = 30_000
FIX = _("make its colours opaque")

# Separable blend modes (ISO 32000-1, 11.3.5.2): of a level below and one above, both as light, 0 to 1.
BLENDS: dict[str, Callable[[float, float], float]] = {
    "Normal": lambda below, above: above,
    "Multiply": lambda below, above: below * above,
    "Screen": lambda below, above: below + above - below * above,
    "Darken": min,
    "Lighten": max,
    "Overlay": lambda below, above: BLENDS["HardLight"](above, below),
    "HardLight": lambda below, above: 2 * below * above if above <= 0.5 else 1 - 2 * (1 - below) * (1 - above),
    "Difference": lambda below, above: abs(below - above),
    "Exclusion": lambda below, above: below + above - 2 * below * above,
}


def flattened(parts: Iterable[Part]) -> tuple[tuple[Piece, ...], bool]:
    """Opaque pieces, and whether there was anything to flatten. Raises UnprintableError for what cannot be done so."""
    parts = tuple(parts)
    below: list[Piece] = []
    _lay(parts, below)
    return tuple(below), any(_fades(part) for part in parts)


def _lay(parts: Iterable[Part], below: list[Piece]) -> None:
    """Adds parts to what lies below them."""
    for part in parts:
        if isinstance(part, Piece):
            _compose([replace(part, alpha=1.0, blend="Normal")], part.alpha, part.blend, below)
        elif part.alpha < 1 or part.blend != "Normal":
            _compose(_alone(part, below), part.alpha, part.blend, below)
        elif part.isolated and any(_blends(inner) for inner in part.parts):
            below += _alone(part, below)
        else:
            _lay(part.parts, below)


def _alone(group: Group, below: list[Piece]) -> list[Piece]:
    """A group's pieces as they are without what lies below it."""
    own: list[Piece] = []
    _lay(group.parts, own)
    if any(_has_alpha(part) for part in group.parts) and any(
        meet(piece.box, one.box) for piece in own for one in below
    ):
        raise refused(_("see-through shapes in a see-through group, over others"), FIX)
    return own


def _compose(pieces: list[Piece], alpha: float, blend: str, below: list[Piece]) -> None:
    if alpha >= 1 and blend == "Normal":
        below += pieces
        return
    if blend not in BLENDS:
        raise refused(_("the blend mode {blend}", blend=blend), FIX)
    ground = list(below)
    for piece in pieces:
        below.append(replace(piece, paint=_over(piece.paint, None, alpha, "Normal")))
        for other in ground:
            if meet(piece.box, other.box):
                below.append(_overlap(piece, other, alpha, blend))
        if len(below) > MAX_PIECES:
            raise refused(_("see-through shapes over too many others"), FIX)


def _overlap(piece: Piece, other: Piece, alpha: float, blend: str) -> Piece:
    """Where one piece lies over another."""
    paint = _over(piece.paint, other.paint, alpha, blend)
    clips = tuple(dict.fromkeys((*other.clips, *piece.clips)))
    if piece.pen is None and not (isinstance(piece.paint, Gradient) and other.pen is not None):
        return Piece(other.outline, paint, other.pen, (*clips, _cut(piece)))
    if other.pen is None:
        return Piece(piece.outline, paint, piece.pen, (*clips, _cut(other)))
    raise refused(_("a see-through line over another line"), _("convert lines to shapes"))


def _cut(piece: Piece) -> Outline:
    return piece.outline.on_page


def _over(above: Paint, below: Paint | None, alpha: float, blend: str) -> Paint:
    """One paint seen through another; over paper where there is none."""
    if isinstance(above, Gradient):
        if isinstance(below, Gradient):
            raise refused(_("a see-through gradient over another gradient"), FIX)
        return replace(above, stops=tuple((at, _mixed(stop, below, alpha, blend)) for at, stop in above.stops))
    if isinstance(below, Gradient):
        return replace(below, stops=tuple((at, _mixed(above, stop, alpha, blend)) for at, stop in below.stops))
    return _mixed(above, below, alpha, blend)


def _mixed(above: Colour, below: Colour | None, alpha: float, blend: str) -> Colour:
    if below is None:
        below = Colour(above.space, (0.0,) * 4 if above.space == "DeviceCMYK" else (1.0,) * len(above.values))
    above, below = _alike(above, below)
    ink = above.space == "DeviceCMYK"
    mixed = []
    for over, under in zip(above.values, below.values):
        if ink:  # blend modes reckon with light
            over, under = 1 - over, 1 - under
        level = (1 - alpha) * under + alpha * BLENDS[blend](under, over)
        mixed.append(1 - level if ink else level)
    return Colour(above.space, tuple(round(level, 6) for level in mixed))


def _alike(one: Colour, other: Colour) -> tuple[Colour, Colour]:
    """Two colours in one space; gray goes with any."""
    if one.space == other.space:
        return one, other
    if "DeviceGray" in (one.space, other.space):
        space = other.space if one.space == "DeviceGray" else one.space
        return _as(one, space), _as(other, space)
    raise refused(_("see-through colours partly in RGB and partly in CMYK"), _("export it in one of the two"))


def _as(colour: Colour, space: str) -> Colour:
    if colour.space != "DeviceGray":
        return colour
    level = colour.values[0]
    return Colour(space, (0.0, 0.0, 0.0, 1 - level) if space == "DeviceCMYK" else (level,) * 3)


def _fades(part: Part) -> bool:
    return part.alpha < 1 or part.blend != "Normal" or (isinstance(part, Group) and any(map(_fades, part.parts)))


def _blends(part: Part) -> bool:
    return part.blend != "Normal" or (isinstance(part, Group) and any(map(_blends, part.parts)))


def _has_alpha(part: Part) -> bool:
    return part.alpha < 1 or (isinstance(part, Group) and any(map(_has_alpha, part.parts)))
