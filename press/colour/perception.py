"""Perception: how light and how colourful a colour looks, and how well two can be told apart."""

from functools import lru_cache
from math import sqrt

from press.colour.colour_values import Rgb


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=65536)
def luminance(colour: Rgb) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: Rgb) -> float:
    """CIE L* of an sRGB colour, 0 to 100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def as_light_as(colour: Rgb) -> float:
    """The neutral sRGB level, 0 to 1, that looks as light as a colour."""
    y = luminance(colour)
    return 12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055


def neutral(colour: Rgb) -> Rgb:
    """The gray that looks as light as a colour."""
    level = round(255 * as_light_as(colour))
    return level, level, level


def chroma(colour: Rgb) -> float:
    """How colourful a colour looks, from 0 (gray) to about 0.32 (Oklab)."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return sqrt(a * a + b * b)


def mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """A colour with a share (0 to 1) of another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other))
    return red, green, blue


def _linear(colour: Rgb) -> tuple[float, ...]:
    """Without the curve of sRGB: light itself, 0 to 1."""
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (part / 255 for part in colour))
