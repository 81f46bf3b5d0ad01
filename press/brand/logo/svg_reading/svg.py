"""SVG logos: nothing that runs, loads or depends on what is installed; then what a browser paints, as plain shapes."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from press.brand.logo.faults import AS_PNG, Fault, UnprintableError
from press.brand.logo.references import MAX_RATIO, depth, drawn, references
from press.brand.logo.svg_reading.cascade import Style, cascade, css_dangers, is_nested_deeply, local, style_sheets
from press.brand.logo.svg_reading.css_values import px
from press.brand.logo.svg_reading.plain_definitions import reference
from press.brand.logo.svg_reading.plain_svg import SVG, PlainSvg
from press.language.message import _

MAX_POINTS = 30_000  # counting what <use> repeats; a detailed coat of arms has a third
MAX_DEPTH = 100  # elements in elements
MAX_BYTES = 1_000_000  # a detailed coat of arms has a fifth; every point costs time on every page
MAX_SIDE = 100_000  # px

_PLAIN = _("export it as plain SVG, {as_png}", as_png=AS_PNG)
_OUTSIDE = (_("a reference to something outside the file"), _("embed it as shapes"))
_SCRIPT = (_("a script"), _("export the logo without scripts"))
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[>]*(?:\[(?P<inside>[^\]]*)\]\s*)?>")
_ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<name>[\w.:-]+)\s+(?:"(?P<a>[^"&%<]*)"|'(?P<b>[^'&%<]*)')\s*>|<!--.*?-->|\s+""", re.DOTALL
)
# What must not even reach the parser.
_BEFORE_PARSING = (
    (r"<\?xml[^>]*encoding\s*=\s*['\"](?!utf-?8['\"]|us-ascii['\"])", _("an encoding other than UTF-8"), _PLAIN),
    (r"<\?xml-stylesheet", _("a style sheet outside the file"), _("export it with its colours as attributes")),
)


def examine(data: bytes) -> tuple[bytes, float, float]:
    """The drawing as a plain SVG, and its width and height in px. Raises UnprintableError with all that is wrong."""
    root = _parsed(_text(data))
    if depth(root) > MAX_DEPTH:
        raise UnprintableError((_("elements nested too deeply"), _("ungroup them, {as_png}", as_png=AS_PNG)))
    faults = [fault for element in root.iter() for fault in _dangers(element)]
    faults += [fault for sheet in style_sheets(root) for fault in css_dangers(sheet)]
    if faults:
        raise UnprintableError(*faults)
    styles = cascade(root)
    if (points := drawn(root, _links(root, styles))) > MAX_POINTS:
        more = _("shapes that repeat themselves") if points > 2 * len(data) else _("shapes of many points")
        raise UnprintableError(
            (
                _("{more}, more than {max_points:,} points in all", more=more, max_points=MAX_POINTS),
                _("simplify it, {as_png}", as_png=AS_PNG),
            )
        )
    size = _size(root, styles[root])
    if size is None:
        raise UnprintableError((_("no usable size"), _("give the <svg> a viewBox of sensible width and height")))
    return PlainSvg(root, styles).written(*size), *size


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise UnprintableError(
            (
                _("{count} kB of shapes", count=len(data) // 1000),
                _("simplify it to at most {max_bytes} kB, {as_png}", max_bytes=MAX_BYTES // 1000, as_png=AS_PNG),
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:  # other encodings would hide what is searched for below
        raise UnprintableError((_("not UTF-8 text"), _PLAIN)) from None
    for pattern, *fault in _BEFORE_PARSING:
        if re.search(pattern, text, re.IGNORECASE):
            raise UnprintableError((fault[0], fault[1]))
    return _without_doctype(text)


def _without_doctype(text: str) -> str:
    """Takes the document type away and puts in what its entities stand for: Illustrator writes namespaces so."""
    refused = UnprintableError((_("a document type or entities that are more than plain words"), _PLAIN))
    found = _DOCTYPE.search(text)
    rest = text if found is None else text[: found.start()] + text[found.end() :]
    if re.search(r"<!\s*(DOCTYPE|ENTITY)", rest, re.IGNORECASE):
        raise refused
    inside = (found and found["inside"]) or ""
    if _ENTITY.sub("", inside):
        raise refused
    words = {one["name"]: one["a"] or one["b"] or "" for one in _ENTITY.finditer(inside) if one["name"]}
    length = len(rest) + sum(rest.count(f"&{name};") * len(word) for name, word in words.items())
    if length > MAX_BYTES:
        raise refused
    return re.sub(r"&([\w.:-]+);", lambda one: words.get(one[1], one[0]), rest) if words else rest


def _parsed(text: str) -> Element:
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnprintableError((_("not well-formed ({error})", error=error), _("export it again"))) from None
    if local(root) != "svg":
        raise UnprintableError((_("not an SVG"), _("export it again")))
    if root.tag != f"{{{SVG}}}svg":
        raise UnprintableError((_("an <svg> that no browser shows"), _('give it xmlns="{svg}"', svg=SVG)))
    return root


def _dangers(element: Element) -> list[Fault]:
    """What runs or loads, wherever it stands."""
    tag = local(element)
    faults = [_SCRIPT] if tag == "script" else []
    for name, value in element.attrib.items():
        name = name.rsplit("}", 1)[-1].lower()
        if name.startswith("on"):
            faults.append((_("a script (an event handler)"), _("export the logo without scripts")))
        if name == "href" and _leads_out(tag, value.strip()):
            faults.append(_OUTSIDE)
        if name == "style":
            faults += css_dangers(value)
        elif is_nested_deeply(value):
            faults.append((_("an attribute of too many brackets in brackets"), _PLAIN))
    return faults


def _leads_out(tag: str, link: str) -> bool:
    """Whether a link loads from elsewhere or runs; one to click, an empty one and data in the file itself do not."""
    if not link or link.startswith("#") or (link.startswith("data:") and tag not in ("use", "a")):
        return False
    return not (tag == "a" and link.lower().startswith(("http://", "https://", "mailto:")))


def _links(root: Element, styles: dict[Element, Style]) -> dict[Element, list[Element]]:
    """What each element refers to in its own file."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    links = {}
    for element in root.iter():
        values = (*styles[element].values(), *(element.get(name, "") for name in ("fill", "clip-path")))
        names = [reference(element), *(name for value in values for name in references(value))]
        links[element] = [named[name] for name in dict.fromkeys(names) if name in named]
    return links


def _size(root: Element, style: Style) -> tuple[float, float] | None:
    """Width and height as a browser gives them to a picture (CSS Images 3, 4.3), in px."""
    box = [px(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    width, height = (px(style.get(name) or root.get(name) or "") for name in ("width", "height"))
    if len(box) == 4 and None not in box:
        across, up = box[2] or 0.0, box[3] or 0.0
        if across <= 0 or up <= 0:
            return None
        width, height = (
            width or (height * across / up if height else across),
            height or (width * up / across if width else up),
        )
    if width is None or height is None:
        return None
    usable = all(1 / MAX_SIDE <= side <= MAX_SIDE for side in (width, height))
    return (width, height) if usable and 1 / MAX_RATIO <= width / height <= MAX_RATIO else None
