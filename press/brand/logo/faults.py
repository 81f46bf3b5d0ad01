"""What keeps a logo from print, and the way out."""

from math import ceil

DPI = 250  # of a picture where it stands on a sheet; preflight refuses less
WIDEST_MM = 60  # as wide as logos get on a sheet
PNG_PIXELS = ceil(WIDEST_MM / 25.4 * DPI / 100) * 100
AS_PNG = f"or export the whole logo as a PNG of at least {PNG_PIXELS} pixels in width"

Fault = tuple[str, str]  # what, and how to mend it


class UnprintableError(Exception):
    """A file that cannot be printed: all that is wrong with it."""

    def __init__(self, *faults: Fault):
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = tuple(dict.fromkeys(faults))


def refused(what: str, fix: str = "export it as plain shapes in flat colours") -> UnprintableError:
    """The error for one fault, a picture in pixels always being the way out."""
    return UnprintableError((what, f"{fix}, {AS_PNG}"))
