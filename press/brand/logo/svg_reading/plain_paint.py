"""What shapes of a plain SVG are painted with: colours and gradients, in and along them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from press.brand.logo.faults import AS_PNG
from press.brand.logo.svg_reading.cascade import Style, local
from press.brand.logo.svg_reading.css_colours import colour
from press.brand.logo.svg_reading.css_values import length, px, share, url
from press.brand.logo.svg_reading.plain_definitions import GRADIENTS, named
from press.language.message import _, verbatim

if TYPE_CHECKING:
    from press.brand.logo.svg_reading.plain_svg import PlainSvg

BLEND_MODES = {"normal", "multiply", "screen", "darken", "lighten", "overlay", "hard-light", "difference", "exclusion"}
_STROKE = ("stroke-linecap", "stroke-linejoin", "stroke-miterlimit")
_MARKERS = ("marker-start", "marker-mid", "marker-end", "marker")


def painted(plain: PlainSvg, element: Element, style: Style, out: Element) -> bool:
    """Writes a shape's fill and line; False if it has neither."""
    filled = _paint(plain, element, style, "fill", "black", out)
    width = style.get("stroke-width", "1")
    lined = (px(width) != 0) and _paint(plain, element, style, "stroke", "none", out)
    if not lined:
        out.attrib.pop("stroke", None)
        out.attrib.pop("stroke-opacity", None)
    if filled and style.get("fill-rule", "").lower() == "evenodd":
        out.set("fill-rule", "evenodd")
    if lined:
        _line(plain, element, style, width, out)
    if (filled or lined) and style.get("paint-order", "normal").lower() != "normal":
        out.set("paint-order", style["paint-order"])
    if any(named(plain, style.get(name, "none")) for name in _MARKERS) and local(element) in (
        "path",
        "line",
        "polyline",
        "polygon",
    ):
        plain.fault(element, _("a marker"), _("convert markers to shapes, {as_png}", as_png=AS_PNG))
    return filled or lined


def _line(plain: PlainSvg, element: Element, style: Style, width: str, out: Element) -> None:
    for name, value in (("stroke-width", width), ("stroke-dashoffset", style.get("stroke-dashoffset", "0"))):
        if (told := length(value)) is None:
            plain.fault(element, verbatim(f"`{name}: {value[:40]}`"), _("write it in px, {as_png}", as_png=AS_PNG))
        elif told not in ("0", "1") or (name, told) == ("stroke-width", "0"):
            out.set(name, told)
    out.attrib |= {name: style[name].lower() for name in _STROKE if name in style}
    if style.get("stroke-dasharray", "none").lower() != "none":
        out.set(
            "stroke-dasharray",
            " ".join(length(part) or "0" for part in style["stroke-dasharray"].replace(",", " ").split()),
        )
        if element.get("pathLength"):
            plain.fault(
                element,
                _("dashes of a line that is measured anew"),
                _("convert the line to shapes, {as_png}", as_png=AS_PNG),
            )
    if style.get("vector-effect", "none").lower() != "none":
        plain.fault(element, _("a line that keeps its width"), _("convert the line to shapes, {as_png}", as_png=AS_PNG))


def _paint(plain: PlainSvg, element: Element, style: Style, which: str, initial: str, out: Element) -> bool:
    value = style.get(which, initial)
    visible = share(style.get(f"{which}-opacity", "1"))
    found = url(value)
    if found is not None and visible:
        if not found[0].startswith("#"):
            plain.fault(element, _("a reference to something outside the file"), _("embed it as shapes"))
            return False
        server = plain.named.get(found[0][1:])
        told = _server(plain, element, server, which) if server is not None else None
        if told is None:  # nothing of that name
            value = found[1] or "none"
        else:
            out.set(which, told[0])
            visible *= told[1]
    if which not in out.attrib:
        flat = colour(style.get("color", "black") if value.lower() == "currentcolor" else value)
        if value.lower().startswith("context-"):
            plain.fault(element, verbatim(f"{which}: {value}"))
        if flat is None and value.lower() == "currentcolor":
            flat = colour("black")
        out.set(which, flat[0] if flat else "none")
        visible = (visible or 0) * (flat[1] if flat else 0)
    if not visible:
        out.set(which, "none")
        return False
    if visible < 1:
        out.set(f"{which}-opacity", f"{visible:.6g}")
    return out.get(which) != "none"


def _server(plain: PlainSvg, element: Element, server: Element, which: str) -> tuple[str, float] | None:
    if local(server) == "pattern":
        plain.fault(element, _("a pattern"))
        return "none", 0.0
    if local(server) not in GRADIENTS:
        return None
    if which == "stroke":
        plain.fault(element, _("a gradient on a line"), _("convert the line to a shape, {as_png}", as_png=AS_PNG))
    return plain.definitions.gradient(server)
