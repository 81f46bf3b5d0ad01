"""Printing conditions: the output profile that an order names, read with care and recognised."""

import re
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from press.colour.icc_profile import OutputProfile
from press.errors import PressError, Problem
from press.language.message import _, joined
from press.paths import Project
from press.system.safe_files import read_file
from press.system.written_names import named_file, spelt_otherwise

COATED, UNCOATED = "fogra39", "fogra47"
# The profiles that come with the press, by the names that orders use, and their files in assets/icc/.
BUNDLED = {COATED: "ISOcoated_v2_300_bas.icc", UNCOATED: "FOGRA47L_uncoated_280.icc"}
SCREEN = COATED  # what ink looks like to whom no paper is known: brands are designed on coated paper
MAX_BYTES = 20_000_000  # the largest that print shops hand out have three million

# Condition by what profiles call themselves; the ECI's do not all carry the name inside.
_CONDITIONS = (
    (r"FOGRA ?(39|47|51|52|53|54|59|60)", None),
    (r"ISO ?Coated ?v2", "39"),
    (r"PSO ?Coated ?v3", "51"),
    (r"PSO ?Uncoated ?v3", "52"),
    (r"PSO ?Uncoated", "47"),
)


def for_paper(coated: bool) -> str:
    """The bundled profile of a paper."""
    return COATED if coated else UNCOATED


def profile_file(project: Project, wanted: str) -> Path:
    """The file of a bundled profile, or of one at a path: from the project's folder, or absolute."""
    return project.profiles / BUNDLED[wanted] if wanted in BUNDLED else named_file(project.root, wanted)


def load_profile(project: Project, wanted: str, where: str) -> OutputProfile:
    """A bundled profile, or the one at a path. Raises PressError."""
    path = profile_file(project, wanted)
    if fault := spelt_otherwise(project.root, wanted):
        raise PressError(Problem(where, _("`{wanted}`: {fault}", wanted=wanted, fault=fault[0]), fault[1]))
    try:
        data = read_file(path, MAX_BYTES)
        profile = ImageCms.ImageCmsProfile(BytesIO(data)).profile
        if int.from_bytes(data[:4]) != len(data):  # ICC.1, 7.2.2: a profile begins with its size
            raise OSError("cut off, or too large")
        described, target = profile.profile_description or "", profile.target or ""
        kind, space = profile.device_class, profile.xcolor_space.strip()
    except (OSError, ValueError) as error:  # ValueError: letters beyond Unicode in what it says of itself
        reason = _("no such file") if isinstance(error, FileNotFoundError) else _("not a whole ICC profile")
        raise PressError(
            Problem(
                where,
                _("`{wanted}`: {fault}", wanted=wanted, fault=reason),
                _("write {bundled}, or the path of a .icc file", bundled=joined(_(" or "), BUNDLED)),
            )
        ) from None
    if (kind, space) != ("prtr", "CMYK"):
        raise PressError(
            Problem(
                where,
                _("`{wanted}` is a profile of class {kind} for {space}", wanted=wanted, kind=kind, space=space),
                _("choose an output profile (class prtr) for CMYK"),
            )
        )
    if condition := printing_condition(f"{described} {target}"):
        return _usable(OutputProfile(_printable(described), data, condition), wanted, where)
    raise PressError(
        Problem(
            where,
            _("`{wanted}` names no printing condition", wanted=wanted),
            _("choose a profile of FOGRA39, 47, 51 or 52"),
        )
    )


def printing_condition(description: str) -> str | None:
    """The registered condition (`FOGRA39`) that a profile's description of itself names."""
    for pattern, number in _CONDITIONS:
        if found := re.search(pattern, description, re.IGNORECASE):
            return f"FOGRA{number or found[1]}"
    return None


def _printable(text: str) -> str:
    """A name that may stand in a PDF's strings and in XML."""
    return "".join(c for c in text if c.isprintable())


def _usable(profile: OutputProfile, wanted: str, where: str) -> OutputProfile:
    try:
        profile.try_tables()
    except ImageCms.PyCMSError:
        raise PressError(
            Problem(where, _("`{wanted}`: its tables cannot be read", wanted=wanted), _("fetch the profile again"))
        ) from None
    return profile
