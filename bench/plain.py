"""The plain Typst template of lanes that do without the press's: a root folder for it, and its job."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import sheet
from bench.work import Work

if TYPE_CHECKING:
    from press.typst_engine.compiler import Typesetter

TEMPLATE = Path(__file__).with_suffix(".typ")
FOLDER = "plain"  # below the bench's: the stage that Typst is given
VERSION = ("1.6",)  # of PDF, as PDF/X-4 wants it


def typesetter(work: Work) -> "Typesetter":
    from press.typst_engine.compiler import Typesetter
    from press.typst_engine.stage import stage_fonts
    from press.typst_engine.templates import MAIN, Templates

    folder = Path(work.folder) / FOLDER
    files = ((file.name, file.read_bytes()) for file in (Path(face.file) for face in (work.display, work.text)))
    return Typesetter(Templates({MAIN: TEMPLATE.read_bytes()}), stage_fonts(files, folder / "fonts"), folder / "stage")


def plain_job(work: Work, boards: list[tuple[str, list[int]]], glyphs: str = "") -> dict[str, Any]:
    """Boards set in full; if `glyphs` are given, then the stamps of a sheet."""
    return {
        "title": work.title,
        "phrases": work.phrases,
        "boards": boards,
        "glyphs": list(glyphs),
        "display": work.display.family,
        "text": work.text.family,
        "accent": work.accent,
        "cells": list(sheet.cells()),
        "code-modules": len(work.code) + 2 * work.quiet,
        "code": [(x + work.quiet, y + work.quiet, run) for x, y, run in sheet.dark(work.code)],
        "sheet": {
            "width": sheet.WIDTH,
            "height": sheet.HEIGHT,
            "bleed": sheet.BLEED,
            "margin": sheet.MARGIN,
            "cell": sheet.CELL,
            "radius": sheet.RADIUS,
            "inset": sheet.INSET,
            "title-top": sheet.TITLE_TOP,
            "title-pt": sheet.TITLE_PT,
            "phrase-pt": sheet.PHRASE_PT,
            "leading-pt": sheet.LEADING_PT,
            "id-top": sheet.ID_TOP,
            "id-pt": sheet.ID_PT,
            "id-advance": sheet.ID_ADVANCE,
            "id-height": sheet.ID_HEIGHT,
            "code-top": sheet.CODE_TOP,
            "code-side": sheet.CODE_SIDE,
        },
    }
