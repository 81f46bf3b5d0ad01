"""What shapes of a plain SVG refer to: gradients, clipping paths and masks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from press.brand.logo.faults import AS_PNG
from press.brand.logo.svg_reading.cascade import Style, local
from press.brand.logo.svg_reading.computed import computed
from press.brand.logo.svg_reading.css_colours import colour
from press.brand.logo.svg_reading.css_values import share, url
from press.language.message import _, verbatim

if TYPE_CHECKING:
    from press.brand.logo.svg_reading.plain_svg import PlainSvg

GRADIENTS = {
    "linearGradient": ("x1", "y1", "x2", "y2"),
    "radialGradient": ("cx", "cy", "r", "fx", "fy", "fr"),
}
_COMMON = ("gradientUnits", "gradientTransform", "spreadMethod")
_ONE_TONE = _("cut it out with a clipping path, {as_png}", as_png=AS_PNG)


def named(plain: PlainSvg, value: str) -> Element | None:
    found = url(value)
    return plain.named.get(found[0][1:]) if found and found[0].startswith("#") else None


def reference(element: Element) -> str:
    """The id that an element's href names in its own file; empty for none."""
    links = [value for name, value in element.attrib.items() if name.rsplit("}", 1)[-1] == "href"]
    return next((link.strip()[1:] for link in links if link.strip().startswith("#")), "")


class Definitions:
    """What shapes refer to, written once each."""

    def __init__(self, plain: PlainSvg):
        self.plain, self.out = plain, Element("defs")
        self._gradients: dict[Element, tuple[str, float]] = {}
        self._cuts: dict[Element, str] = {}

    def gradient(self, server: Element) -> tuple[str, float]:
        """How a gradient is referred to, and its opacity."""
        if server not in self._gradients:
            self._gradients[server] = self._written(server)
        return self._gradients[server]

    def _written(self, server: Element) -> tuple[str, float]:
        chain = self._chain(server)
        holder = next((one for one in chain if any(local(child) == "stop" for child in one)), None)
        stops = [] if holder is None else [self._stop(stop, holder) for stop in holder if local(stop) == "stop"]
        if not stops:
            return "none", 1.0
        opacities = {opacity for *_stop, opacity in stops}
        if len(opacities) > 1:
            self.plain.fault(
                server, _("a gradient that fades to nothing"), _("let it end in a colour, {as_png}", as_png=AS_PNG)
            )
        names = (*GRADIENTS[local(server)], *_COMMON)
        given = {name: one.attrib[name] for one in reversed(chain) for name in names if name in one.attrib}
        if given.get("spreadMethod", "pad") != "pad":
            self.plain.fault(server, _("a gradient that repeats itself"), _("let it run once, {as_png}", as_png=AS_PNG))
        out = Element(local(server), {"id": f"d{len(self.out)}"} | given)
        for offset, flat, _opacity in stops:
            out.append(Element("stop", {"offset": offset, "stop-color": flat}))
        self.out.append(out)
        return f"url(#{out.get('id')})", min(opacities)

    def _chain(self, server: Element) -> list[Element]:
        """A gradient and those it builds on."""
        chain = [server]
        while (above := self.plain.named.get(reference(chain[-1]) or " ")) is not None and above not in chain:
            if local(above) not in GRADIENTS:
                break
            chain.append(above)
        return chain

    def _stop(self, stop: Element, holder: Element) -> tuple[str, str, float]:
        style = computed(self.plain.styles[stop], computed(self.plain.styles[holder], self.plain.above(holder)))
        name = style.get("stop-color", "black")
        flat = colour(style.get("color", "black") if name.lower() == "currentcolor" else name) or (
            "#000000",
            1.0,
        )
        return stop.get("offset", "0"), flat[0], flat[1] * (share(style.get("stop-opacity", "1")) or 0.0)

    def cut(self, element: Element, style: Style, out: Element) -> bool:
        """Writes what an element is clipped and masked by."""
        for name, tag in (("clip-path", "clipPath"), ("mask", "mask")):
            value = style.get(name, "none")
            if value.lower() == "none":
                continue
            cutter = named(self.plain, value)
            if url(value) is None:
                self.plain.fault(
                    element, verbatim(f"`{name}: {value[:40]}`"), _("use a clipping path, {as_png}", as_png=AS_PNG)
                )
            elif cutter is not None and local(cutter) == tag:
                out.set(name, f"url(#{self._cutter(cutter, tag)})")
        return True

    def _cutter(self, cutter: Element, tag: str) -> str:
        if cutter in self._cuts:
            return self._cuts[cutter]
        names = (
            ("clipPathUnits",) if tag == "clipPath" else ("x", "y", "width", "height", "maskUnits", "maskContentUnits")
        )
        name = self._cuts[cutter] = f"c{len(self._cuts)}"
        out = Element(tag, {"id": name} | {one: cutter.attrib[one] for one in names if one in cutter.attrib})
        style = computed(self.plain.styles[cutter], self.plain.above(cutter))
        self.plain.effects(cutter, {key: style[key] for key in ("transform", "clip-path", "mask") if key in style}, out)
        for child in cutter:
            if tag == "clipPath" and local(child) in ("g", "svg", "a", "switch"):
                continue  # SVG 2, 14.3.5: no browser looks into them there
            self.plain.draw(child, style, out, 1, clip=tag == "clipPath")
        if tag == "mask":
            self._one_tone(cutter, style, out)
        self.out.append(out)
        return name

    def _one_tone(self, mask: Element, style: Style, out: Element) -> None:
        """A mask that shows or hides, and nothing between."""
        shades = style.get("mask-type", "luminance").lower() != "alpha"
        if not shades:
            out.set("style", "mask-type:alpha")
        for shape in out.iter():
            fades = any(name.endswith("opacity") for name in shape.attrib) or "stroke" in shape.attrib
            fill = shape.get("fill", "")
            if fades or (fill and (fill.startswith("url") or (shades and fill != "#ffffff"))):
                self.plain.fault(mask, _("a mask of more than one tone"), _ONE_TONE)
                return
