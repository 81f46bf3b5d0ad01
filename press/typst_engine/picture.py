"""An SVG as a PDF: Typst with one picture and nothing else, not even a folder."""

from functools import cache
from pathlib import Path
from typing import Any

import typst

from press import EDITION_DATE
from press.errors import PressError, Problem
from press.language.message import _, verbatim

_PAGE = Path(__file__).with_name("picture.typ")


def picture_pdf(svg: bytes, width: float, height: float) -> bytes:
    """The SVG on a page of `width` × `height` mm, in sRGB. Raises PressError if Typst cannot read it, or warns."""
    files: dict[str, Any] = {"main.typ": _PAGE.read_bytes(), "picture.svg": svg}
    compiler = typst.Compiler(  # type: ignore[type-var]  # its stubs know no files in memory
        files,
        font_paths=_no_fonts(),
        sys_inputs={"width": f"{width:.6f}", "height": f"{height:.6f}"},
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["1.6"], timestamp=EDITION_DATE, pdf_tags=False
        )
    except (typst.TypstError, RuntimeError) as error:
        raise PressError(Problem("picture.svg", verbatim(str(error).splitlines()[0]), _("export it again"))) from None
    if warnings:
        raise PressError(
            Problem("picture.svg", verbatim(warning.message), _("export it again")) for warning in warnings
        )
    assert isinstance(pdf, bytes)  # one file is asked for
    return pdf


@cache
def _no_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
