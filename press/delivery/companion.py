"""A companion: a folder that goes with an order beside its products, as for a web server, or to lead a round with.

Whatever lies there when a build has written it is published with the order: summed in its manifest, shown on its proof
page, never in the package for the print shop.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from press.order.plan import Plan
from press.preflight.runner import Report


@dataclass(frozen=True)
class Companion:
    """`entry` is the file people open, named from the order's folder; `about` tells them in German what it is for.

    `write` writes the folder into the order's working folder, the same bytes for the same plan, and gives what
    preflight says of it.
    """

    entry: str
    about: str
    wanted: Callable[[Plan], bool]
    write: Callable[[Plan, Path], Report]
