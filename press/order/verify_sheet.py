"""Verifying a sheet: the board that belongs to a sheet ID, dealt again from today's content."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.bingo.deal import DEAL_VERSION, Board, Deal, parse_sheet_id
from press.bingo.grid import Grid
from press.content.content import Content, load_content
from press.errors import PressError, Problem, refuse_if
from press.order.layouts import Layout, load_layouts
from press.order.options import FREE, declared
from press.order.order import load_order
from press.order.product import deal_for
from press.paths import Project


@dataclass(frozen=True)
class Verified:
    """A sheet as it was dealt."""

    sheet_id: str
    order: str
    layout: Layout
    grid: Grid
    board: Board
    content: Content


def verify(project: Project, sheet_id: str, order_id: str | None = None, seed: int | None = None) -> Verified:
    """Deals the board of a sheet ID again. Raises PressError if no order's content gives its deck code, or gave it
    only to an earlier version of the press."""
    code, number = parse_sheet_id(sheet_id)
    refuse_if(project.misnamed())
    codes: dict[str, str] = {}
    earlier: list[Problem] = []
    for order, layout, content, deal in _deals(project, [order_id] if order_id else project.orders(), seed):
        if deal.code == code:
            return Verified(deal.sheet_id(number), order, layout, deal.grid, deal.board(number), content)
        codes[deal.code] = f"{deal.code} ({order}, {layout.name})"
        if version := deal.earlier_codes.get(code):
            earlier.append(_dealt_earlier(sheet_id, version, f"{order}, {layout.name}"))
    raise PressError(
        earlier[:1]
        or Problem(
            sheet_id,
            "this content is not the one the sheet was dealt from",
            f"it deals {', '.join(codes.values())}; fetch the content, order and seed of that print run",
        )
    )


def _dealt_earlier(sheet_id: str, version: int, where: str) -> Problem:
    return Problem(
        sheet_id,
        f"this sheet ({where}) was dealt by an earlier version of the press (version {version} of dealing; this is "
        f"{DEAL_VERSION}), it cannot be dealt here",
        "verify it with the press it was printed with; here another board has that number",
    )


def _deals(project: Project, orders: list[str], seed: int | None) -> Iterator[tuple[str, Layout, Content, Deal]]:
    layouts = [layout for layout in load_layouts(project, project.layout_names()).values() if layout.board]
    for order_id in orders:
        order = load_order(project, order_id)
        content = load_content(project, order.value.decks)
        for layout in layouts:
            for free in (False, True) if FREE in declared(layout) else (None,):
                if deal := deal_for(content, layout, order.value.seed if seed is None else seed, free):
                    yield order_id, layout, content, deal


def shown_board(verified: Verified) -> list[list[str]]:
    """The board as rows of cells: number and phrase."""
    grid, phrases = verified.grid, verified.content.phrases
    cells = [
        "(free)" if cell is None else f"{cell + 1:>2} {phrases[cell].board}".replace("\u00ad", "")
        for cell in verified.board
    ]
    return [cells[row * grid.columns : (row + 1) * grid.columns] for row in range(grid.rows)]
