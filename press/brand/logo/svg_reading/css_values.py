"""Values of CSS and of presentation attributes: which a browser takes, and what they come to."""

import re

import tinycss2
from tinycss2.ast import Node

from press.brand.logo.svg_reading.css_colours import is_colour

LONGEST = 2_000  # characters of a value once its variables are put in

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})(px|pt|pc|mm|cm|in|q|%|)", re.IGNORECASE)
# CSS Values 4, 6.2: how many px each is.
_PX = {"px": 1, "": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)\s*(.*)""", re.IGNORECASE | re.DOTALL)

COLOURS = {"color", "stop-color"}
PAINTS = {"fill", "stroke"}
SHARES = {"opacity", "fill-opacity", "stroke-opacity", "stop-opacity"}
GEOMETRY = {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"}
LENGTHS = {"stroke-width", "stroke-dashoffset"}
KEYWORDS = {
    "fill-rule": {"nonzero", "evenodd"},
    "clip-rule": {"nonzero", "evenodd"},
    "stroke-linecap": {"butt", "round", "square"},
    "stroke-linejoin": {"miter", "round", "bevel", "arcs", "miter-clip"},
    "visibility": {"visible", "hidden", "collapse"},
}
FOR_ALL = {"inherit", "initial", "unset", "revert", "revert-layer"}


def is_valid(name: str, value: str, in_css: bool) -> bool:
    """Whether a browser takes a value at all; if not, what was said before stays. `in_css`: lengths need their unit."""
    low = value.lower()
    if low in FOR_ALL or "var(" in low or name.startswith("--"):
        return True
    if name in COLOURS:
        return is_colour(value)
    if name in PAINTS:
        return low in ("none", "context-fill", "context-stroke") or bool(_URL.fullmatch(value)) or is_colour(value)
    if name in SHARES:
        return share(value) is not None
    if name in GEOMETRY | LENGTHS:
        unit_needed = in_css and name in GEOMETRY
        return low == "auto" or "(" in low or _is_length(value, unit_needed) or low.endswith(("em", "ex", "rem"))
    if name == "stroke-miterlimit":
        return bool(re.fullmatch(_NUMBER, low))
    if name == "stroke-dasharray":
        return low == "none" or all(_is_length(part, False) for part in re.split(r"[\s,]+", low))
    return low in KEYWORDS[name] if name in KEYWORDS else bool(low)


def _is_length(value: str, unit_needed: bool) -> bool:
    found = _LENGTH.fullmatch(value)
    return bool(found and (found[2] or not unit_needed or float(found[1]) == 0))


def length(value: str) -> str | None:
    """A length as an attribute takes it: in px without a unit, or in %. None if it depends on more than itself."""
    found = _LENGTH.fullmatch(value.strip())
    if not found:
        return None
    return value.strip() if found[2] in ("", "%") else f"{float(found[1]) * _PX[found[2].lower()]:.6g}"


def px(value: str) -> float | None:
    """A length in px; None for a share of something, or no length at all."""
    found = length(value)
    return float(found) if found and not found.endswith("%") else None


def share(value: str) -> float | None:
    """An opacity, 0 to 1."""
    found = re.fullmatch(rf"({_NUMBER})(%?)", value.strip().lower())
    return min(max(float(found[1]) / (100 if found[2] else 1), 0.0), 1.0) if found else None


def url(value: str) -> tuple[str, str] | None:
    """What a `url(…)` names, and what stands behind it as a fallback; None for anything else."""
    found = _URL.fullmatch(value.strip())
    return (next(part for part in (*found.groups()[:3], "") if part is not None).strip(), found[4]) if found else None


def substituted(value: str, custom: dict[str, str]) -> str | None:
    """A value with its `var(…)` put in; None if one of them is nowhere given. `custom` come with theirs."""
    if "var(" not in value.lower():
        return value
    parts = _put_in(tinycss2.parse_component_value_list(value, skip_comments=True), custom)
    return None if parts is None or len(parts) > LONGEST else parts.strip()


def _put_in(tokens: list[Node], custom: dict[str, str]) -> str | None:
    text = ""
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            part = _variable(token.arguments, custom)
        elif token.type == "function":
            inner = _put_in(token.arguments, custom)
            part = None if inner is None else f"{token.name}({inner})"
        else:
            part = token.serialize()
        if part is None or len(text) > LONGEST:
            return None
        text += part
    return text


def _variable(arguments: list[Node], custom: dict[str, str]) -> str | None:
    name = next((token.value for token in arguments if token.type == "ident"), "")
    if name in custom:
        return custom[name]
    comma = next((n for n, token in enumerate(arguments) if token == ","), None)
    return None if comma is None else _put_in(arguments[comma + 1 :], custom)
