"""brand.yaml of a new brand, with a word on everything in it for whoever edits it next."""

import json
from collections.abc import Iterable

from press.brand.brand import Colour, Logos
from press.brand.contrast import PAIRS, appearance, ratio, ratio_text
from press.brand.palette import process_inks
from press.colour.colour_values import Cmyk
from press.colour.icc_profile import OutputProfile
from press.new_brand.answers import Answers
from press.new_brand.colour_roles import Roles
from press.schema.urls import host_as_read, host_of

FULL = 100  # %: no tint

_WHAT = {
    "ink": "text, outlines and codes: black alone",
    "paper": "what one writes on: no ink",
    "accent": "the large flat areas",
    "accent-soft": "quiet areas behind text",
    "on-accent": "text on the accent: black or white",
}

_HEAD = """\
# yaml-language-server: $schema=../../../content/schemas/brand.schema.json
#
# A brand. Look at it with `invoke specimen --brand {id}`, print in it with `invoke build --brand {id}`.
"""

_COLOURS = """\
# Colours by what they do. Write hex (sRGB), or cmyk: [c, m, y, k] in % of ink, or both; a named spot colour
# goes beside its cmyk: {{cmyk: [90, 25, 75, 35], spot: HKS 57 K}}. Where only hex stands, print takes the inks in the
# comment, through the profile {profile}. Text needs a contrast of 4.5:1, which is checked.
colours:
"""

_FONTS = """\
# Families of the installed font packages (a wrong name lists them all), or of TTF and OTF files in a folder fonts/
# beside this file.
"""

_LOGO = """\
# Files beside this one: SVG or PDF (shapes only), PNG or JPEG.
logo:
  on-paper: {on_paper}
{on_accent}  # Whether the drawing holds the brand's name; if not, the name is set beside it.
  holds-name: {holds_name}
  min-width: {min_width:g}  # mm, never narrower
  clear-space: {clear_space:g}  # mm, kept free around it
"""
_NO_OTHER = """\
  # A version for the accent, if there is one; else this one stands there on a plate of paper.
  # on-accent: logo-on-accent.svg
"""


def brand_yaml(brand_id: str, answers: Answers, roles: Roles, logos: Logos | None, profile: OutputProfile) -> str:
    """The file's text."""
    parts = [
        _HEAD.format(id=brand_id),
        "\n".join(_sender(answers)) + "\n",
        _COLOURS.format(profile=profile.name) + "\n".join(_colours(roles, profile)) + "\n",
        f"{_FONTS}fonts:\n  display: {_text(answers.display.family)}\n  text: {_text(answers.text.family)}\n",
        *([_logo(logos)] if logos else []),
    ]
    return "\n".join(parts)


def _sender(answers: Answers) -> Iterable[str]:
    yield f"name: {_text(answers.name)}"
    host = host_of(answers.website)
    yield f"website: {_text(answers.website.replace(host, host_as_read(host), 1))}" + (
        "  # a placeholder: every order stays a draft until the real one stands here" if answers.invented else ""
    )
    if answers.contact:
        yield from ("contact:", *(f"  - {_text(line)}" for line in answers.contact))
    else:
        yield from (
            "# Address, phone, e-mail, a line each, as printed:",
            "# contact:",
            '#   - "Marktplatz 1 · 12345 Musterstadt"',
        )
    if answers.imprint:
        yield f"imprint: {_text(answers.imprint)}"
    else:
        yield from (
            "# Printed matter in Germany names who answers for it:",
            '# imprint: "V. i. S. d. P.: name, address"',
        )


def _colours(roles: Roles, profile: OutputProfile) -> Iterable[str]:
    looks = {role: appearance(colour, profile) for role, colour in roles.colours.items()}
    for role, colour in roles.colours.items():
        figures = [
            f"{ratio_text(ratio(looks[over], looks[under]))} with {over} on it"
            for over, under, *_ in PAIRS
            if under == role
        ]
        worked_out = [] if colour.cmyk else [_inks(process_inks(colour, profile))]
        yield f"  # {'; '.join((_WHAT[role], *worked_out, *figures))}"
        yield f"  {role}: {_colour(colour)}"
    for colour, reason in roles.unused:
        worked_out = [] if colour.cmyk else [_inks(process_inks(colour, profile))]
        yield f"  # without a role: {', '.join((_colour(colour), *worked_out))}: {reason!s}"


def _colour(colour: Colour) -> str:
    """A colour as brand.yaml says it."""
    parts = [
        *([_inks(colour.cmyk)] if colour.cmyk else []),
        *([f"spot: {colour.spot}"] if colour.spot else []),
        *([f"tint: {colour.tint:g}"] if colour.tint != FULL else []),
        *([f'hex: "{colour.hex}"'] if colour.hex else []),
    ]
    return f"{{{', '.join(parts)}}}"


def _logo(logos: Logos) -> str:
    return _LOGO.format(
        on_paper=_text(logos.on_paper),
        on_accent=f"  on-accent: {_text(logos.on_accent)}\n" if logos.on_accent else _NO_OTHER,
        holds_name=str(logos.holds_name).lower(),
        min_width=logos.min_width,
        clear_space=logos.clear_space,
    )


def _inks(inks: Cmyk) -> str:
    return f"cmyk: [{', '.join(f'{part:g}' for part in inks)}]"


def _text(value: str) -> str:
    """A text in double quotes; what JSON escapes, YAML reads the same way."""
    return json.dumps(value, ensure_ascii=False)
