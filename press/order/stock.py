"""Stock: the paper each item is printed on, and the printing condition that goes with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from press.brand.brand import Brand
from press.brand.palette import SPOT, process_inks
from press.brand.spots import wrong_letter
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import SCREEN, for_paper, load_profile
from press.content.papers import Paper, Papers, first_paper, known_paper
from press.errors import PressError, Problem, collecting
from press.language.message import _
from press.layouts.layout import Layout
from press.order.order import Order
from press.order.order_item import Item
from press.paths import Project
from press.schema.validation import Loaded

KINDS = {True: _("coated"), False: _("uncoated")}
BEFORE = {True: _("coated "), False: _("uncoated "), None: ""}
SOFT_TINT = 15  # %, in a proposal: pale enough for text on it


@dataclass(frozen=True)
class Stock:
    """A paper with its output profile; `screen` says what its colours look like to whoever sees them on a screen."""

    paper: Paper
    profile: OutputProfile
    screen: OutputProfile


@dataclass(frozen=True)
class Profiles:
    """The output profiles of an order, each read once. `own` is the one that the order names itself."""

    project: Project
    own: OutputProfile | None
    _read: dict[str, OutputProfile] = field(default_factory=dict)

    def of(self, paper: Paper) -> OutputProfile:
        """The order's own, or the bundled one of the paper."""
        return self.own or self.bundled(for_paper(paper.coated))

    @property
    def screen(self) -> OutputProfile:
        return self.own or self.bundled(SCREEN)

    def bundled(self, name: str) -> OutputProfile:
        if name not in self._read:
            self._read[name] = load_profile(self.project, name, name)
        return self._read[name]


def take_stock(
    project: Project, papers: Loaded[Papers], layouts: Mapping[str, Layout], order: Order, written: Loaded[Order]
) -> dict[str, Stock]:
    """The stock of each item, by product. Raises PressError with every paper that is not known, that contradicts the
    order's profile, or that is too light. `written` is the order before the command line's options."""
    own = load_profile(project, order.profile, written.where("profile")) if order.profile else None
    profiles = Profiles(project, own)
    with collecting() as problems:
        chosen = problems.map(
            lambda item: (item.product, _paper(item, layouts, papers, profiles, written)), order.items
        )
    return {product: Stock(paper, profiles.of(paper), profiles.screen) for product, paper in chosen}


def _paper(
    item: Item, layouts: Mapping[str, Layout], papers: Loaded[Papers], profiles: Profiles, written: Loaded[Order]
) -> Paper:
    """The item's paper, the order's, or the first listed one that suits. Raises PressError."""
    layout, own = layouts[item.layout], profiles.own
    place = next(i for i, other in enumerate(written.value.items) if other.product == item.product)
    if wanted := item.paper or written.value.paper:
        where = written.where("items", place, "paper") if item.paper else written.where("paper")
        paper = known_paper(wanted, papers, where)
        if faults := list(_faults(paper, where, written.where("items", place), layout, own)):
            raise PressError(faults)
        return paper
    if found := first_paper(papers.value.papers, layout.min_weight, own.coated if own else None):
        return found
    kind = BEFORE[own.coated if own else None]
    raise PressError(
        Problem(
            written.where("items", place),
            _(
                "{papers} lists no {kind}paper of {min_weight} g/m² or more for `{layout}`",
                papers=papers.source.name,
                kind=kind,
                min_weight=layout.min_weight,
                layout=layout.name,
            ),
            _("name one at this item: `paper`"),
        )
    )


def _faults(paper: Paper, where: str, item: str, layout: Layout, own: OutputProfile | None) -> Iterator[Problem]:
    if own and own.coated not in (None, paper.coated):
        yield Problem(
            where,
            _(
                "`{paper}` is {kind}, the order's profile {condition} is for {wanted} paper",
                paper=paper,
                kind=KINDS[paper.coated],
                condition=own.condition,
                wanted=KINDS[own.coated],
            ),
            _("choose {kind} paper, or delete `profile`: it then follows the paper", kind=KINDS[own.coated]),
        )
    if paper.weight < layout.min_weight:
        yield Problem(
            item if where != item else where,
            _(
                "`{layout}` needs {min_weight} g/m² or more, `{paper}` has {weight}",
                layout=layout.name,
                min_weight=layout.min_weight,
                paper=paper,
                weight=paper.weight,
            ),
            _("name a heavier `paper` at this item"),
        )


def ink_faults(colours: str, stock: Stock, brand: Loaded[Brand]) -> Iterator[Problem]:
    """Every colour of a brand that cannot be printed as `spot` asks: made of process inks, or of the other paper's
    series. `colours` are the inks front/back of a product, whose paper is `stock`'s."""
    if colours != SPOT:
        return
    roles = brand.value.roles()
    known = next((colour.spot for colour in roles.values() if colour.spot), None)
    proposal = (
        _("`spot: {known}` with `tint: {soft_tint}`", known=known, soft_tint=SOFT_TINT)
        if known
        else _("`spot: HKS 13`, the name of an ink,")
    )
    for role, colour in roles.items():
        if colour.spot is None:
            if any(process_inks(colour, stock.profile)[:3]):
                yield Problem(
                    brand.where("colours", role),
                    _("`{role}` is mixed from process inks, and an order with `colours: spot` has none", role=role),
                    _("give it {proposal}, or a gray: cmyk: [0, 0, 0, k]", proposal=proposal),
                )
        elif found := wrong_letter(colour.spot, stock.paper.coated):
            ink, letter = found
            yield Problem(
                brand.where("colours", role, "spot"),
                _(
                    "`{spot}` is an ink for {kind} paper, `{paper}` is {wanted}",
                    spot=colour.spot,
                    kind=KINDS[not stock.paper.coated],
                    paper=stock.paper,
                    wanted=KINDS[stock.paper.coated],
                ),
                _("write {ink}: the press adds the letter of the paper, here {letter}", ink=ink, letter=letter),
            )
