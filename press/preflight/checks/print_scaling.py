"""Print scaling: none, so that what is printed has its size."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.preflight.document import Document

CODE = "print-scaling"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = (
    "Print dialogs shrink pages to fit unless they are told not to: codes get too small, cards and folds do not meet."
)


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    wish = document.pdf.Root.get("/ViewerPreferences", Dictionary()).get("/PrintScaling")
    if str(wish) != "/None":
        yield (
            None,
            f"print dialogs are told {str(wish).lstrip('/') if wish is not None else 'nothing'} of scaling",
            ("build the product anew"),
        )
