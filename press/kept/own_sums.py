"""The press itself, in sums: what may only be used again by the very press that made it is known by them."""

from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import press
from press.system.checksum import sums_below

PRESS = Path(press.__file__).parent
CODE = (".py", ".typ")
TOOLS = (
    "typst", "pikepdf", "pillow", "pypdfium2", "qrcode", "fonttools", "deflate", "zxing-cpp", "page-validation",
    "tinycss2", "cssselect2", "coloraide",
)  # fmt: skip


@lru_cache(maxsize=1)  # what runs was loaded once, whatever becomes of its files
def own_sums() -> dict[str, str]:
    """SHA-256 of every file of the press, by its name below press/."""
    return sums_below(PRESS)


@lru_cache(maxsize=1)
def press_and_tools() -> tuple[str, ...]:
    """The press's code in sums, and the versions of what it works with."""
    code = (value for name, value in own_sums().items() if name.endswith(CODE))
    return (*code, *(f"{tool} {version(tool)}" for tool in TOOLS))
