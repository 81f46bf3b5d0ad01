"""What `invoke brand` prints: the roles with their values, why they are so, and what to do next."""

from collections.abc import Iterator

from press.brand.brand import Colour
from press.brand.contrast import PAIRS, appearance, ratio, ratio_text
from press.brand.font_files import FOLDER as FONTS
from press.brand.logo.logo import head_note
from press.brand.logo.logo import notes as logo_notes
from press.brand.palette import process_inks
from press.cli.output import table
from press.colour.colour_values import to_hex
from press.colour.icc_profile import OutputProfile
from press.language.message import _, ngettext
from press.new_brand.chosen_font import BOLD, has_weight
from press.new_brand.font_licences import NOTE
from press.new_brand.specimen import FILE
from press.new_brand.start import NewBrand
from press.new_brand.yaml_writer import FULL
from press.paths import Project


def new_brand_summary(made: NewBrand, project: Project) -> list[str]:
    file = project.name(project.brand(made.brand_id))
    return [
        _("Made the brand {brand_id} in {path}/", brand_id=made.brand_id, path=project.name(made.folder)),
        *table(_roles(made)),
        "",
        *("  " + note for note in made.roles.notes),
        *("  " + note for note in _left_open(made)),
        "",
        _("Look at it: {path}", path=project.name(made.specimen / FILE)),
        _("Edit it: {file}, then `invoke specimen --brand {brand_id}`", file=file, brand_id=made.brand_id),
        _("Print in it: `invoke build --brand {brand_id}`", brand_id=made.brand_id),
    ]


def _roles(made: NewBrand) -> list[tuple[str, str, str, str, str]]:
    looks = {role: appearance(colour, made.profile) for role, colour in made.roles.colours.items()}
    figures = {
        under: _("{over} on it {ratio}", over=over, ratio=ratio_text(ratio(looks[over], looks[under])))
        for over, under, *_rest in reversed(PAIRS)
    }
    return [
        (role, to_hex(looks[role][1]), _inks(colour, made.profile), _spot(colour), figures.get(role, ""))
        for role, colour in made.roles.colours.items()
    ]


def _inks(colour: Colour, profile: OutputProfile) -> str:
    return "cmyk " + " ".join(f"{part:g}" for part in process_inks(colour, profile))


def _spot(colour: Colour) -> str:
    return f"{colour.spot}{'' if colour.tint == FULL else f', {colour.tint:g} %'}" if colour.spot else ""


def _fonts(made: NewBrand) -> Iterator[str]:
    """What is to be said of the house's own fonts."""
    display, text = made.answers.display, made.answers.text
    if files := display.files | text.files:
        yield (
            ngettext(
                "fonts: {n} file copied into {folder}/; {folder}/{note} has what it says of its licence: "
                "see that copies on every machine that builds are covered",
                "fonts: {n} files copied into {folder}/; {folder}/{note} has what they say of their licences: "
                "see that copies on every machine that builds are covered",
                len(files),
                folder=FONTS,
                note=NOTE,
            )
        )
    if not has_weight(display, BOLD):
        yield _("display: {family} has no bold weight, so titles are set no bolder than it is", family=display.family)


def _left_open(made: NewBrand) -> list[str]:
    notes: list[str] = list(_fonts(made))
    if made.answers.invented:
        notes.append(
            _(
                "website: {website} is a placeholder, so every order in this brand is a draft; write the "
                "real one into brand.yaml",
                website=made.answers.website,
            )
        )
    if not made.answers.imprint:
        notes.append(_("imprint: none; printed matter in Germany needs one (V. i. S. d. P.)"))
    if made.logos:
        held = _("holds the name") if made.logos.holds_name else _("is a sign beside which the name is set")
        notes.append(_("logo: taken to be one that {held}; if not, change holds-name in brand.yaml", held=held))
        if made.logos.on_accent is None:
            notes.append(_("logo: no version for the accent; it stands there on a plate of paper"))
        if made.answers.logo and (note := head_note(made.answers.logo, made.logos.min_width)):
            notes.append(_("logo: {note}", note=note))
        files = (made.answers.logo, made.answers.logo_on_accent)
        notes += [
            _("logo: {note}", note=note) for file in files if file for note in logo_notes(file, made.logos.min_width)
        ]
    else:
        notes.append(_("logo: none; the name stands in the display font"))
    return notes
