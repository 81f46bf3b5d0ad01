"""Small files for one check: a few things drawn on pages of 60 × 80 mm, with the boxes that a print shop wants.

Limits are written in the tests as numbers of the trade: nothing of the press measures itself.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from types import ModuleType

from pikepdf import Dictionary, Pdf
from tools import ROOT

from preflight.drawing import at, draw, system_font
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import load_profile
from press.paths import Project
from press.pdf.page_boxes import Geometry
from press.preflight.document import Document
from press.preflight.expected import Expected

MM = 72 / 25.4  # pt
WIDTH, HEIGHT, SLUG, BLEED = 60, 80, 10, 3  # mm


@cache
def profile() -> OutputProfile:
    return load_profile(Project.at(ROOT), "fogra39", "order:1")


def expected_of(**changes) -> Expected:
    """One page in process colour, without boards or codes."""
    ordered = {
        "name": "print/small.pdf",
        "edition": "print",
        "geometry": Geometry(WIDTH, HEIGHT),
        "pages": 1,
        "blank": 0,
        "multiple": 1,
        "sheets": None,
        "codes": _nothing,
        "cells": _nothing,
        "described_links": (),
        "phrases": (),
        "inks": "4/0",
        "spots": (),
        "profile": profile(),
        "safe": 4.0,
    }
    return Expected(**ordered | changes)


def _nothing(page: int) -> tuple:
    return ()


def file(*changes: Callable[[Pdf], None], pages: int = 1) -> bytes:
    """Pages that each change is done to, one after the other."""
    with Pdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=((WIDTH + 2 * SLUG) * MM, (HEIGHT + 2 * SLUG) * MM))
            page = pdf.pages[-1]
            page.trimbox, page.bleedbox = box(SLUG), box(SLUG - BLEED)
            page.obj.Resources = Dictionary()
        for change in changes:
            change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def box(inset: float, right: float = 0, up: float = 0) -> list[float]:
    """A box so many mm inside the media, moved."""
    return [
        (inset + right) * MM,
        (inset + up) * MM,
        (WIDTH + 2 * SLUG - inset + right) * MM,
        (HEIGHT + 2 * SLUG - inset + up) * MM,
    ]


def drawn(content: str, page: int = 0, **resources) -> Callable[[Pdf], None]:
    """A change that draws something, in pt of the media."""
    return lambda pdf: draw(pdf, content, page, **resources)


def area(x: float, y: float, width: float, height: float, colour: str) -> Callable[[Pdf], None]:
    """A change that fills a rectangle, in mm from the trim's corner."""
    return drawn(f"{colour} {(SLUG + x) * MM:.4f} {(SLUG + y) * MM:.4f} {width * MM:.4f} {height * MM:.4f} re f")


def text(words: str, x: float, y: float, size: float, colour: str = "0 g", page: int = 0) -> Callable[[Pdf], None]:
    """A change that sets words whose baseline begins at a place in mm from the trim's corner."""

    def change(pdf: Pdf) -> None:
        left, bottom = at(pdf, x, y, page)
        draw(pdf, f"{colour} BT /F {size} Tf {left:.4f} {bottom:.4f} Td ({words}) Tj ET", page, F=system_font())

    return change


def findings(check: ModuleType, data: bytes, **changes) -> list[str]:
    """What one check finds wrong."""
    document = Document(data, expected_of(**changes))
    try:
        return [problem for _, problem, _ in check.check(document)]
    finally:
        document.close()


def notes(check: ModuleType, data: bytes, **changes) -> list[str]:
    """What one check says of its sample."""
    document = Document(data, expected_of(**changes))
    try:
        list(check.check(document))
        return document.sample_notes
    finally:
        document.close()
