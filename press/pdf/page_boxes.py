"""The boxes of a printed page: trim, bleed and media."""

from dataclasses import dataclass

MM = 72 / 25.4  # pt

Box = tuple[float, float, float, float]  # left, bottom, right, top in pt

BLEED_MM = 3.0
SLUG_MM = 10.0  # from the trim to the edge of the sheet: bleed, marks, slug line


def pt(mm: float) -> float:
    return mm * MM


@dataclass(frozen=True)
class Geometry:
    """Sizes in mm; boxes in pt, from the lower left corner of the media."""

    width: float
    height: float
    bleed: float = BLEED_MM
    slug: float = SLUG_MM

    @property
    def media(self) -> tuple[float, float]:
        """Width and height in pt."""
        return pt(self.width + 2 * self.slug), pt(self.height + 2 * self.slug)

    @property
    def media_box(self) -> Box:
        return (0, 0, *self.media)

    @property
    def trim_box(self) -> Box:
        return self._inset(self.slug)

    @property
    def bleed_box(self) -> Box:
        return self._inset(self.slug - self.bleed)

    @property
    def outside_bleed(self) -> tuple[float, float]:
        """The shares of the media's width and height at each edge that lie outside the bleed."""
        outside = self.slug - self.bleed
        return round(outside / (self.width + 2 * self.slug), 5), round(outside / (self.height + 2 * self.slug), 5)

    def _inset(self, mm: float) -> Box:
        width, height = self.media
        return pt(mm), pt(mm), width - pt(mm), height - pt(mm)
