"""Logos: read with care, and made fit for each edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from press.brand.brand import Brand, Logos
from press.brand.logo import raster, svg, vector
from press.errors import PressError, Problem, collecting
from press.schema.validation import Loaded

MAX_BYTES = 5_000_000
KINDS = {".svg": svg, ".pdf": vector, ".png": raster, ".jpg": raster, ".jpeg": raster}
DPI = 250  # of a picture where it stands on a sheet; preflight refuses less


@dataclass(frozen=True)
class Logo:
    """A logo file that may be used. `ratio` is width over height, `pixels` the width of a picture."""

    name: str
    data: bytes
    suffix: str
    ratio: float
    pixels: int | None = None
    where: str = ""  # `file:line` that names it

    @property
    def widest(self) -> float | None:
        """In mm: wider, and one would see a picture's dots. None for shapes, which have no limit."""
        return self.pixels and self.pixels / DPI * 25.4


def load_logos(folder: Path, brand: Loaded[Brand]) -> dict[str, Logo]:
    """A brand's logos from its folder by ground ("on-paper", "on-accent"). Raises PressError with all that is wrong."""
    logos: dict[str, Logo] = {}
    if (named := brand.value.logo) is None:
        return logos
    with collecting() as problems:
        for ground, name in named.files().items():
            where = brand.where("logo", ground)
            with problems.catching():
                known = next((logo for logo in logos.values() if logo.name == name), None)
                logos[ground] = known or load_logo(folder, name, where)
                problems.add(misfits(logos[ground], ground, named, where))
    return logos


def load_logo(folder: Path, name: str, where: str) -> Logo:
    """Reads a logo from a brand's folder. Raises PressError with all that keeps it from print."""
    path = (folder / name).resolve()
    suffix = path.suffix.lower()
    if not path.is_relative_to(folder.resolve()):
        raise PressError(Problem(where, f"`{name}` lies outside the brand's folder", "copy the file into it"))
    if suffix not in KINDS:
        raise PressError(Problem(where, f"`{name}` is no SVG, PDF, PNG or JPEG", "export the logo as one of them"))
    if not path.is_file():
        raise PressError(Problem(where, f"there is no file `{name}`", "put it into the brand's folder"))
    if (size := path.stat().st_size) > MAX_BYTES:
        raise PressError(
            Problem(where, f"`{name}` has {size // 1_000_000} MB", f"use a file under {MAX_BYTES // 1_000_000} MB")
        )
    data = path.read_bytes()
    ratio, faults = KINDS[suffix].examine(data)
    if faults:
        raise PressError(Problem(where, f"`{name}`: {what}", fix) for what, fix in faults)
    return Logo(name, data, suffix, ratio, raster.width(data) if KINDS[suffix] is raster else None, where)


def misfits(logo: Logo, ground: str, named: Logos, where: str) -> Iterator[Problem]:
    """What a file cannot do where the brand wants it."""
    if logo.widest is not None and logo.widest < named.min_width:
        yield Problem(
            where,
            f"`{logo.name}` is {logo.pixels} pixels wide, sharp up to {logo.widest:.0f} mm, and `min-width` is {named.min_width:g} mm",
            f"use a file of at least {ceil(named.min_width / 25.4 * DPI)} pixels, or an SVG",
        )
    if ground == "on-accent" and named.on_accent and KINDS[logo.suffix] is raster and raster.is_transparent(logo.data):
        yield Problem(
            where,
            f"`{logo.name}` is a transparent picture, which print sets on white",
            "use an SVG for the accent, or delete this line: the other logo then stands there on a plate of paper",
        )
