"""Print scaling: none, so that what is printed has its size."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "print-scaling"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = (
    "Print dialogs shrink pages to fit unless they are told not to: codes get too small, cards and folds do not meet."
)


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    wish = document.pdf.Root.get("/ViewerPreferences", Dictionary()).get("/PrintScaling")
    if str(wish) != "/None":
        told = _("nothing") if wish is None else str(wish).lstrip("/")
        yield None, _("print dialogs are told {told} of scaling", told=told), _("build the product anew")
