"""A brand with its faces and logos, all of it checked, without an order."""

from dataclasses import dataclass
from pathlib import Path

from press.brand.brand import Brand, load_brand
from press.brand.contrast import check_contrast
from press.brand.faces import Face, find_faces, missing_glyphs
from press.brand.logo.logo import Logo, load_logos
from press.colour.icc_profile import OutputProfile
from press.errors import Problem
from press.paths import Project
from press.schema.validation import Loaded


@dataclass(frozen=True)
class Kit:
    """What a page in a brand needs of it."""

    brand: Loaded[Brand]
    faces: tuple[Face, ...]
    logos: dict[str, Logo]  # by ground


def load_kit(project: Project, brand_id: str, profile: OutputProfile, problems: list[Problem]) -> Kit | None:
    """Reads a brand; adds every mistake in it to `problems` and then returns None."""
    brand = load_brand(project, brand_id, problems)
    return read_kit(project.brand(brand_id).parent, brand, profile, problems) if brand else None


def read_kit(folder: Path, brand: Loaded[Brand], profile: OutputProfile, problems: list[Problem]) -> Kit | None:
    """The same, of a brand that is read already, from any folder."""
    found: list[Problem] = []
    faces = find_faces(folder, brand, found)
    logos = load_logos(folder, brand, found)
    found += missing_glyphs((brand,), faces) + check_contrast(brand, profile)
    problems += found
    return None if found else Kit(brand, faces, logos)
