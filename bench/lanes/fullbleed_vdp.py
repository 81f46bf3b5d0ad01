"""fullbleed's compiled VDP lane: a template laid out once, fixed slots bound for each record.

With embedded TTF, bleed, PDF/X-4.
"""

from pathlib import Path

from bench import sheet
from bench.clock import Clock
from bench.lanes import SETTING, Lane
from bench.sheet import cells, svg
from bench.work import Work

_CSS = f"""
@page {{ size: {sheet.WIDTH}mm {sheet.HEIGHT}mm; margin: 0; bleed: {sheet.BLEED}mm; background: GROUND; }}
html, body {{ margin: 0; padding: 0; }}
.cell {{ position: absolute; width: {sheet.CELL[0]}mm; height: {sheet.CELL[1]}mm;
         background: #ffffff; border-radius: {sheet.RADIUS}mm; }}
.line {{ position: absolute; font-family: DISPLAY; color: #000000;
         font-size: {sheet.PHRASE_PT}pt; line-height: {sheet.LEADING_PT}pt; }}
.code {{ position: absolute; left: {(sheet.WIDTH - sheet.CODE_SIDE) / 2}mm; top: {sheet.CODE_TOP}mm;
         width: {sheet.CODE_SIDE}mm; height: {sheet.CODE_SIDE}mm; }}
"""


def _run(work: Work, target: Path, clock: Clock) -> None:
    import fullbleed

    with clock("reading"):
        boards = work.boards
    with clock(SETTING):
        engine = fullbleed.PdfEngine(
            font_files=[work.display.file, work.text.file],
            pdf_profile="pdfx4",
            color_space="cmyk",
            output_intent_icc=work.profile,
            output_intent_identifier=work.condition,
            output_intent_info=work.condition,
            output_intent_components=4,
            document_title=work.title,
            document_lang="de-DE",
            document_timestamp="2026-01-01T00:00:00Z",
        )
        compiled = engine.compile_pdf(_html(work), _css(work))
        compiled.render_pdf_bindings_to_file(_bindings(work, boards), str(target))


def _bindings(work: Work, boards: list[tuple[str, list[int]]]) -> dict[str, list[str]]:
    """A column for each slot: the lines of a cell's phrase, empty where it has fewer, and the sheet ID."""
    most = _most(work)
    padded = [(*lines, *[""] * (most - len(lines))) for lines in work.lines]
    columns = {
        f"c{cell}l{line}": [padded[board[cell]][line] for _, board in boards]
        for cell in range(sheet.ROWS * sheet.COLUMNS)
        for line in range(most)
    }
    return columns | {"id": [sheet_id for sheet_id, _ in boards]}


def _html(work: Work) -> str:
    parts = [
        _line(
            sheet.MARGIN, sheet.TITLE_TOP, work.title, f"font-size: {sheet.TITLE_PT}pt; line-height: {sheet.TITLE_PT}pt"
        )
    ]
    for cell, (x, y) in enumerate(cells()):
        parts.append(f'<div class="cell" style="left: {x}mm; top: {y}mm"></div>')
        for line in range(_most(work)):
            top = y + sheet.INSET + line * sheet.LEADING_PT * 25.4 / 72
            parts.append(_line(x + sheet.INSET, top, f"{{{{c{cell}l{line}}}}}"))
    parts.append(svg(work.code, work.quiet, 'class="code"'))
    parts.append(_line(sheet.MARGIN, sheet.ID_TOP, "{{id}}", f"font-family: TEXT; font-size: {sheet.ID_PT}pt"))
    return f"<html><body>{''.join(parts)}</body></html>".replace("TEXT", f"'{work.text.family}'")


def _line(x: float, y: float, text: str, style: str = "") -> str:
    return f'<div class="line" style="left: {x}mm; top: {y:.3f}mm; {style}">{text}</div>'


def _css(work: Work) -> str:
    """Its page grounds take no ink values: sRGB that it turns back into these."""
    cyan, magenta, yellow, black = work.accent
    ground = "#" + "".join(f"{round(255 * (1 - ink) * (1 - black)):02x}" for ink in (cyan, magenta, yellow))
    return _CSS.replace("GROUND", ground).replace("DISPLAY", f"'{work.display.family}'")


def _most(work: Work) -> int:
    return max(map(len, work.lines))


LANE = Lane(
    "fullbleed",
    "fullbleed",
    3,
    "its compiled VDP lane: fixed slots, embedded TTF, bleed, PDF/X-4, CMYK",
    "dealing, fitting, line breaking (it is given ready lines), centring, crop marks, preflight",
    _run,
    package="fullbleed",
)
