"""A new brand: its whole folder with a specimen, or nothing at all."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from press.brand.brand import Brand, Logos
from press.brand.faces import FACE_ROLES, INVISIBLE, named
from press.brand.font_files import FOLDER as FONTS
from press.brand.loading import Kit, read_kit
from press.brand.logo.logo import misfits
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import SCREEN, load_profile
from press.content.printed_texts import printed_texts
from press.content.texts import Texts
from press.delivery.publish import publish
from press.delivery.working_folder import working_folder
from press.errors import PressError, Problem, refuse_if
from press.language.message import _
from press.new_brand.answers import Answers
from press.new_brand.brand_id import NAME
from press.new_brand.colour_roles import Roles, propose
from press.new_brand.font_licences import NOTE, licence_note
from press.new_brand.specimen import write_specimen
from press.new_brand.yaml_writer import brand_yaml
from press.paths import Project
from press.schema.validation import Loaded, load
from press.schema.yaml_nodes import Key
from press.system.held_files import patiently
from press.system.signals import point_of_no_return

FOLDER = "brand"  # in the working folder, until it moves to assets/brands/

SMALLEST_HEIGHT = 8  # mm: a logo one can still make out
MIN_WIDTHS = 5, 40  # mm
WITH_NAME = 1.6  # width over height: wider logos mostly hold the name, others are mostly a sign alone

# Key of brand.yaml → the option it came from: where somebody mends it while the file is not yet there.
_OPTIONS: dict[Key, str] = {
    "name": NAME,
    "website": "--website",
    "contact": "--contact",
    "imprint": "--imprint",
    "colours": "--colour",
}


@dataclass(frozen=True)
class NewBrand:
    """What was made, and where it lies."""

    brand_id: str
    answers: Answers
    roles: Roles
    logos: Logos | None
    profile: OutputProfile
    folder: Path
    specimen: Path


def start_brand(project: Project, brand_id: str, answers: Answers) -> NewBrand:
    """Makes assets/brands/<id>/ and its specimen. Raises PressError; then nothing of either is left."""
    profile = load_profile(project, SCREEN, SCREEN)
    roles = propose(answers.colours, profile)
    logos = _named(answers)
    home = project.brand(brand_id).parent
    name = project.specimen(brand_id)
    with working_folder(project, name) as work:
        folder = work / FOLDER
        refuse_if(_two_of_one_name(answers))
        _write(folder, brand_yaml(brand_id, answers, roles, logos, profile), answers, logos)
        kit = _read(folder, project.name(project.brand(brand_id)), profile)
        refuse_if(_missing_in_texts(project, kit))
        write_specimen(project, kit, profile, work)
        home.parent.mkdir(parents=True, exist_ok=True)
        point_of_no_return()
        try:
            patiently(lambda: folder.rename(home))
        except OSError:
            raise PressError(
                Problem(
                    NAME,
                    _("{path} cannot be made", path=project.name(home)),
                    _("see whether it has come to be meanwhile"),
                )
            ) from None
        try:
            shown = publish(project, name, work)
        except Exception:
            home.rename(folder)
            raise
        return NewBrand(brand_id, answers, roles, logos, profile, home, shown)


def _named(answers: Answers) -> Logos | None:
    """The logo as brand.yaml describes it. Raises PressError if a file cannot do what is wanted of it."""
    if answers.logo is None:
        if answers.logo_on_accent:
            raise PressError(
                Problem(
                    "--logo-on-accent", _("a logo for the accent alone"), _("give the one for paper with --logo, too")
                )
            )
        return None
    low, high = MIN_WIDTHS
    named = Logos.model_validate(
        {
            "on-paper": f"logo{answers.logo.suffix}",
            "on-accent": answers.logo_on_accent and f"logo-on-accent{answers.logo_on_accent.suffix}",
            "holds-name": answers.logo.ratio >= WITH_NAME,
            "min-width": min(high, max(low, round(SMALLEST_HEIGHT * answers.logo.ratio))),
        }
    )
    refuse_if(
        [
            *misfits(answers.logo, "on-paper", named, "--logo"),
            *(
                misfits(answers.logo_on_accent, "on-accent", named, "--logo-on-accent")
                if answers.logo_on_accent
                else ()
            ),
        ]
    )
    return named


def _write(folder: Path, text: str, answers: Answers, logos: Logos | None) -> None:
    folder.mkdir()
    (folder / "brand.yaml").write_text(text, encoding="utf-8", newline="\n")
    if logos:
        for name, logo in ((logos.on_paper, answers.logo), (logos.on_accent, answers.logo_on_accent)):
            if name and logo:
                (folder / name).write_bytes(logo.data)
    if files := answers.display.files | answers.text.files:
        fonts = folder / FONTS
        fonts.mkdir()
        for name, data in (answers.display.licences | answers.text.licences | files).items():
            (fonts / name).write_bytes(data)
        (fonts / NOTE).write_text(licence_note(files), encoding="utf-8", newline="\n")


def _two_of_one_name(answers: Answers) -> Iterator[Problem]:
    """Font files of both roles that would lie in one place."""
    one, other = answers.display.files, answers.text.files
    for name in sorted(name for name in one.keys() & other.keys() if one[name] != other[name]):
        yield Problem(
            "--text",
            _("`{name}` is another file than the one of that name for titles", name=name),
            _("give it another name"),
        )


def _missing_in_texts(project: Project, kit: Kit) -> Iterator[Problem]:
    """What every order prints and a face cannot show; other texts are looked at when they are printed."""
    with suppress(PressError):  # mistakes in the texts are none of the brand
        texts = load(project.texts, project.name(project.texts), Texts)
        needed = set("".join(text for _path, text in printed_texts(texts.value))) - INVISIBLE
        for role, face in zip(FACE_ROLES, kit.faces):
            if missing := sorted(needed - face.characters()):
                what = _(
                    "the font {family} has no {characters}, which {texts} needs",
                    family=face.family,
                    characters=named(missing),
                    texts=texts.source.name,
                )
                yield Problem(
                    kit.brand.where("fonts", role), what, _("choose another font, or a file of it that has them")
                )


def _read(folder: Path, name: str, profile: OutputProfile) -> Kit:
    """The brand as everybody will read it from now on. Raises PressError with what is wrong, told by option."""
    brand = load(folder / "brand.yaml", name, Brand)
    return read_kit(folder, _Typed(brand.value, brand.source), profile)


class _Typed(Loaded[Brand]):
    """A brand of which every value was typed behind an option."""

    def where(self, *path: Key) -> str:
        first = path[0] if path else NAME
        return _OPTIONS.get(first) or (f"--{path[1]}" if first == "fonts" and len(path) > 1 else "--logo")
