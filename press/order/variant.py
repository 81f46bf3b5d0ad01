"""Variants: an order as options of the command line change it, published beside the order as it is written."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from press.errors import Problem, choose_one, refuse_if
from press.language.message import _
from press.names import JOINT, LONGEST, LONGEST_PATH
from press.order.items import EDITIONS
from press.order.order import MAX_SEED, Order
from press.order.order_item import MAX_BOARDS, Item
from press.order.product import Product
from press.paths import LONGEST_NAME, PICTURE, STAGED, Project
from press.schema.validation import Loaded

DIGITS = 8  # of a hash, in a name that would be too long, or could mean something else
_BOARDS, _SEED = "boards-{}", "seed-{}"


@dataclass(frozen=True)
class Overrides:
    """What the command line says instead of the order."""

    brand: str | None = None
    only: tuple[str, ...] = ()
    boards: int | None = None
    seed: int | None = None


def overridden(order: Loaded[Order], overrides: Overrides, project: Project) -> Loaded[Order]:
    """The order as the command line wants it. Raises PressError with every option that cannot be."""
    refuse_if(_wrong_options(order.value, overrides, project))
    items = order.value.items
    if overrides.only:
        items = tuple(item for item in items if {item.product, item.layout} & set(overrides.only))
    if overrides.boards is not None:
        items = tuple(item.model_copy(update={"boards": overrides.boards}) if item.boards else item for item in items)
    changes = {"items": items, "brand": overrides.brand, "seed": overrides.seed}
    value = order.value.model_copy(update={key: new for key, new in changes.items() if new is not None})
    return replace(order, value=value)


def _wrong_options(order: Order, overrides: Overrides, project: Project) -> Iterator[Problem]:
    if overrides.brand is not None and overrides.brand not in project.brands():
        yield Problem("--brand", _("there is no brand `{brand}`", brand=overrides.brand), choose_one(project.brands()))
    products = [item.product for item in order.items]
    for name in overrides.only:
        if name not in products and name not in [item.layout for item in order.items]:
            yield Problem("--only", _("the order has no item `{name}`", name=name), choose_one(products))
    if overrides.boards is not None and not 1 <= overrides.boards <= MAX_BOARDS:
        yield Problem(
            "--boards",
            _("{boards} boards", boards=overrides.boards),
            _("ask for 1 to {max_boards}", max_boards=MAX_BOARDS),
        )
    if overrides.seed is not None and not 0 <= overrides.seed < MAX_SEED:
        yield Problem(
            "--seed",
            _("the seed is {seed}", seed=overrides.seed),
            _("choose one from 0 to {max_seed}", max_seed=MAX_SEED - 1),
        )


def published_name(order_id: str, different: str | None) -> str:
    """An order's name, or that of a variant of it."""
    return f"{order_id}{JOINT}{different}" if different else order_id


def room_for_variant(order_id: str, items: Sequence[Item], editions: Sequence[str]) -> int:
    """How many characters a variant may add to an order's name, beside the hyphens between."""
    pictures = (PICTURE.format("", f"{item.product}-{name}") for item in items for name in editions)
    staged = (STAGED.format("", _staged(item.layout)) for item in items)
    longest = max(map(len, (*pictures, *staged)))
    return min(LONGEST_NAME, LONGEST_PATH - longest) - len(order_id) - len(JOINT)


def path_faults(name: str, products: Iterable[Product], order: Loaded[Order]) -> Iterator[Problem]:
    """Names of an order, its items and their layouts that make paths too long; `name` is what it is published under."""
    if (more := len(name) - LONGEST_NAME) > 0:
        what = _("published as `{name}`, it has {more} characters too many for a path on Windows", name=name, more=more)
        yield Problem(order.where("about"), what, _("give the file a name that is {more} shorter", more=more))
        return
    for product in products:
        place = next(i for i, item in enumerate(order.value.items) if item.product == product.item.product)
        for path, long in _longest_paths(product):
            if (more := len(path.format(name, long)) - LONGEST_PATH) > 0:
                yield Problem(
                    order.where("items", place),
                    _(
                        "published as `{name}`, `{long}` has {more} characters too many for a path on Windows",
                        name=name,
                        long=long,
                        more=more,
                    ),
                    _("shorten the item's `id`, the layout's name, or the order's"),
                )


def _longest_paths(product: Product) -> tuple[tuple[str, str], tuple[str, str]]:
    return (PICTURE, product.pictures), (STAGED, _staged(product.layout.name))


def _staged(layout: str) -> str:
    return f"templates/layouts/{layout}"


def variant(
    project: Project, written: Order, wanted: Order, boards: int | None, editions: Sequence[str], room: int = LONGEST
) -> str | None:
    """What a build is called besides the order's name, as `musterstadt--print`; None if it is the order as written.

    Named by what is different, not by how that was asked for, in at most so many characters as there is `room`. Two
    different variants never have one name.
    """
    parts = list(_parts(written, wanted, boards, editions))
    if not parts:
        return None
    name = JOINT.join(part for _, part in parts)
    most = min(room, LONGEST)
    if len(name) <= most and not any(_has_other_meaning(project, written, *part) for part in parts):
        return name
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:DIGITS]
    kept = name[: max(0, most - DIGITS - 1)].rstrip("-")
    return f"{kept}-{digest}" if kept else digest


def _parts(written: Order, wanted: Order, boards: int | None, editions: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Kind and name of everything that is different."""
    if wanted.brand != written.brand:
        yield "brand", wanted.brand
    if len(wanted.items) != len(written.items):
        yield from (("item", item.product) for item in wanted.items)
    before = {item.product: item.boards for item in written.items}
    if any(item.boards != before[item.product] for item in wanted.items):
        yield "boards", _BOARDS.format(boards)
    if wanted.seed != written.seed:
        yield "seed", _SEED.format(wanted.seed)
    if set(editions) != set(EDITIONS):
        yield from (("edition", edition) for edition in EDITIONS if edition in editions)


def _has_other_meaning(project: Project, order: Order, kind: str, part: str) -> bool:
    """Whether a part of a name could stand for something of another kind, too."""
    meanings = {
        "brand": part in project.brands(),
        "item": part in {item.product for item in order.items},
        "boards": bool(re.fullmatch(_BOARDS.format(r"\d+"), part)),
        "seed": bool(re.fullmatch(_SEED.format(r"\d+"), part)),
        "edition": part in EDITIONS,
    }
    return any(meant for other, meant in meanings.items() if other != kind)
