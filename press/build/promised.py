"""What a released build promises: the short addresses in its files, entered in the register once they are published."""

from pathlib import Path

from press.delivery.filenames import SNAPSHOT
from press.links.addresses import carried
from press.links.register_file import Printed
from press.order.plan import Plan
from press.proof.snapshot import state_of


def what_is_printed(plan: Plan, folder: Path) -> Printed | None:
    """What the finished order in a folder has printed; None without a short address: its codes carry the targets."""
    short = plan.addresses.short
    if short is None:
        return None
    state = state_of((folder / SNAPSHOT).read_bytes())
    return Printed(plan.name, state, short.link, carried(plan.content, plan.addresses))
