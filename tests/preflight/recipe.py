"""A recipe: a good file, one thing to do to it, and the code of the check that must refuse the result."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Pdf

from preflight.finished import Finished, two_sheets

RECIPES: list["Recipe"] = []


@dataclass(frozen=True)
class Recipe:
    """`stumbles`: checks cannot run on the result, and that is the finding."""

    code: str
    spoil: Callable[[Pdf], bytes | None]
    order: Callable
    stumbles: bool

    def __str__(self) -> str:
        return self.spoil.__name__

    def made_of(self, good: Finished) -> bytes:
        """What `spoil` returns, or the file as it left it."""
        with Pdf.open(BytesIO(good.data)) as pdf:
            return self.spoil(pdf) or saved(pdf)


def breaks(code: str, of: Callable = two_sheets, stumbles: bool = False):
    """Registers a function that breaks one rule in the PDF it gets, and no other that it can spare."""

    def register(spoil):
        RECIPES.append(Recipe(code, spoil, of, stumbles))
        return spoil

    return register


def saved(pdf: Pdf, **options) -> bytes:
    out = BytesIO()
    pdf.save(out, **{"deterministic_id": "encryption" not in options, "fix_metadata_version": False} | options)
    return out.getvalue()
