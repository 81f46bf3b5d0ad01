"""The ground of a product's pages: the accent from edge to edge, or white paper, which spares toner; and which of a
brand's colours do what on it."""

from typing import Annotated, Literal, TypedDict

from pydantic import Field

from press.brand.brand import Brand
from press.brand.contrast import TEXT, appearance, ratio
from press.colour.icc_profile import OutputProfile

Ground = Annotated[
    Literal["accent", "paper"],
    Field(description="What office printers print boards and handouts on: the accent, or white paper (less toner)."),
]
ACCENT: Literal["accent"] = "accent"
PAPER: Literal["paper"] = "paper"


class GroundRoles(TypedDict):
    """Roles of colours, by what they do on a ground."""

    fill: str | None  # of the whole page; none leaves it as white as it is
    quiet: str | None  # of the back of what is cut; likewise
    text: str
    title: str
    line: str  # outlines of bubbles
    disc: str  # phrases' numbers stand on it
    number: str
    rule: str | None  # where an area of the accent would end; none where it does
    shadow: str | None  # of bubbles; none where the ground sets them off
    logo: str  # the ground its file is made for


ON_ACCENT: GroundRoles = {
    "fill": "accent",
    "quiet": "accent-soft",
    "text": "on-accent",
    "title": "on-accent",
    "line": "ink",
    "disc": "ink",
    "number": "paper",
    "rule": None,
    "shadow": None,
    "logo": "accent",
}


def ground_roles(ground: Ground, brand: Brand, profile: OutputProfile) -> GroundRoles:
    """On paper the accent is left to titles, outlines and discs, and a tint of it to bubbles' shadows; to discs and
    shadows alone where it is too light to be read."""
    if ground == ACCENT:
        return ON_ACCENT
    roles = brand.roles()
    accent, paper = (appearance(roles[role], profile) for role in ("accent", "paper"))
    readable = ratio(accent, paper) >= TEXT
    return {
        "fill": None,
        "quiet": None,
        "text": "ink",
        "title": "accent" if readable else "ink",
        "line": "accent" if readable else "ink",
        "disc": "accent",
        "number": "on-accent",
        "rule": "accent",
        "shadow": "accent-soft" if readable else "accent",
        "logo": "paper",
    }
