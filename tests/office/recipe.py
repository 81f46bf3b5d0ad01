"""Recipes of broken office files: what each breaks, in which product, and the code it is to be refused with."""

from pikepdf import Pdf

from press.pdf.structure import elements

SHEET, BROCHURE, LIST, CARDS = "bingo-3x3", "argumente", "ansagerliste", "karten"
RECIPES: list[tuple[str, str, object]] = []


def breaks(code: str, of: str = SHEET):
    def register(spoil):
        RECIPES.append((code, of, spoil))
        return spoil

    return register


def draw(pdf: Pdf, content: str) -> None:
    """More content on the first page, as an artifact: decoration, as far as tags go."""
    page = pdf.pages[0]
    page.contents_add(f"q /Artifact BMC {content} EMC Q".encode())


def own_font(pdf: Pdf) -> str:
    return str(next(iter(pdf.pages[0].obj.Resources.Font.keys())))


def first(pdf: Pdf, kind: str, nth: int = 0):
    """An element of a kind, in reading order."""
    return [element for element in elements(pdf) if element.kind == kind][nth].object
