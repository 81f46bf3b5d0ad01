"""SVG logos: flat shapes only; nothing that runs, loads or depends on what is installed."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from press.brand.logo.references import MAX_RATIO, depth, drawn, references

Faults = list[tuple[str, str]]

MAX_POINTS = 30_000  # counting what <use> repeats; a detailed coat of arms has a third
MAX_DEPTH = 100  # elements in elements
MAX_RULES = 500  # of all style sheets
MAX_BYTES = 1_000_000  # a detailed coat of arms has a fifth; every point costs time on every page
MAX_SIDE = 100_000  # px

# Element → what it is, and what to do about it.
_REFUSED = {
    "script": ("a script", "export the logo without scripts"),
    "foreignObject": ("embedded HTML", "export the logo as plain shapes"),
    "image": ("an embedded picture", "use the picture itself, as PNG or JPEG, or draw it as shapes"),
    "text": ("live text, which needs a font", "convert text to outlines"),
    "linearGradient": ("a gradient", "use flat colours"),
    "radialGradient": ("a gradient", "use flat colours"),
    "pattern": ("a pattern", "use flat colours"),
    "filter": ("a filter", "export the logo without effects"),
    "mask": ("a mask", "export the logo without transparency"),
    "animate": ("an animation", "export a still picture"),
    "animateTransform": ("an animation", "export a still picture"),
    "marker": ("a marker", "convert markers to shapes"),
    "set": ("an animation", "export a still picture"),
}
# What must not even reach the parser.
_BEFORE_PARSING = (
    (r"<!\s*(DOCTYPE|ENTITY)", "a document type or entities", "export it as plain SVG"),
    (
        r"<\?xml[^>]*encoding\s*=\s*['\"](?!utf-?8['\"]|us-ascii['\"])",
        "an encoding other than UTF-8",
        "export it as plain SVG",
    ),
    (r"<\?xml-stylesheet", "a style sheet outside the file", "export it with its colours as attributes"),
)
# How drawing programs write them. Others (`* > *`) can take for ever to match.
_CLASSES = re.compile(r"\s*\.[\w-]+(\s*,\s*\.[\w-]+)*\s*")
_OPACITY = ("opacity", "fill-opacity", "stroke-opacity")


def examine(data: bytes) -> tuple[float, Faults]:
    """Width over height, and every fault as (what, how to mend it)."""
    if len(data) > MAX_BYTES:
        return 1.0, [(f"{len(data) // 1000} kB of shapes", f"simplify it to at most {MAX_BYTES // 1000} kB")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return 1.0, [
            ("not UTF-8 text", "export it as plain SVG")
        ]  # other encodings would hide what is searched for below
    if fault := next((fault for pattern, *fault in _BEFORE_PARSING if re.search(pattern, text, re.IGNORECASE)), None):
        return 1.0, [tuple(fault)]
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        return 1.0, [(f"not well-formed ({error})", "export it again")]
    if _local(root.tag) != "svg":
        return 1.0, [("not an SVG", "export it again")]
    elements = list(root.iter())
    if depth(root) > MAX_DEPTH:
        return 1.0, [("elements nested too deeply", "ungroup them")]
    rules = [rule for sheet in _sheets(elements) for rule in _rules(sheet)]
    looks = defaultdict(list)
    for selector, style in rules:
        for name in re.findall(r"[\w-]+", selector):
            looks[name] += references(style)
    if (points := drawn(root, elements, looks)) > MAX_POINTS:
        more = "shapes that repeat themselves" if points > 2 * len(data) else "shapes of many points"
        return 1.0, [(f"{more}, more than {MAX_POINTS:,} points in all", "simplify it")]
    faults = [fault for element in elements for fault in _faults(element)]
    if len(rules) > MAX_RULES or not all(_CLASSES.fullmatch(selector) for selector, _ in rules):
        faults.append(("a style sheet with more than plain class names", "export it with its colours as attributes"))
    ratio = _ratio(root)
    if ratio is None:
        faults.append(("no usable size", "give the <svg> a viewBox of sensible width and height"))
    return ratio or 1.0, list(dict.fromkeys(faults))


def _faults(element: ElementTree.Element):
    if fault := _REFUSED.get(_local(element.tag)):
        yield fault
    for name, value in element.attrib.items():
        name, low = _local(name), value.lower()
        if name.lower().startswith("on"):
            yield "a script (an event handler)", "export the logo without scripts"
        if name == "href" and not value.startswith("#"):
            yield "a reference to something outside the file", "embed it as shapes"
        yield from _style_faults(low)
        if name == "style":
            yield from _escapes(value)
        if name in _OPACITY and _number(value) < 1:
            yield "transparency", "use opaque colours"
    for sheet in _sheets([element]):
        yield from _style_faults(sheet.lower())
        yield from _escapes(sheet)


def _sheets(elements: list[ElementTree.Element]) -> list[str]:
    return ["".join(element.itertext()) for element in elements if _local(element.tag) == "style"]


def _rules(sheet: str) -> list[list[str]]:
    """The rules of a style sheet as (selector, style). What is left open counts as one, too."""
    return [
        [*rule.split("{", 1), ""][:2]
        for rule in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).split("}")
        if rule.strip()
    ]


def _escapes(style: str):
    """CSS may write any letter as a backslash and a number, and so hide what is searched for."""
    if "\\" in style:
        yield "a style with escaped characters", "export it with its colours as attributes"


def _style_faults(style: str):
    if "@import" in style or re.search(r"url\(\s*['\"]?(?!#)", style):
        yield "a reference to something outside the file", "embed it as shapes"
    if any(_number(value) < 1 for value in re.findall(r"opacity\s*:\s*([\d.]+%?)", style)):
        yield "transparency", "use opaque colours"


def _ratio(root: ElementTree.Element) -> float | None:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = (box[2], box[3]) if len(box) == 4 else (root.get("width", ""), root.get("height", ""))
    width, height = map(_number, sides)
    usable = (
        all(1 / MAX_SIDE <= side <= MAX_SIDE for side in (width, height))
        and 1 / MAX_RATIO <= width / height <= MAX_RATIO
    )
    return width / height if usable else None


def _number(text: str) -> float:
    found = re.match(r"\s*\+?([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?(%?)", text, re.IGNORECASE)
    return float(found[1] + (found[2] or "")) / (100 if found[3] else 1) if found else 0.0


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1] if isinstance(name, str) else ""
