"""Where an order's proof page lies, and whether somebody is there to look at it."""

import os
import sys
from pathlib import Path

from press.paths import Project
from press.proof.page import INDEX
from press.delivery.last_build import published_folder
from press.delivery.publish import refused_folder


def proof_page(project: Project, order_id: str) -> Path:
    """index.html of the last build of an order, refused or not. Raises PressError if there is none."""
    refused = refused_folder(project, order_id) / INDEX
    return refused if refused.is_file() else published_folder(project, order_id, "--order") / INDEX


def somebody_looks() -> bool:
    """Whether a browser's window would be seen: at a terminal, on a machine with a screen."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
