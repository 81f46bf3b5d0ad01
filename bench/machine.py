"""The machine that a benchmark runs on."""

import os
import platform
from importlib.metadata import version


def machine() -> str:
    """What it is, and how busy it already was: figures on the wall mean little on a busy one."""
    load = f", {os.getloadavg()[0]:.1f} processes at work when it began" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}, "
        f"Python {platform.python_version()}, typst {version('typst')}"
    )
