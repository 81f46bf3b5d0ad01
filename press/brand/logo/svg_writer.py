"""Writes a drawing as an SVG for screens and office printers."""

from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from press.brand.logo.drawing import IDENTITY, Drawing, Gradient, Matrix, Outline, Piece, times
from press.brand.logo.svg_reading.plain_svg import SVG
from press.pdf.graphics.colour_operators import Colour

Shown = Callable[[Colour], str]  # `#rrggbb`

_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


def as_svg(drawing: Drawing, shown: Shown) -> bytes:
    """The drawing, each colour as `shown` makes it."""
    size = {"width": f"{drawing.width:.6g}", "height": f"{drawing.height:.6g}"}
    root = Element("svg", {"xmlns": SVG, "viewBox": f"0 0 {drawing.width:.6g} {drawing.height:.6g}"} | size)
    flip: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, drawing.height)  # SVG counts from the top
    definitions = SubElement(root, "defs")
    clips: dict[Outline, str] = {}
    for piece in drawing.pieces:
        place = root
        for clip in piece.clips:
            if clip not in clips:
                clips[clip] = f"c{len(clips)}"
                cutter = SubElement(definitions, "clipPath", {"id": clips[clip]})
                SubElement(cutter, "path", _path(clip, flip) | ({"clip-rule": "evenodd"} if clip.even_odd else {}))
            place = SubElement(place, "g", {"clip-path": f"url(#{clips[clip]})"})
        SubElement(place, "path", _path(piece.outline, flip) | _paint(piece, shown, definitions, flip))
    return ElementTree.tostring(root)


def _path(outline: Outline, flip: Matrix) -> dict[str, str]:
    matrix = times(outline.matrix, flip)
    steps = []
    for op, numbers in outline.steps:
        if op == "re":
            x, y, width, height = numbers
            steps.append(f"M{_n(x, y)}L{_n(x + width, y)} {_n(x + width, y + height)} {_n(x, y + height)}Z")
        else:
            steps.append({"m": "M", "l": "L", "c": "C", "h": "Z"}[op] + _n(*numbers))
    return {"d": "".join(steps)} | ({} if matrix == IDENTITY else {"transform": f"matrix({_n(*matrix)})"})


def _paint(piece: Piece, shown: Shown, definitions: Element, flip: Matrix) -> dict[str, str]:
    if isinstance(piece.paint, Gradient):
        return {"fill": _gradient(piece, piece.paint, shown, definitions, flip)} | _rule(piece)
    if piece.pen is None:
        return {"fill": shown(piece.paint)} | _rule(piece)
    pen = piece.pen
    lengths, phase = pen.dash
    return {
        "fill": "none",
        "stroke": shown(piece.paint),
        "stroke-width": _n(pen.width),
        "stroke-linecap": _CAPS[pen.cap],
        "stroke-linejoin": _JOINS[pen.join],
        "stroke-miterlimit": _n(pen.miter),
    } | ({"stroke-dasharray": _n(*lengths), "stroke-dashoffset": _n(phase)} if lengths else {})


def _rule(piece: Piece) -> dict[str, str]:
    return {"fill-rule": "evenodd"} if piece.outline.even_odd else {}


def _gradient(piece: Piece, gradient: Gradient, shown: Shown, definitions: Element, flip: Matrix) -> str:
    name = f"g{len(definitions)}"
    keys = ("fx", "fy", "fr", "cx", "cy", "r") if gradient.radial else ("x1", "y1", "x2", "y2")
    own = {key: _n(value) for key, value in zip(keys, gradient.coordinates)}
    laid = times(times(gradient.matrix, flip), _inverse(times(piece.outline.matrix, flip)))
    element = SubElement(
        definitions,
        "radialGradient" if gradient.radial else "linearGradient",
        {"id": name, "gradientUnits": "userSpaceOnUse", "gradientTransform": f"matrix({_n(*laid)})"} | own,
    )
    for place, colour in gradient.stops:
        SubElement(element, "stop", {"offset": _n(place), "stop-color": shown(colour)})
    return f"url(#{name})"


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size


def _n(*numbers: float) -> str:
    return " ".join(f"{number:.6f}".rstrip("0").rstrip(".") for number in numbers)
