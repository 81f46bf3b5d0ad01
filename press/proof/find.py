"""Where an order's proof page lies, and whether somebody is there to look at it."""

import os
import sys
from pathlib import Path

from press.errors import PressError, Problem
from press.project import Project
from press.proof.page import INDEX
from press.publish import refused_folder


def proof_page(project: Project, order_id: str) -> Path:
    """index.html of the last build of an order, refused or not. Raises PressError if there is none."""
    for folder in (refused_folder(project, order_id), project.build / order_id):
        if (folder / INDEX).is_file():
            return folder / INDEX
    if order_id not in project.orders():
        raise PressError(Problem("--order", f"there is no order `{order_id}`", f"choose one of: {', '.join(project.orders())}"))
    raise PressError(Problem("--order", f"`{order_id}` was not built yet", f"run invoke build --order {order_id}"))


def somebody_looks() -> bool:
    """Whether a browser's window would be seen: at a terminal, on a machine with a screen."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
