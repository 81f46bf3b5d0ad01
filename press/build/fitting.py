"""Fitting: whether every text and code of every product finds its place, without making a file.

Typst sets each product and says what ran over. What was found to fit is remembered by all that it was made from, so
that only what changed is set again.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from press.build.context import BuildContext
from press.build.setting import set_facts
from press.build.setting_fingerprint import setting_fingerprint
from press.errors import Problem, collecting
from press.language.message import _
from press.order.check import Checked, read_all, read_order
from press.order.plan import NONE, Plan
from press.order.product import Product
from press.order.variant import Overrides
from press.paths import Project
from press.system.safe_files import read_file
from press.system.worker_pool import WorkerPool
from press.typesetting.overflow import overflows, unreadable_codes
from press.typesetting.typst_facts import SetFacts

MEMORY = "fitting.json"  # in the press's own folder: the fingerprints of what fits
MOST_REMEMBERED = 2000  # the catalogue has 31; whoever has more sets some of it again
MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class CheckedFitting:
    """What was read, and how many products all of whose texts fit."""

    checked: Checked
    products: int


def check_fitting(
    project: Project, workers: WorkerPool, order: str | None = None, overrides: Overrides = NONE
) -> CheckedFitting:
    """Checks all that is written and sets what is ordered: of every order, or of one alone.

    Raises PressError with every mistake; one in what an order does not name keeps none of its texts from being told.
    """
    with collecting() as problems:
        checked = read_order(project, order, overrides, problems) if order else read_all(project, problems)
        known = _remembered(project)
        fitting: set[str] = set()
        for plan in checked.plans:
            with problems.catching():
                problems.add(_misfits(plan, workers, known, fitting))
        _remember(project, [*fitting, *(known - fitting)])
    return CheckedFitting(checked, sum(len(plan.products) for plan in checked.plans))


def misfits(plan: Plan, product: Product, facts: SetFacts) -> Iterator[Problem]:
    """Every text that runs over its place, and every code that is too small."""
    yield from overflows(plan, product, facts.fits)
    yield from unreadable_codes(plan, product.layout, facts.codes)


def _misfits(plan: Plan, workers: WorkerPool, known: set[str], fitting: set[str]) -> Iterator[Problem]:
    """Of all products of a plan; the fingerprints of those that fit go to `fitting`."""
    prints = {product.file: setting_fingerprint(plan, product) for product in plan.products}
    fitting |= known.intersection(prints.values())
    waiting = [product for product in plan.products if prints[product.file] not in fitting]
    if not waiting:
        return
    with tempfile.TemporaryDirectory(prefix="press-", ignore_cleanup_errors=True) as folder:
        context = BuildContext.begin(plan, Path(folder), workers)
        work = partial(set_facts, context.alone)
        for product, facts in zip(waiting, workers.map_with_progress(work, waiting, _("fitting"))):
            found = tuple(misfits(plan, product, facts))
            if not found:
                fitting.add(prints[product.file])
            yield from found


def _remembered(project: Project) -> set[str]:
    try:
        prints = json.loads(read_file(project.private / MEMORY, MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return set()
    return set(filter(lambda one: isinstance(one, str), prints)) if isinstance(prints, list) else set()


def _remember(project: Project, prints: Sequence[str]) -> None:
    """Whatever keeps the file from being written keeps nobody from checking."""
    with suppress(OSError):
        project.private.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=project.private, prefix=MEMORY, delete=False) as file:
            json.dump(prints[:MOST_REMEMBERED], file)
        Path(file.name).replace(project.private / MEMORY)
