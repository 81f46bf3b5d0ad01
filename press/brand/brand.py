"""A brand: colours by role, fonts by family, and who is named on the sheet."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from press.content.link_choice import LinkChoice
from press.errors import refuse_if
from press.language.message import _
from press.paths import Project
from press.schema.validation import Loaded, Model, load
from press.schema.values import FileName, Line, Link, Name, PlainLine, ShortAddress, wrong
from press.system.safe_files import links_leading_out

Percent = Annotated[float, Field(ge=0, le=100)]
# Names of colorants that mean something else (ISO 32000-1, 8.6.6.4): every plate, no plate, a process ink.
NO_SPOTS = ("All", "None", "Cyan", "Magenta", "Yellow", "Black")
HEX = r"^#[0-9a-fA-F]{6}$"
IN_HEX = _('write # and six digits 0-9, a-f, in quotes: "#1a2b3c"')
IN_INK = _("write cmyk: [c, m, y, k], each from 0 to 100")


def _hex(value: Any) -> Any:
    if not isinstance(value, str | None) or (value and not re.fullmatch(HEX, value)):
        raise wrong(_("`{value}` is no colour", value=str(value)[:20]), IN_HEX)
    return value


Hex = Annotated[
    str | None, BeforeValidator(_hex), Field(description="sRGB, as #1a2b3c.", json_schema_extra={"pattern": HEX})
]


class Colour(Model):
    """A colour as ink (cyan, magenta, yellow, black in %), as a named spot with its look in ink, or as sRGB."""

    cmyk: Annotated[
        tuple[Percent, Percent, Percent, Percent] | None, Field(description="Cyan, magenta, yellow, black in %.")
    ] = None
    hex: Hex = None
    spot: Annotated[
        PlainLine | None,
        Field(description="The name of a spot colour, as HKS 13 K; `cmyk` is then its look in process inks."),
    ] = None
    tint: Annotated[Percent, Field(description="How much of the spot colour, in %.")] = 100

    @model_validator(mode="before")
    @classmethod
    def _shaped(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise wrong(_("`{value}` is no colour", value=value[:20]), _('{in_ink}, or hex: "#rrggbb"', in_ink=IN_INK))
        inks = value.get("cmyk") if isinstance(value, dict) else None
        if inks is not None and not (
            isinstance(inks, tuple) and len(inks) == 4 and all(type(ink) in (int, float) for ink in inks)
        ):
            raise wrong(_("cmyk is not four numbers"), IN_INK)
        return value

    @model_validator(mode="after")
    def _given(self) -> "Colour":
        if self.spot in NO_SPOTS:
            raise wrong(
                _(
                    "`{spot}` is no spot colour: printers know it as all, none or one of the process inks",
                    spot=self.spot,
                ),
                _("write the spot's own name, as HKS 13 K"),
            )
        if self.cmyk is None and (self.spot or not self.hex):
            raise wrong(
                _("no colour is given"),
                IN_INK if self.spot else _('{in_ink}, or hex: "#rrggbb" in quotes', in_ink=IN_INK),
            )
        return self


class Colours(Model):
    """Colours by what they do, never by what they are."""

    ink: Annotated[Colour, Field(description="Text and codes; black alone.")]
    paper: Annotated[Colour, Field(description="The ground one writes on.")]
    accent: Annotated[Colour, Field(description="The large flat areas.")]
    accent_soft: Annotated[Colour, Field(alias="accent-soft", description="Quiet areas behind text.")]
    on_accent: Annotated[Colour, Field(alias="on-accent", description="Text on the accent: black alone, or no ink.")]


class Fonts(Model):
    display: Annotated[PlainLine, Field(description="The family of titles and boards.")]
    text: Annotated[PlainLine, Field(description="The family of everything else.")]


class Logos(Model):
    """Logo files in the brand's folder: SVG, PDF, PNG or JPEG."""

    on_paper: Annotated[FileName, Field(alias="on-paper", description="The file for white ground.")]
    on_accent: Annotated[
        FileName | None,
        Field(alias="on-accent", description="The file for the accent; the one for white ground if left out."),
    ] = None
    holds_name: Annotated[
        bool, Field(alias="holds-name", description="Whether the brand's name is part of the drawing.")
    ] = True
    min_width: Annotated[
        float, Field(alias="min-width", ge=5, le=80, description="Never narrower than this, in mm.")
    ] = 15
    clear_space: Annotated[
        float, Field(alias="clear-space", ge=0, le=30, description="Kept free around it, in mm.")
    ] = 2

    def files(self) -> dict[str, str]:
        """Ground → file."""
        return {"on-paper": self.on_paper, "on-accent": self.on_accent or self.on_paper}


class Brand(Model):
    name: Line
    website: Link
    short: Annotated[
        ShortAddress | None, Field(description="Another short address than the podcast's, of this sender's own.")
    ] = None
    contact: Annotated[
        tuple[Line, ...], Field(max_length=6, description="Address, phone, e-mail, a line each, as printed.")
    ] = ()
    imprint: Annotated[
        Line | None, Field(description="Who answers for what is printed (V. i. S. d. P.), as printed.")
    ] = None
    colours: Colours
    fonts: Fonts
    logo: Logos | None = None
    podcast: Annotated[
        Name | None,
        Field(description="A podcast of its own, a file of content/podcasts/; `none` for no podcast at all."),
    ] = None
    newsletter: Annotated[
        Literal["none"] | None, Field(description="`none`: the podcast's newsletter is not told of.")
    ] = None
    link: Annotated[
        LinkChoice | None,
        Field(description="What its codes lead to: podcast, website, newsletter, episode, or an address."),
    ] = None

    address: Annotated[
        Literal["du", "sie"] | None, Field(description="How readers are spoken to; „du“ if left out.")
    ] = None

    def roles(self) -> dict[str, Colour]:
        """Colour by role, in the names templates use."""
        return {field.alias or name: getattr(self.colours, name) for name, field in Colours.model_fields.items()}


def load_brand(project: Project, brand_id: str) -> Loaded[Brand]:
    """Reads a brand's file. Raises PressError with every mistake in it."""
    path = project.brand(brand_id)
    refuse_if(links_leading_out(project, path.parent))
    return load(path, project.name(path), Brand)
