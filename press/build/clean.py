"""Clearing: build/ is emptied, unless somebody is at work there."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from press.delivery.publish import REFUSED
from press.paths import Project
from press.system.file_lock import SUFFIX as LOCK
from press.system.file_lock import order_lock
from press.system.signals import point_of_no_return

KEEPER = ".gitkeep"  # keeps the empty folder in the repository


def clear(project: Project) -> None:
    """Empties build/. Raises PressError, and leaves all as it was, while an order there is being built."""
    found = [path for path in sorted(project.build.glob("*")) if path.name != KEEPER]
    with ExitStack() as held:
        for order_id in sorted({_order_of(path) for path in found}):
            held.enter_context(order_lock(project, order_id))
        point_of_no_return()
        for path in found:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.suffix != LOCK:  # a lock goes with whoever holds it
                path.unlink()


def _order_of(path: Path) -> str:
    """The order that a thing in build/ belongs to: `order`, `order-REFUSED`, `.order.work` and so on."""
    return path.stem.removeprefix(".") if path.name.startswith(".") else path.name.removesuffix(REFUSED)
