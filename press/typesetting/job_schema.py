"""The keys of jobs, each in one place: what Python tells templates. Lengths are in mm, texts final."""

from typing import Any, TypedDict

from press.brand.ground import GroundRoles
from press.brand.letter_extents import LetterExtents
from press.brand.palette import Palette
from press.order.link_target import Kind

Size = tuple[float, float]  # width and height


# Keys with hyphens are no names of Python's.
LogoTokens = TypedDict(
    "LogoTokens",
    {
        "files": dict[str, Any],  # by ground: press.typesetting.logos
        "holds-name": bool,
        "min-width": float,
        "clear-space": float,
    },
)


class BrandTokens(TypedDict):
    """What templates know of a brand."""

    name: str
    website: str  # as it is printed
    link: str
    contact: list[str]
    imprint: str | None
    colours: Palette
    ground: GroundRoles
    fonts: dict[str, Any]  # family by role
    extents: LetterExtents  # of the display face
    logo: LogoTokens | None


class EpisodeEntry(TypedDict):
    link: str
    number: int | None
    title: str | None


class PhraseIdentity(TypedDict):
    id: str
    number: int
    episode: EpisodeEntry | None


class PhraseEntry(PhraseIdentity, total=False):
    """Its texts, as far as there are any and the layout can ask for them."""

    board: str
    short: str
    long: str


class CodeEntry(TypedDict):
    """A code's rows of "1" (dark) and "0", and its address as it is printed."""

    rows: tuple[str, ...]
    shown: str


class GridEntry(TypedDict):
    rows: int
    columns: int
    free: int | None  # the cell, from 0


class Blank(TypedDict):
    id: str | None
    cells: tuple[int | None, ...]  # indices of phrases; none in the free cell
    link: str | None


class SheetEntry(Blank, total=False):
    """A board. `place` is that on the page of a form's sheet, which is blank."""

    place: int


Boards = TypedDict(
    "Boards",
    {
        "board": GridEntry,
        "up": int,  # boards on a page
        "links": tuple[str, ...],  # that a sheet may carry
        "widest-id": str,
        "sheets": list[SheetEntry],
        "forms": tuple[int, ...],  # boards on each form
        "glyphs": list[str],  # characters of IDs, to be stamped
    },
    total=False,
)


class Page(TypedDict):
    """What every job says."""

    template: str  # its file, below templates/
    title: str  # the document's
    bleed: float
    trim: Size
    brand: BrandTokens


class EditionPage(Page):
    edition: str


class Job(EditionPage, Boards):
    """A product in one edition. The keys of boards are left out of a handout's."""

    options: dict[str, Any]
    texts: dict[str, str]
    lead: str  # the link its codes carry, but for those of episodes
    kinds: dict[str, Kind]  # what is there, by link; episodes are with their phrases
    podcast: dict[str, Any] | None
    credits: list[str]
    phrases: list[PhraseEntry]
    codes: dict[str, CodeEntry | str]  # by link; the link itself where nothing is set
    form: bool
    reversed: bool  # whether text on the accent is white, and the accent of several inks


class SlugJob(EditionPage):
    slug: str
    room: tuple[float, float]  # from the left of the media: where no mark stands


class TicketProduct(TypedDict):
    number: int
    title: str
    picture: str
    alt: str
    facts: list[tuple[str, str]]


class TicketJob(EditionPage):
    draft: str | None
    order: list[tuple[str, str]]
    products: list[TicketProduct]
    note: str


class ReportFile(TypedDict):
    name: str
    facts: list[tuple[str, str]]


class ReportJob(EditionPage):
    outcome: str
    checks: list[str]
    files: list[ReportFile]
    open: list[str]
    note: str
