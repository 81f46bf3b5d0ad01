"""What keeps a logo from print, and the way out."""

from math import ceil

from press.language.message import Message, _, joined

DPI = 250  # of a picture where it stands on a sheet; preflight refuses less
WIDEST_MM = 60  # as wide as logos get on a sheet
PNG_PIXELS = ceil(WIDEST_MM / 25.4 * DPI / 100) * 100
AS_PNG = _("or export the whole logo as a PNG of at least {pixels} pixels in width", pixels=PNG_PIXELS)
PLAIN = _("export it as plain shapes in flat colours")

Fault = tuple[Message, Message]  # what, and how to mend it


class UnprintableError(Exception):
    """A file that cannot be printed: all that is wrong with it."""

    def __init__(self, *faults: Fault):
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = tuple(dict.fromkeys(faults))


def refused(what: Message, fix: Message = PLAIN) -> UnprintableError:
    """The error for one fault, a picture in pixels always being the way out."""
    return UnprintableError((what, joined(", ", (fix, AS_PNG))))
