"""WeasyPrint: one HTML document, a page for each board."""

from html import escape
from pathlib import Path

from bench import sheet
from bench.clock import Clock
from bench.lanes import SETTING, Lane
from bench.sheet import cells, svg
from bench.work import Work

_CSS = f"""
@font-face {{ font-family: display; src: url("DISPLAY"); }}
@font-face {{ font-family: text; src: url("TEXT"); }}
@page {{ size: {sheet.WIDTH}mm {sheet.HEIGHT}mm; margin: 0; bleed: {sheet.BLEED}mm; background: device-cmyk(GROUND); }}
body {{ margin: 0; color: device-cmyk(0 0 0 1); font-family: display; }}
section {{ position: relative; height: {sheet.HEIGHT}mm; break-after: page; }}
section > * {{ position: absolute; margin: 0; }}
h1 {{ left: {sheet.MARGIN}mm; top: {sheet.TITLE_TOP}mm;
  font-size: {sheet.TITLE_PT}pt; line-height: 1; font-weight: 400; }}
.cell {{ width: {sheet.CELL[0] - 2 * sheet.INSET}mm; height: {sheet.CELL[1]}mm; padding: 0 {sheet.INSET}mm;
  background: device-cmyk(0 0 0 0); border-radius: {sheet.RADIUS}mm; display: flex; align-items: center; }}
.cell p {{ margin: 0; width: 100%; text-align: center;
  font-size: {sheet.PHRASE_PT}pt; line-height: {sheet.LEADING_PT}pt; }}
.id {{ left: {sheet.MARGIN}mm; top: {sheet.ID_TOP}mm; font-family: text; font-size: {sheet.ID_PT}pt; }}
img {{ left: {(sheet.WIDTH - sheet.CODE_SIDE) / 2}mm; top: {sheet.CODE_TOP}mm;
  width: {sheet.CODE_SIDE}mm; height: {sheet.CODE_SIDE}mm; }}
"""


def _run(work: Work, target: Path, clock: Clock) -> None:
    from weasyprint import HTML

    with clock("reading"):
        boards = work.boards
    with clock(SETTING):
        code = target.with_suffix(".svg")
        code.write_text(svg(work.code, work.quiet), encoding="utf-8")
        html = f"<html lang=de><title>{escape(work.title)}</title><style>{_css(work)}</style>" + "".join(
            _section(work, sheet_id, board, code) for sheet_id, board in boards
        )
        HTML(string=html).write_pdf(target, pdf_variant="pdf/x-4")


def _section(work: Work, sheet_id: str, board: list[int], code: Path) -> str:
    bubbles = "".join(
        f'<div class=cell style="left:{x}mm;top:{y}mm"><p>{escape(work.phrases[phrase])}</p></div>'
        for (x, y), phrase in zip(cells(), board)
    )
    beside = f'<img src="{code.as_uri()}"><div class=id>{sheet_id}</div>'
    return f"<section><h1>{escape(work.title)}</h1>{bubbles}{beside}</section>"


def _css(work: Work) -> str:
    display, text = (Path(face.file).as_uri() for face in (work.display, work.text))
    return (
        _CSS.replace("DISPLAY", display)
        .replace("TEXT", text)
        .replace("GROUND", " ".join(f"{ink:g}" for ink in work.accent))
    )


LANE = Lane(
    "weasyprint",
    "WeasyPrint",
    5,
    "one HTML document, a page for each board; embedded fonts, CMYK, bleed",
    "dealing, fitting, the output profile of PDF/X-4, crop marks, preflight",
    _run,
    package="weasyprint",
    most=100,
)
