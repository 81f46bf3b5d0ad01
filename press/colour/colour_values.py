"""Colours as numbers: ink in %, sRGB in levels, and how sRGB is written."""

Cmyk = tuple[float, float, float, float]  # % of ink
Rgb = tuple[int, int, int]  # sRGB, 0 to 255

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
LEAST_DOT = 3.0  # %: paler dots do not hold on a plate, as makers of offset plates say


def from_hex(text: str) -> Rgb:
    """`#1a2b3c` as sRGB. Raises ValueError."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def to_hex(colour: Rgb) -> str:
    """sRGB as `#1a2b3c`."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def printable(ink: float) -> float:
    """An amount of ink in % that was worked out: as it is, or what is nearer, none or the least that a plate holds."""
    return ink if ink >= LEAST_DOT else LEAST_DOT if ink >= LEAST_DOT / 2 else 0
