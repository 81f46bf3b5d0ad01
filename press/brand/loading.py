"""A brand with its faces and logos, all of it checked, without an order."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from press.brand.brand import Brand, load_brand
from press.brand.contrast import check_contrast
from press.brand.faces import FACE_ROLES, Face, face_of, installed_faces, missing_added, missing_glyphs, own_faces
from press.brand.logo.logo import Logo, load_logos
from press.brand.spots import doubled_plates
from press.colour.icc_profile import OutputProfile
from press.errors import Problem, collecting
from press.paths import Project
from press.schema.validation import Loaded


@dataclass(frozen=True)
class Kit:
    """What a page in a brand needs of it."""

    brand: Loaded[Brand]
    faces: tuple[Face, ...]
    logos: dict[str, Logo]  # by ground


def load_kit(project: Project, brand_id: str, *profiles: OutputProfile) -> Kit:
    """Reads a brand with all that belongs to it, to be printed by these profiles. Raises PressError with every mistake
    in it."""
    return read_kit(project.brand(brand_id).parent, load_brand(project, brand_id), *profiles)


def read_kit(folder: Path, brand: Loaded[Brand], *profiles: OutputProfile) -> Kit:
    """The same, of a brand that is read already, from any folder."""
    with collecting() as problems:
        known = installed_faces()
        with problems.catching():
            known |= own_faces(folder, brand)
        faces = problems.map(partial(face_of, brand, known), FACE_ROLES)
        with problems.catching():
            logos = load_logos(folder, brand)
        problems.add(missing_glyphs((brand,), faces))
        problems.add(missing_added(brand, faces))
        problems.add(doubled_plates(brand))
        problems.add(_contrast(brand, profiles))
    return Kit(brand, tuple(faces), logos)


def _contrast(brand: Loaded[Brand], profiles: Iterable[OutputProfile]) -> list[Problem]:
    """What cannot be read in any of the conditions; of those that refuse one thing, the first one tells it."""
    told: dict[str, list[Problem]] = {}
    for profile in profiles:
        own: dict[str, list[Problem]] = {}
        for problem in check_contrast(brand, profile):
            own.setdefault(problem.where, []).append(problem)
        told = own | told
    return [problem for found in told.values() for problem in found]
