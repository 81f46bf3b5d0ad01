"""ReportLab with form XObjects: ground, title and code drawn once, each phrase once; pages place them."""

from pathlib import Path
from typing import TYPE_CHECKING

from bench import sheet
from bench.clock import Clock
from bench.lanes import SETTING, Lane
from bench.sheet import cells, dark
from bench.work import Work

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4  # pt
DISPLAY, TEXT, GROUND = "display", "text", "ground"
BLACK, PAPER = (0, 0, 0, 1), (0, 0, 0, 0)
ASCENT = 0.8  # of a line, above the baseline


def _run(work: Work, target: Path, clock: Clock) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    with clock("reading"):
        boards = work.boards
    with clock(SETTING):
        pdfmetrics.registerFont(TTFont(DISPLAY, work.display.file))
        pdfmetrics.registerFont(TTFont(TEXT, work.text.file))
        size = (sheet.WIDTH + 2 * sheet.BLEED) * MM, (sheet.HEIGHT + 2 * sheet.BLEED) * MM
        canvas = Canvas(str(target), pagesize=size, pageCompression=1, invariant=1)
        canvas.setTitle(work.title)
        canvas.setTrimBox((sheet.BLEED * MM, sheet.BLEED * MM, size[0] - sheet.BLEED * MM, size[1] - sheet.BLEED * MM))
        canvas.setBleedBox((0, 0, *size))
        _draw_ground(canvas, work, size)
        _draw_phrases(canvas, work)
        for sheet_id, board in boards:
            _place(canvas, sheet_id, board)
        canvas.save()


def _draw_ground(canvas: "Canvas", work: Work, size: tuple[float, float]) -> None:
    canvas.beginForm(GROUND, 0, 0, *size)
    canvas.setFillColorCMYK(*work.accent)
    canvas.rect(0, 0, *size, stroke=0, fill=1)
    canvas.setFillColorCMYK(*PAPER)
    for x, y in cells():
        canvas.roundRect(
            _x(x), _y(y + sheet.CELL[1]), sheet.CELL[0] * MM, sheet.CELL[1] * MM, sheet.RADIUS * MM, stroke=0, fill=1
        )
    _draw_code(canvas, work)
    canvas.setFont(DISPLAY, sheet.TITLE_PT)
    canvas.drawString(_x(sheet.MARGIN), _y(sheet.TITLE_TOP) - ASCENT * sheet.TITLE_PT, work.title)
    canvas.endForm()


def _draw_code(canvas: "Canvas", work: Work) -> None:
    left, module = (sheet.WIDTH - sheet.CODE_SIDE) / 2, sheet.CODE_SIDE / (len(work.code) + 2 * work.quiet)
    canvas.rect(
        _x(left), _y(sheet.CODE_TOP + sheet.CODE_SIDE), sheet.CODE_SIDE * MM, sheet.CODE_SIDE * MM, stroke=0, fill=1
    )
    canvas.setFillColorCMYK(*BLACK)
    path = canvas.beginPath()
    for x, y, run in dark(work.code):
        lower = sheet.CODE_TOP + module * (y + work.quiet + 1)
        path.rect(_x(left + module * (x + work.quiet)), _y(lower), run * module * MM, module * MM)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_phrases(canvas: "Canvas", work: Work) -> None:
    """Each phrase as a form of a cell's size, its lines in the middle."""
    width, height = sheet.CELL[0] * MM, sheet.CELL[1] * MM
    for number, lines in enumerate(work.lines):
        canvas.beginForm(f"p{number}", 0, 0, width, height)
        canvas.setFillColorCMYK(*BLACK)
        canvas.setFont(DISPLAY, sheet.PHRASE_PT)
        top = (height + len(lines) * sheet.LEADING_PT) / 2
        for place, line in enumerate(lines):
            canvas.drawCentredString(width / 2, top - place * sheet.LEADING_PT - sheet.PHRASE_PT, line)
        canvas.endForm()


def _place(canvas: "Canvas", sheet_id: str, board: list[int]) -> None:
    canvas.doForm(GROUND)
    for (x, y), phrase in zip(cells(), board):
        canvas.saveState()
        canvas.translate(_x(x), _y(y + sheet.CELL[1]))
        canvas.doForm(f"p{phrase}")
        canvas.restoreState()
    canvas.setFillColorCMYK(*BLACK)
    canvas.setFont(TEXT, sheet.ID_PT)
    canvas.drawString(_x(sheet.MARGIN), _y(sheet.ID_TOP) - ASCENT * sheet.ID_PT, sheet_id)
    canvas.showPage()


def _x(x: float) -> float:
    return (x + sheet.BLEED) * MM


def _y(y: float) -> float:
    return (sheet.HEIGHT + sheet.BLEED - y) * MM


LANE = Lane(
    "reportlab",
    "ReportLab",
    4,
    "form XObjects: ground and phrases drawn once, placed on each page; embedded TTF, CMYK, bleed",
    "dealing, fitting, line breaking (it is given ready lines), PDF/X-4, crop marks, preflight",
    _run,
    package="reportlab",
)
