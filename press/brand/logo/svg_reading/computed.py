"""Computed style: an element's own, its variables put in, on what is handed down from above it."""

import re

from press.brand.logo.svg_reading.cascade import Style
from press.brand.logo.svg_reading.css_values import FOR_ALL, is_valid, substituted

HANDED_DOWN = {
    "color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "visibility", "clip-rule",
    "paint-order", "marker-start", "marker-mid", "marker-end", "marker",
}  # fmt: skip
MAX_CHAIN = 30  # custom properties that build on each other

_VARIABLE = re.compile(r"var\(\s*(--[^\s,)]+)", re.IGNORECASE)
_UNITS = {"deg": 1.0, "": 1.0, "rad": 57.29577951308232, "grad": 0.9, "turn": 360.0}
_FUNCTION = re.compile(r"\s*,?\s*([a-zA-Z]+)\(([^()]*)\)")
_FUNCTIONS = {
    "translate": "translate({0} {1})", "translatex": "translate({0} 0)", "translatey": "translate(0 {0})",
    "scale": "scale({0} {1})", "scalex": "scale({0} 1)", "scaley": "scale(1 {0})",
    "skewx": "skewX({0})", "skewy": "skewY({0})",
}  # fmt: skip


def computed(own: Style, above: Style) -> Style:
    """What an element is painted with. Properties that are not in it have their initial value."""
    custom = _custom(own, {name: value for name, value in above.items() if name.startswith("--")})
    style = {name: value for name, value in above.items() if name in HANDED_DOWN} | custom
    for name, declared in own.items():
        if name.startswith("--"):
            continue
        value = substituted(declared, custom)
        if value is None or not is_valid(name, value, in_css=False):
            value = "unset"  # CSS Variables, 3.1: invalid at computed-value time
        if value.lower() in FOR_ALL:
            value = above.get(name) if _takes_over(name, value.lower()) else None
        if value is None:
            style.pop(name, None)
        else:
            style[name] = value
    return style


def _takes_over(name: str, keyword: str) -> bool:
    return keyword == "inherit" or (keyword != "initial" and name in HANDED_DOWN)


def _custom(own: Style, above: Style) -> Style:
    """All custom properties that hold, each with those put in that it builds on."""
    declared = {name: value for name, value in own.items() if name.startswith("--")}
    known = dict(above)
    for name in declared:
        known.pop(name, None)

    tried: set[str] = set()

    def resolve(name: str, depth: int) -> None:
        tried.add(name)  # once each, whatever comes of it: values can multiply
        for other in _VARIABLE.findall(declared[name]):
            if other in declared and other not in tried and depth < MAX_CHAIN:
                resolve(other, depth + 1)
        value = substituted(declared[name], known)
        if value is not None:
            known[name] = value
        elif name in above:
            known[name] = above[name]

    for name in declared:
        if name not in tried:
            resolve(name, 0)
    return known


def transform(value: str, origin: str) -> str | None:
    """A transform as an attribute, whichever way it was written; None for what an attribute cannot say."""
    if value.lower() == "none" or not value.strip():
        return ""
    if _FUNCTION.sub("", value).strip(" ,\n\t\r"):
        return None
    parts = [_function(name.lower(), arguments) for name, arguments in _FUNCTION.findall(value)]
    about = _origin(origin)
    if None in parts or about is None:
        return None
    text = " ".join(part for part in parts if part)
    return (
        text
        if about == (0, 0)
        else f"translate({about[0]:g} {about[1]:g}) {text} translate({-about[0]:g} {-about[1]:g})"
    )


def _function(name: str, arguments: str) -> str | None:
    numbers = [_number(part) for part in re.split(r"[\s,]+", arguments.strip())]
    if not numbers or None in numbers:
        return None
    given = [f"{number:.10g}" for number in numbers if number is not None]
    if (name == "matrix" and len(given) == 6) or (name == "rotate" and len(given) in (1, 3)):
        return f"{name}({' '.join(given)})"
    if name == "skew" and len(given) in (1, 2):
        return None if len(given) == 2 and numbers[1] else f"skewX({given[0]})"
    if name not in _FUNCTIONS or len(given) > 2:
        return None
    return _FUNCTIONS[name].format(*given, *(("0",) if name == "translate" else given))


def _number(text: str) -> float | None:
    found = re.fullmatch(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|deg|rad|grad|turn|)", text.lower())
    return float(found[1]) * _UNITS.get(found[2], 1.0) if found else None


def _origin(text: str) -> tuple[float, float] | None:
    words = text.lower().replace("left", "0").replace("top", "0").split()
    numbers = [_number(word) for word in (*words, "0", "0")[:2]]
    return None if None in numbers else (numbers[0] or 0.0, numbers[1] or 0.0)
