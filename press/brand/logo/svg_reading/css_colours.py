"""Colours of CSS: every notation of CSS Color 4, and `color-mix()` of Color 5, as sRGB."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

import tinycss2
from PIL import ImageColor
from tinycss2.ast import Node

if TYPE_CHECKING:
    from coloraide import Color

DEEPEST = 8  # mixes in mixes

# CSS Color 4, 6.1 and 6.3.
_NAMED = {name: (str(level), 1.0) for name, level in ImageColor.colormap.items()} | {"transparent": ("#000000", 0.0)}

_HUES = ("shorter", "longer", "increasing", "decreasing")
Hue = Literal["shorter", "longer", "increasing", "decreasing"]


def is_colour(value: str) -> bool:
    return value.lower() == "currentcolor" or colour(value) is not None


@lru_cache(maxsize=4096)
def colour(value: str) -> tuple[str, float] | None:
    """A colour as `#rrggbb` in sRGB and its opacity; what is beyond is cut off. None for what is no colour."""
    written = value.strip().lower()
    if re.fullmatch("#[0-9a-f]{6}", written):
        return written, 1.0
    if re.fullmatch("#[0-9a-f]{3}", written):
        return "#" + "".join(2 * digit for digit in written[1:]), 1.0
    if re.fullmatch("[a-z]+", written):  # a name that there is, or none
        return _NAMED.get(written)
    found = _read(value)
    if found is None:
        return None
    levels = found.convert("srgb").clip().coords(nans=False)
    return "#" + "".join(f"{round(level * 255):02x}" for level in levels), float(found.alpha(nans=False))


def _read(value: str, depth: int = 0) -> "Color | None":
    from coloraide import Color  # slow to load, and seldom needed

    if value.lstrip().lower().startswith("color-mix("):
        return _mixed(value, depth) if depth < DEEPEST else None
    found = Color.match(value.strip().lower(), fullmatch=True)
    return found.color if found else None


def _mixed(value: str, depth: int) -> "Color | None":
    """CSS Color 5, 2: shares that are left out make 100 %; those that make less leave the rest transparent."""
    tokens = [one for one in tinycss2.parse_component_value_list(value, skip_comments=True) if one.type != "whitespace"]
    if len(tokens) != 1 or tokens[0].type != "function":
        return None
    space, *parts = _split(tokens[0].arguments)
    words = [token.lower_value for token in space if token.type == "ident"]
    colours = [_with_share(part, depth) for part in parts]
    if len(words) not in (2, 4) or words[0] != "in" or len(colours) != 2 or None in colours:
        return None
    (first, one), (second, other) = cast("list[tuple[Color, float | None]]", colours)
    one, other = _shares(one, other)
    if one + other <= 0:
        return None
    hue = cast(Hue, words[2]) if len(words) == 4 and words[2] in _HUES else "shorter"
    try:
        mixed = first.mix(second, other / (one + other), space=_SPACES.get(words[1], words[1]), hue=hue)
    except (KeyError, ValueError):  # a space that there is not, or one without hues
        return None
    mixed.set("alpha", lambda alpha: alpha * min(1.0, one + other))
    return mixed


_SPACES = {"xyz": "xyz-d65"}  # as CSS and as the library call it


def _shares(one: float | None, other: float | None) -> tuple[float, float]:
    if one is None:
        one = 0.5 if other is None else 1 - other
    return one, 1 - one if other is None else other


def _with_share(tokens: list[Node], depth: int) -> "tuple[Color, float | None] | None":
    shares = [token.value / 100 for token in tokens if token.type == "percentage"]
    rest = "".join(token.serialize() for token in tokens if token.type != "percentage")
    found = _read(rest, depth + 1)
    if found is None or len(shares) > 1 or not all(0 <= share <= 1 for share in shares):
        return None
    return found, shares[0] if shares else None


def _split(tokens: list[Node]) -> list[list[Node]]:
    """At commas."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
