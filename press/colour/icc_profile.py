"""Output profiles: the printing condition a print shop prints to, and colour through it."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import product
from math import ceil

from PIL import Image, ImageCms

from press.errors import PressError, Problem
from press.paths import Project
from press.system.picklable import Picklable
from press.system.safe_files import read_file

BUNDLED = "fogra39"
REGISTRY = "http://www.color.org"  # ISO 15930-7: where condition names are registered

# Condition by what profiles call themselves; the ECI's do not all carry the name inside.
_CONDITIONS = (
    (r"FOGRA ?(39|47|51|52|53|54|59|60)", None),
    (r"ISO ?Coated ?v2", "39"),
    (r"PSO ?Coated ?v3", "51"),
    (r"PSO ?Uncoated ?v3", "52"),
    (r"PSO ?Uncoated", "47"),
)
MAX_BYTES = 20_000_000  # the largest that print shops hand out have three million
_LIMIT_STEPS = 17  # of each RGB channel when looking for the darkest ink a profile makes

Cmyk = tuple[float, float, float, float]  # % of ink
Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class OutputProfile(Picklable):
    """A CMYK output profile and its registered condition (`FOGRA39`)."""

    name: str
    data: bytes
    condition: str

    @cached_property
    def ink_limit(self) -> float:
        """The most ink, in %, that the profile ever separates a colour into, up to the next ten: what its maker aimed at."""
        levels = [round(i * 255 / (_LIMIT_STEPS - 1)) for i in range(_LIMIT_STEPS)]
        most = max(sum(cmyk) for cmyk in self._separate(list(product(levels, repeat=3))))
        return ceil(most / 10) * 10

    def separate(self, rgb: Rgb) -> Cmyk:
        """An sRGB colour as ink; neutral colours become black alone."""
        if rgb not in self._separated:
            self._separated[rgb] = self.separate_all([rgb])[0]
        return self._separated[rgb]

    @cached_property
    def _separated(self) -> dict[Rgb, Cmyk]:
        """What was asked for before: a transform takes far longer to begin than to do."""
        return {}

    def separate_all(self, colours: list[Rgb]) -> list[Cmyk]:
        """The same for many at once."""
        return [
            (0, 0, 0, round(100 - rgb[0] / 2.55)) if max(rgb) == min(rgb) else tuple(map(round, cmyk))
            for rgb, cmyk in zip(colours, self._separate(colours))
        ]

    def shown(self, cmyk: Cmyk) -> Rgb:
        """What ink looks like, in sRGB; black alone becomes neutral."""
        if not any(cmyk[:3]):
            return (round(255 - cmyk[3] * 2.55),) * 3
        pixel = Image.new("CMYK", (1, 1), tuple(round(part * 2.55) for part in cmyk))
        return ImageCms.applyTransform(pixel, self.to_srgb).getpixel((0, 0))

    def _separate(self, colours: list[Rgb]) -> list[Cmyk]:
        picture = Image.new("RGB", (len(colours), 1))
        picture.putdata(colours)
        return [
            tuple(part / 2.55 for part in pixel)
            for pixel in ImageCms.applyTransform(picture, self.from_srgb).get_flattened_data()
        ]

    @cached_property
    def from_srgb(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(
            _SRGB,
            self._open(),
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    @cached_property
    def to_srgb(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(
            self._open(),
            _SRGB,
            "CMYK",
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    def _open(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(BytesIO(self.data))


_SRGB = ImageCms.createProfile("sRGB")


def load_profile(project: Project, wanted: str, where: str) -> OutputProfile:
    """The bundled profile, or the one at a path (from the project's folder, or absolute). Raises PressError."""
    path = project.profile if wanted == BUNDLED else project.root / wanted
    try:
        data = read_file(path, MAX_BYTES + 1)
        profile = ImageCms.ImageCmsProfile(BytesIO(data)).profile
        if int.from_bytes(data[:4]) != len(data):  # ICC.1, 7.2.2: a profile begins with its size
            raise OSError("cut off, or too large")
        described, said = profile.profile_description or "", profile.target or ""
        kind, space = profile.device_class, profile.xcolor_space.strip()
    except (OSError, ValueError) as error:  # ValueError: letters beyond Unicode in what it says of itself
        reason = "no such file" if isinstance(error, FileNotFoundError) else "not a whole ICC profile"
        raise PressError(
            Problem(where, f"`{wanted}`: {reason}", f"write `{BUNDLED}` or the path of a .icc file")
        ) from None
    if (kind, space) != ("prtr", "CMYK"):
        raise PressError(
            Problem(
                where,
                f"`{wanted}` is a profile of class {kind} for {space}",
                "choose an output profile (class prtr) for CMYK",
            )
        )
    if condition := printing_condition(f"{described} {said}"):
        return _usable(OutputProfile(_printable(described), data, condition), wanted, where)
    raise PressError(Problem(where, f"`{wanted}` names no printing condition", "choose a profile of FOGRA39, 51 or 52"))


def printing_condition(said: str) -> str | None:
    """The registered condition (`FOGRA39`) of a profile, by what it says of itself."""
    for pattern, number in _CONDITIONS:
        if found := re.search(pattern, said, re.IGNORECASE):
            return f"FOGRA{number or found[1]}"
    return None


def _printable(text: str) -> str:
    """A name that may stand in a PDF's strings and in XML."""
    return "".join(c for c in text if c.isprintable())


def _usable(profile: OutputProfile, wanted: str, where: str) -> OutputProfile:
    try:
        profile.from_srgb, profile.to_srgb
    except ImageCms.PyCMSError:
        raise PressError(Problem(where, f"`{wanted}`: its tables cannot be read", "fetch the profile again")) from None
    return profile
