"""Logos: read with care, and made fit for each edition."""

from dataclasses import dataclass
from pathlib import Path

from press.brand import Brand
from press.errors import PressError, Problem
from press.logo import raster, svg, vector
from press.model import Loaded
from press.project import Project

MAX_BYTES = 5_000_000
KINDS = {".svg": svg, ".pdf": vector, ".png": raster, ".jpg": raster, ".jpeg": raster}


@dataclass(frozen=True)
class Logo:
    """A logo file that may be used. `ratio` is width over height."""

    name: str
    data: bytes
    suffix: str
    ratio: float



def load_logos(project: Project, brand_id: str, brand: Loaded[Brand], problems: list[Problem]) -> dict[str, Logo]:
    """A brand's logos by ground ("on-paper", "on-accent"); adds every mistake to `problems`."""
    logos = {}
    for ground, name in brand.value.logo.files().items() if brand.value.logo else ():
        try:
            logos[ground] = load_logo(project.brand(brand_id).parent, name, brand.where("logo", ground))
        except PressError as error:
            problems.extend(error.problems)
    return logos


def load_logo(folder: Path, name: str, where: str) -> Logo:
    """Reads a logo from a brand's folder. Raises PressError with all that keeps it from print."""
    path = (folder / name).resolve()
    suffix = path.suffix.lower()
    if not path.is_relative_to(folder.resolve()):
        raise PressError(Problem(where, f"`{name}` lies outside the brand's folder", "copy the file into it"))
    if suffix not in KINDS:
        raise PressError(Problem(where, f"`{name}` is no SVG, PDF, PNG or JPEG", "export the logo as one of them"))
    try:
        size = path.stat().st_size
    except OSError:
        raise PressError(Problem(where, f"there is no file `{name}`", "put it into the brand's folder")) from None
    if size > MAX_BYTES:
        raise PressError(Problem(where, f"`{name}` has {size // 1_000_000} MB", f"use a file under {MAX_BYTES // 1_000_000} MB"))
    data = path.read_bytes()
    ratio, faults = KINDS[suffix].examine(data)
    if faults:
        raise PressError(Problem(where, f"`{name}`: {what}", fix) for what, fix in faults)
    return Logo(name, data, suffix, ratio)
