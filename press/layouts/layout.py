"""A layout: what its file says of it, as facts."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from press.bingo.grid import Grid
from press.content.papers import LIGHTEST, Weight
from press.layouts.binding import Binding
from press.schema.validation import Model
from press.schema.values import Line, PlainLine

SHORTEST_SIDE = 20.0  # mm, of a page: less has no room for a code
LONGEST_SIDE = 1200.0  # mm: A0 and a bit
Millimetres = Annotated[float, Field(gt=0, le=LONGEST_SIDE)]
Side = Annotated[float, Field(ge=SHORTEST_SIDE, le=LONGEST_SIDE)]


CUT_TO_SIZE = "auf Endformat schneiden"


class LayoutGrid(Model):
    rows: Annotated[int, Field(ge=3, le=9)]
    columns: Annotated[int, Field(ge=3, le=9)]
    free: bool = False


class Lines(Model):
    """Where a page is folded or cut, in mm from the left and the upper edge of its trim, as seen on the front."""

    x: tuple[Millimetres, ...] = ()
    y: tuple[Millimetres, ...] = ()


# Most lines run down the page: a plain list is read as their x.
Upright = BeforeValidator(lambda value: {"x": value} if isinstance(value, tuple) else value)


class Option(Model):
    """Something an order's item may set for this layout."""

    type: Literal["text", "flag", "choice"]
    default: str | bool
    about: Annotated[PlainLine, Field(description="What it does, a sentence in English.")]
    choices: tuple[PlainLine, ...] = ()


class Layout(Model):
    """What a layout's file says of itself under the label <layout>."""

    name: str
    title: Annotated[Line, Field(description="Its name in print, German.")]
    about: Annotated[PlainLine, Field(description="What it is, a line in English.")]
    trim: Annotated[tuple[Side, Side], Field(description="Width and height of the page in mm.")]
    sizes: Annotated[
        dict[str, tuple[Side, Side]], Field(description="Other trims, by name, for the option `size`.")
    ] = Field(default_factory=dict)
    final: Annotated[
        tuple[Side, Side] | None,
        Field(description="Width and height after cutting or folding, in mm, if not the trim."),
    ] = None
    sides: Literal[1, 2]
    duplex: Annotated[
        Literal["long-edge", "short-edge"] | None, Field(description="The edge the sheet is turned on.")
    ] = None
    finishing: Annotated[Line, Field(description="What to do after printing, German, for the job ticket.")] = (
        CUT_TO_SIZE
    )
    bindings: Annotated[
        tuple[Binding, ...],
        Field(description="How its leaves may hold together: `none`, `corner`, `saddle`; the first one by itself."),
    ] = ()
    min_weight: Annotated[
        Weight, Field(alias="min-weight", description="The lightest paper it can be made of, in g/m².")
    ] = LIGHTEST
    board: Annotated[LayoutGrid | None, Field(description="The grid of a bingo sheet; none on a handout.")] = None
    up: Annotated[int, Field(ge=1, le=8, description="Boards on a page.")] = 1
    folds: Annotated[Lines, Upright, Field(description="Where it is folded, in mm: a list of x, or `x` and `y`.")] = (
        Lines()
    )
    cuts: Annotated[
        Lines, Upright, Field(description="Where it is cut apart inside the trim, in mm: a list of x, or `x` and `y`.")
    ] = Lines()
    purpose: Annotated[Line | None, Field(description="What it is for, a sentence in German, for the proof page.")] = (
        None
    )
    answers: Annotated[
        tuple[Literal["short", "long"], ...],
        Field(description="Which answers it prints to every phrase: each phrase must have them."),
    ] = ()
    codes: Annotated[
        bool, Field(description="Whether it prints codes, for which an order may say where they lead.")
    ] = True
    options: dict[str, Option] = Field(default_factory=dict)
    no_office: Annotated[
        Line | None, Field(alias="no-office", description="Why there is no office edition, if there is none.")
    ] = None

    @property
    def is_imposed(self) -> bool:
        """Whether finished pieces share its pages, to be cut apart."""
        return self.final is not None and bool(self.cuts.x or self.cuts.y)

    def single(self) -> "Layout":
        """The same with each piece on a page of its own, in its own size."""
        own = {"trim": self.final, "final": None, "cuts": Lines(), "up": 1, "finishing": CUT_TO_SIZE}
        return self.model_copy(update=own)

    def grid(self, free: bool | None = None) -> Grid | None:
        """The grid of its boards, with another choice of the free cell if `free` says so; None on a handout."""
        if self.board is None:
            return None
        return Grid(self.board.rows, self.board.columns, self.board.free if free is None else free)
