"""Output profiles: how colour becomes ink in a printing condition, and what ink looks like."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import product
from math import ceil
from typing import cast

from PIL import Image, ImageCms

from press.colour.colour_values import Cmyk, Rgb, printable
from press.system.picklable import Picklable

REGISTRY = "http://www.color.org"  # ISO 15930-7: where condition names are registered
# Conditions that are of one kind of paper (ISO 12647-2: types 1 and 2, 4; PS1 and PS5); others say nothing of it.
ON_COATED, ON_UNCOATED = ("FOGRA39", "FOGRA51"), ("FOGRA47", "FOGRA52")
_LIMIT_STEPS = 17  # of each RGB channel when looking for the darkest ink a profile makes


@dataclass(frozen=True)
class OutputProfile(Picklable):
    """A CMYK output profile and its registered condition (`FOGRA39`)."""

    name: str
    data: bytes
    condition: str

    @property
    def coated(self) -> bool | None:
        """Whether its condition is of coated paper; None if it is of either, or of another kind."""
        return True if self.condition in ON_COATED else False if self.condition in ON_UNCOATED else None

    @property
    def ink_limit(self) -> float:
        """The most ink, in %, that the profile ever separates a colour into, up to the next ten: its maker's aim.

        By its perceptual table, which takes white and black of the screen for those of the paper: the others need not
        reach as far, or reach a little farther.
        """
        return _ink_limit(self.data)

    def separate(self, rgb: Rgb) -> Cmyk:
        """An sRGB colour as ink, none paler than a plate holds; neutral colours become black alone."""
        if rgb not in self._separated:
            self._separated[rgb] = self.separate_all([rgb])[0]
        return self._separated[rgb]

    @cached_property
    def _separated(self) -> dict[Rgb, Cmyk]:
        """What was asked for before."""
        return {}

    def separate_all(self, colours: list[Rgb]) -> list[Cmyk]:
        """The same for many at once."""
        return [
            _rounded((0, 0, 0, 100 - rgb[0] / 2.55) if max(rgb) == min(rgb) else cmyk)
            for rgb, cmyk in zip(colours, _inks(colours, self.from_srgb))
        ]

    def soft_proof(self, cmyk: Cmyk) -> Rgb:
        """What ink looks like, in sRGB; black alone becomes neutral."""
        if not any(cmyk[:3]):
            return (round(255 - cmyk[3] * 2.55),) * 3
        pixel = Image.new("CMYK", (1, 1), tuple(round(part * 2.55) for part in cmyk))
        return cast(Rgb, _transformed(pixel, self.to_srgb).getpixel((0, 0)))

    def try_tables(self) -> None:
        """Raises PyCMSError if its tables cannot be read: they are when a transform is made, not before."""
        _ = self.from_srgb, self.to_srgb

    @property
    def from_srgb(self) -> ImageCms.ImageCmsTransform:
        """Raises PyCMSError if its tables cannot be read."""
        return _from_srgb(self.data, ImageCms.Intent.RELATIVE_COLORIMETRIC)

    @property
    def to_srgb(self) -> ImageCms.ImageCmsTransform:
        """Raises PyCMSError if its tables cannot be read."""
        return _to_srgb(self.data)


# Transforms take long to begin: watch, and an order in several profiles, begin each but once.
@lru_cache(maxsize=8)
def _from_srgb(data: bytes, intent: ImageCms.Intent) -> ImageCms.ImageCmsTransform:
    profile = ImageCms.ImageCmsProfile(BytesIO(data))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(_SRGB, profile, "RGB", "CMYK", renderingIntent=intent, flags=flags)


@lru_cache(maxsize=8)
def _ink_limit(data: bytes) -> float:
    levels = [round(i * 255 / (_LIMIT_STEPS - 1)) for i in range(_LIMIT_STEPS)]
    perceptual = _from_srgb(data, ImageCms.Intent.PERCEPTUAL)
    most = max(sum(cmyk) for cmyk in _inks(list(product(levels, levels, levels)), perceptual))
    return ceil(round(most, 1) / 10) * 10


@lru_cache(maxsize=8)
def _to_srgb(data: bytes) -> ImageCms.ImageCmsTransform:
    profile, intent = ImageCms.ImageCmsProfile(BytesIO(data)), ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(profile, _SRGB, "CMYK", "RGB", renderingIntent=intent, flags=flags)


def _inks(colours: list[Rgb], transform: ImageCms.ImageCmsTransform) -> list[Cmyk]:
    """sRGB colours as they are separated, in %."""
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    pixels = cast(tuple[Cmyk, ...], _transformed(picture, transform).get_flattened_data())
    return [(c / 2.55, m / 2.55, y / 2.55, k / 2.55) for c, m, y, k in pixels]


def _transformed(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """As `ImageCms.applyTransform`, which writes out the whole profile beside each picture: a millisecond's work."""
    into = Image.new(transform.output_mode, picture.size)
    transform.transform.apply(picture.getim(), into.getim())
    return into


def _rounded(cmyk: Cmyk) -> Cmyk:
    c, m, y, k = (printable(round(part)) for part in cmyk)
    return c, m, y, k


_SRGB = ImageCms.createProfile("sRGB")
