"""Variants: an order as options of the command line change it, published beside the order as it is written."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from press.names import JOINT, LONGEST
from press.order.items import EDITIONS
from press.order.order import Order
from press.paths import Project

DIGITS = 8  # of a hash, in a name that would be too long, or could mean something else
_BOARDS, _SEED = "boards-{}", "seed-{}"


def variant(project: Project, written: Order, wanted: Order, boards: int | None, editions: Sequence[str]) -> str | None:
    """What a build is called besides the order's name, as `musterstadt--print`; None if it is the order as written.

    Named by what is different, not by how that was asked for. Two different variants never have one name.
    """
    parts = list(_parts(written, wanted, boards, editions))
    if not parts:
        return None
    name = JOINT.join(part for _, part in parts)
    if len(name) <= LONGEST and not any(_has_other_meaning(project, written, *part) for part in parts):
        return name
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:DIGITS]
    return f"{name[: LONGEST - DIGITS - 1].rstrip('-')}-{digest}"


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
