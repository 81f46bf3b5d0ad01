"""Verifying a sheet: the board that belongs to a sheet ID, dealt again from today's content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.bingo.deal import DEAL_VERSION, Board, Deal, parse_sheet_id
from press.content.content import Content, load_content
from press.errors import PressError, Problem, refuse_if
from press.language.message import _, joined
from press.layouts.layout import Layout
from press.layouts.layout_loading import load_layout, load_layouts
from press.order.options import FREE, declared
from press.order.order import load_order
from press.order.product import deal_for
from press.paths import Project
from press.typst_engine.templates import read_templates


@dataclass(frozen=True)
class Verified:
    """A sheet as it was dealt."""

    sheet_id: str
    order: str
    decks: tuple[str, ...]
    layout: Layout
    deal: Deal
    board: Board
    content: Content


def verify(
    project: Project,
    sheet_id: str,
    order_id: str | None = None,
    seed: int | None = None,
    layout_name: str | None = None,
) -> Verified:
    """Deals the board of a sheet ID again. Raises PressError if no order's content gives its deck code, or gave it
    only to an earlier version of the press, or if several deals give it: then nobody can tell whose board it is."""
    code, number = parse_sheet_id(sheet_id)
    refuse_if(project.misnamed())
    found: dict[Deal, Verified] = {}
    codes: dict[str, str] = {}
    earlier: list[Problem] = []
    for order, decks, layout, content, deal in _deals(project, _orders(project, order_id), seed, layout_name):
        if deal.code == code and deal not in found:
            found[deal] = Verified(deal.sheet_id(number), order, decks, layout, deal, deal.board(number), content)
        codes[deal.code] = f"{deal.code} ({order}, {layout.name})"
        if version := deal.earlier_codes.get(code):
            earlier.append(_dealt_earlier(sheet_id, version, f"{order}, {layout.name}"))
    if found:
        refuse_if([_ambiguous(sheet_id, tuple(found.values()))] if len(found) > 1 else [])
        return next(iter(found.values()))
    raise PressError(
        earlier[:1]
        or Problem(
            sheet_id,
            _("this content is not the one the sheet was dealt from"),
            _("it deals {names}; fetch the content, order and seed of that print run", names=", ".join(codes.values())),
        )
    )


def _dealt_earlier(sheet_id: str, version: int, where: str) -> Problem:
    return Problem(
        sheet_id,
        _(
            "this sheet ({where}) was dealt by an earlier version of the press (version {version} of "
            "dealing; this is {deal_version}), it cannot be dealt here",
            where=where,
            version=version,
            deal_version=DEAL_VERSION,
        ),
        _("verify it with the press it was printed with; here another board has that number"),
    )


def _ambiguous(sheet_id: str, found: Sequence[Verified]) -> Problem:
    """Four characters name a deal, and every so often two of them."""
    deals = joined(
        _(" and "),
        (
            _(
                "{layout} of the order {order} (seed {seed})",
                layout=one.layout.name,
                order=one.order,
                seed=one.deal.seed,
            )
            for one in found
        ),
    )
    return Problem(
        sheet_id,
        _("{deals} deal under this code", deals=deals),
        _("say whose sheet it is with --order, --seed or --layout"),
    )


def _orders(project: Project, order_id: str | None) -> list[str]:
    return [order_id] if order_id else project.orders()


def _deals(
    project: Project, orders: list[str], seed: int | None, layout_name: str | None
) -> Iterator[tuple[str, tuple[str, ...], Layout, Content, Deal]]:
    templates = read_templates(project)
    if layout_name is None:
        known = list(load_layouts(templates, templates.layouts).values())
    else:
        known = [load_layout(project, layout_name)]
    layouts = [layout for layout in known if layout.board]
    for order_id in orders:
        order = load_order(project, order_id)
        content = load_content(project, order.value.decks)
        for layout in layouts:
            for free in (False, True) if FREE in declared(layout) else (None,):
                if deal := deal_for(content, layout, order.value.seed if seed is None else seed, free):
                    yield order_id, order.value.decks, layout, content, deal


def shown_board(verified: Verified) -> list[list[str]]:
    """The board as rows of cells: number and phrase."""
    grid, phrases = verified.deal.grid, verified.content.phrases
    cells = [
        "(free)" if cell is None else f"{cell + 1:>2} {phrases[cell].board}".replace("\u00ad", "")
        for cell in verified.board
    ]
    return [cells[row * grid.columns : (row + 1) * grid.columns] for row in range(grid.rows)]
