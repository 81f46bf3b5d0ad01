"""What a released build promises: the short addresses in its files, entered in the register once they are published."""

from datetime import date
from pathlib import Path

from press.delivery.filenames import SNAPSHOT
from press.links.addresses import carried
from press.links.register_file import Printed, promise
from press.order.plan import Plan
from press.proof.snapshot import state_of


def promise_printed(plan: Plan, folder: Path) -> tuple[str, ...]:
    """Enters those of a published order; gives the addresses that were not printed before. Raises PressError if the
    register cannot be written: then building once more with --release enters them."""
    short = plan.addresses.short
    if short is None:
        return ()
    state = state_of((folder / SNAPSHOT).read_bytes())
    printed = Printed(plan.name, state, short.link, carried(plan.content, plan.addresses))
    return promise(plan.project, printed, date.today().isoformat())
