"""A plain SVG of what a browser paints: shapes with their colours as attributes, no style sheets, reuse or leftovers.

Written anew from what is known, so nothing gets through that was not looked at. What cannot be printed
is told by element.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from press.brand.logo.faults import AS_PNG, Fault, UnprintableError
from press.brand.logo.svg_reading.cascade import Style, local
from press.brand.logo.svg_reading.computed import computed, transform
from press.brand.logo.svg_reading.css_values import GEOMETRY, length, share, url
from press.brand.logo.svg_reading.plain_definitions import Definitions, reference
from press.brand.logo.svg_reading.plain_paint import BLEND_MODES, painted
from press.language.message import Message, _, joined

SVG = "http://www.w3.org/2000/svg"
MAX_DEPTH = 200  # elements in elements, each use opened up

SHAPES = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
_VIEWPORT = ("x", "y", "width", "height", "viewBox", "preserveAspectRatio")
_GROUPS = {"g", "a", "svg", "switch"}
_FLAT = _("use flat colours, {as_png}", as_png=AS_PNG)
_REFUSED = {
    "foreignObject": (_("embedded HTML"), _("export the logo as plain shapes, {as_png}", as_png=AS_PNG)),
    "image": (_("an embedded picture"), _("draw it as shapes, use the picture itself, {as_png}", as_png=AS_PNG)),
    "text": (_("live text, which needs a font"), _("convert text to outlines, {as_png}", as_png=AS_PNG)),
    "animate": (_("an animation"), _("export a still picture, {as_png}", as_png=AS_PNG)),
    "animateTransform": (_("an animation"), _("export a still picture, {as_png}", as_png=AS_PNG)),
    "animateMotion": (_("an animation"), _("export a still picture, {as_png}", as_png=AS_PNG)),
    "set": (_("an animation"), _("export a still picture, {as_png}", as_png=AS_PNG)),
}
_MOVES = ("animation", "animation-name", "rotate", "scale", "translate")


class PlainSvg:
    """Opens up a drawing. `faults` are what it met on its way."""

    def __init__(self, root: Element, styles: dict[Element, Style]):
        self.root, self.styles = root, styles
        self.named: dict[str, Element] = {}
        for element in root.iter():
            self.named.setdefault(element.get("id", ""), element)
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.faults: list[Fault] = []
        self.definitions = Definitions(self)

    def written(self, width: float, height: float) -> bytes:
        """The whole drawing, so many px wide and high. Raises UnprintableError with all that is wrong with it."""
        out = Element("svg", {"xmlns": SVG, "width": f"{width:.9g}", "height": f"{height:.9g}"})
        out.attrib |= {name: self.root.attrib[name] for name in _VIEWPORT[4:] if name in self.root.attrib}
        style = computed(self.styles[self.root], {})
        if self.effects(self.root, style, out):
            self._children(self.root, style, out, 1)
        if self.faults:
            raise UnprintableError(*self.faults)
        if len(self.definitions.out):
            out.insert(0, self.definitions.out)
        return ElementTree.tostring(out)

    def above(self, element: Element) -> Style:
        """What is handed down to an element where it stands."""
        chain = []
        while (element := self.parents.get(element)) is not None:  # type: ignore[assignment]
            chain.append(element)
        style: Style = {}
        for one in reversed(chain):
            style = computed(self.styles[one], style)
        return style

    def fault(self, element: Element, what: Message, fix: Message = _FLAT) -> None:
        """Notes what is wrong with an element, by its id or its number among its like."""
        tag = local(element)
        alike = [one for one in self.root.iter() if local(one) == tag]
        called = f'<{tag} id="{element.get("id")}">' if element.get("id") else f"<{tag}> no. {alike.index(element) + 1}"
        self.faults.append((joined("", (what, f" ({called})")), fix))

    def draw(self, element: Element, above: Style, into: Element, depth: int, clip: bool = False) -> None:
        """Writes what an element paints into another one; `clip`: what it cuts out, whatever its colour."""
        if depth > MAX_DEPTH:
            raise UnprintableError((_("elements nested too deeply"), _("ungroup them, {as_png}", as_png=AS_PNG)))
        tag = local(element)
        if not str(element.tag).startswith(f"{{{SVG}}}") or tag not in _GROUPS | SHAPES.keys() | _REFUSED.keys() | {
            "use"
        }:
            return
        style = computed(self.styles[element], above)
        if style.get("display", "").lower() == "none":
            return
        if tag in _REFUSED:
            self._refuse(element, style)
        elif tag in SHAPES:
            self._shape(element, style, into, clip)
        else:
            out = Element("svg" if tag == "svg" else "g")
            if tag == "svg":
                self._place(element, style, _VIEWPORT, out)
            if self.effects(element, style, out):
                if tag == "use":
                    self._use(element, style, out, depth, clip)
                else:
                    self._children(element, style, out, depth + 1)
            into.extend(_lifted(out) if clip else [out] if len(out) else [])

    def _children(self, element: Element, style: Style, out: Element, depth: int) -> None:
        children = list(element)
        if local(element) == "switch":  # SVG 2, 5.8: the first that needs nothing a browser lacks
            children = [child for child in children if not child.get("requiredExtensions")][:1]
        for child in children:
            if not child.get("requiredExtensions"):
                self.draw(child, style, out, depth)

    def _use(self, element: Element, style: Style, out: Element, depth: int, clip: bool) -> None:
        target = self.named.get(reference(element))
        if target is None:
            return
        holder = Element("use")
        self._place(element, style, ("x", "y", "width", "height"), holder)
        place = holder.attrib
        if place.get("x") or place.get("y"):
            moved = f"translate({place.get('x', '0')} {place.get('y', '0')})"
            out.set("transform", f"{out.get('transform', '')} {moved}".strip())
        if local(target) not in ("symbol", "svg"):
            self.draw(target, style, out, depth + 1, clip)
            return
        own = computed(self.styles[target], style)
        if own.get("display", "").lower() == "none":
            return
        inner = Element("svg")
        self._place(target, own, _VIEWPORT, inner)
        inner.attrib |= {name: place[name] for name in ("width", "height") if name in place}
        if self.effects(target, own, inner):
            self._children(target, own, inner, depth + 1)
        out.append(inner)

    def _shape(self, element: Element, style: Style, into: Element, clip: bool) -> None:
        if style.get("visibility", "visible").lower() != "visible":
            return
        out = Element(local(element))
        self._place(element, style, SHAPES[local(element)], out)
        if clip:
            if style.get("clip-rule", "").lower() == "evenodd":
                out.set("clip-rule", "evenodd")
        elif not painted(self, element, style, out):
            return
        if self.effects(element, style, out):
            into.append(out)

    def _place(self, element: Element, style: Style, names: tuple[str, ...], out: Element) -> None:
        """Copies where and how large an element is; style sheets may say so, too."""
        for name in names:
            value = style.get(name) if name in GEOMETRY else None
            if value is None or value.lower() == "auto":
                value = element.get(name)
            elif (told := length(value)) is None:
                self.fault(
                    element,
                    _("`{name}: {value}` in a style", name=name, value=value[:40]),
                    _("write it in px, {as_png}", as_png=AS_PNG),
                )
            else:
                value = told
            if value is not None:
                out.set(name, value)
        if "d" in names and (found := re.fullmatch(r"""path\(\s*["'](.*)["']\s*\)""", style.get("d", ""), re.DOTALL)):
            out.set("d", found[1])

    def effects(self, element: Element, style: Style, out: Element) -> bool:
        """Writes what holds for a thing as a whole; False if nothing of it is seen."""
        if (opacity := share(style.get("opacity", "1"))) is not None and opacity < 1:
            out.set("opacity", f"{opacity:.6g}")
        for name in _MOVES:
            if style.get(name, "none").lower() != "none":
                self.fault(
                    element, _("`{name}` in a style", name=name), _("export a still picture, {as_png}", as_png=AS_PNG)
                )
        if moved := self._transform(element, style):
            out.set("transform", moved)
        self._blend(element, style, out)
        if style.get("filter", "none").lower() != "none" and (
            (found := url(style["filter"])) is None or found[0][1:] in self.named
        ):
            self.fault(element, _("a filter"), _("export the logo without effects, {as_png}", as_png=AS_PNG))
        return self.definitions.cut(element, style, out) and opacity != 0

    def _transform(self, element: Element, style: Style) -> str | None:
        if "transform" not in style:
            return None
        origin = style.get("transform-origin", "0 0")
        moved = transform(style["transform"], origin)
        if moved is None or (
            origin != "0 0" and style.get("transform-box", "view-box").lower() not in ("view-box", "border-box")
        ):
            self.fault(
                element,
                _("`transform: {transform}` that depends on more than numbers", transform=style["transform"][:40]),
                _("ungroup it, {as_png}", as_png=AS_PNG),
            )
        return moved

    def _blend(self, element: Element, style: Style, out: Element) -> None:
        mode = style.get("mix-blend-mode", "normal").lower()
        if mode not in BLEND_MODES:
            self.fault(element, _("the blend mode {mode}", mode=mode[:40]))
        blending = [f"mix-blend-mode:{mode}"] if mode != "normal" else []
        blending += ["isolation:isolate"] if style.get("isolation", "").lower() == "isolate" else []
        if blending:
            out.set("style", ";".join(blending))

    def _refuse(self, element: Element, style: Style) -> None:
        hidden = style.get("visibility", "visible").lower() != "visible" or share(style.get("opacity", "1")) == 0
        empty = local(element) == "text" and not "".join(element.itertext()).strip()
        if not hidden and not empty:
            self.fault(element, *_REFUSED[local(element)])


def _lifted(group: Element) -> list[Element]:
    """The shapes of a group for themselves: what cuts out may not be grouped."""
    for shape in group:
        moved = f"{group.get('transform', '')} {shape.get('transform', '')}".strip()
        if moved:
            shape.set("transform", moved)
    return list(group)
