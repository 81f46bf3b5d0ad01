"""An item of an order: one product, and what is chosen for it."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, WrapValidator

from press.bingo.board_numbers import BoardNumbers, read_range
from press.brand.ground import Ground
from press.content.link_choice import LinkChoice
from press.content.papers import PaperChoice
from press.language.message import _
from press.layouts.binding import Binding
from press.schema.validation import Model
from press.schema.values import Line, Name, printed, wrong

MAX_BOARDS = 1_000_000


BOTH: Literal["both"] = "both"  # editions


Inks = Literal["4/0", "4/4", "1/0", "1/1", "spot"]


Bleed = Annotated[float, Field(ge=2, le=5, description="How far grounds run over the trim, in mm.")]


def _boards(value: Any, check: Callable[[Any], int]) -> int:
    """A count, or a range of numbers, within the same limits."""
    found = read_range(value) if isinstance(value, str) else None
    if found is None:
        return check(value)
    first, last = found
    if not 1 <= first <= last <= MAX_BOARDS:
        raise wrong(
            _("no boards from {first} to {last}", first=first, last=last),
            _("write two numbers from 1 to {max_boards}, the smaller one first", max_boards=MAX_BOARDS),
        )
    return BoardNumbers.of(first, last)


Boards = Annotated[
    int,
    Field(ge=1, le=MAX_BOARDS),
    WrapValidator(_boards),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MAX_BOARDS}, {"pattern": "^[0-9]+-[0-9]+$"}]}
    ),
]


class Item(Model):
    """One product of the order. What is no key here is an option of its layout, checked against the layout's facts."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[Any, BeforeValidator(printed)]]

    layout: Name
    id: Annotated[Name | None, Field(description="The product's name in build/, if not the layout's.")] = None
    boards: Annotated[Boards | None, Field(description="How many different boards, or which: `31-60`.")] = None
    boards_per_file: Annotated[
        int | None, Field(ge=1, description="At most so many boards in one PDF; all in one if left out.")
    ] = None
    edition: Annotated[
        Literal["print", "office", "both"], Field(description="For the print shop, the office printer, or both.")
    ] = BOTH
    copies: Annotated[
        int, Field(ge=1, le=1_000_000, description="How often each board, or each handout, is printed.")
    ] = 1
    paper: Annotated[PaperChoice | None, Field(description="Another paper than the order's.")] = None
    colours: Annotated[Inks | None, Field(description="Other colours than the order's.")] = None
    bleed: Annotated[Bleed | None, Field(description="Another bleed than the order's.")] = None
    marks: Annotated[bool | None, Field(description="Another choice of marks than the order's.")] = None
    imposed: Annotated[
        bool | None, Field(description="Another choice than the order's: whether its pieces share a page.")
    ] = None
    ground: Annotated[Ground | None, Field(description="Another ground than the order's.")] = None
    link: Annotated[LinkChoice | None, Field(description="Another link in its codes than the order's.")] = None
    binding: Annotated[
        Binding | None,
        Field(
            description="How a brochure's leaves hold together: not at all, stapled at the corner, or saddle-stitched "
            "(the pages then come in fours)."
        ),
    ] = None
    finishing: Annotated[
        Line | None, Field(description="What to do after printing, if not what the layout asks for.")
    ] = None

    @property
    def product(self) -> str:
        return self.id or self.layout

    @property
    def options(self) -> dict[str, Any]:
        """What the item sets of its layout's options."""
        return self.model_extra or {}
