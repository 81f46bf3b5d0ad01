"""An SVG as a PDF: Typst with one picture and nothing else, not even a folder."""

from functools import cache
from pathlib import Path

import typst

from press import EDITION_DATE
from press.errors import PressError, Problem

_PAGE = Path(__file__).with_name("picture.typ")
PLAIN_PDF = ("1.6",)


def picture_pdf(svg: bytes, width: float, height: float) -> bytes:
    """The SVG on a page of `width` × `height` mm, in sRGB. Raises PressError if Typst cannot read it, or warns of it."""
    compiler = typst.Compiler(
        {"main.typ": _PAGE.read_bytes(), "picture.svg": svg},
        font_paths=_no_fonts(),
        sys_inputs={"width": f"{width:.6f}", "height": f"{height:.6f}"},
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=list(PLAIN_PDF), timestamp=EDITION_DATE, pdf_tags=False
        )
    except (typst.TypstError, RuntimeError) as error:
        raise PressError(Problem("picture.svg", str(error).splitlines()[0], "export it again")) from None
    if warnings:
        raise PressError(Problem("picture.svg", warning.message, "export it again") for warning in warnings)
    return bytes(pdf)


@cache
def _no_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
