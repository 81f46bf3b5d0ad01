"""Light: how light a colour looks, and how well two part."""

from functools import lru_cache

from press.profile import Rgb


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=65536)
def luminance(colour: Rgb) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (part / 255 for part in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: Rgb) -> float:
    """CIE L* of an sRGB colour, 0 to 100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def as_light_as(colour: Rgb) -> float:
    """The neutral sRGB level, 0 to 1, that looks as light as a colour."""
    y = luminance(colour)
    return 12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055
