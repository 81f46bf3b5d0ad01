"""The sheet as the baselines set it: simpler than the press's own, which bears rules, newsletter and marks besides.

Mm, from the upper left corner of the trim; type in pt.
"""

from collections.abc import Iterator

WIDTH, HEIGHT, BLEED = 210.0, 297.0, 3.0
MARGIN = 12.5
CELL = 58.0, 60.0
PITCH = 63.5, 64.5  # from one cell to the next
TOP = 50.0  # of the first row
RADIUS = 3.0
INSET = 4.0  # between a cell's edge and its text
TITLE_TOP, TITLE_PT = 14.0, 44.0
PHRASE_PT, LEADING_PT = 16.0, 20.0
ID_TOP, ID_PT = 270.0, 9.0
ID_ADVANCE, ID_HEIGHT = 2.0, 4.0  # of one character where they are stamped one by one
CODE_TOP, CODE_SIDE = 254.0, 28.0  # with its quiet zone, in the middle of the page
ROWS = COLUMNS = 3


def cells() -> Iterator[tuple[float, float]]:
    """The upper left corner of each cell, row by row."""
    return ((MARGIN + PITCH[0] * column, TOP + PITCH[1] * row) for row in range(ROWS) for column in range(COLUMNS))


def svg(code: tuple[str, ...], quiet: int, attributes: str = "") -> str:
    """A code with its quiet zone, for lanes that read SVG."""
    side = len(code) + 2 * quiet
    path = "".join(f"M{x} {y}h{run}v1h-{run}z" for x, y, run in dark(code))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-quiet} {-quiet} {side} {side}" {attributes}>'
        f'<rect x="{-quiet}" y="{-quiet}" width="{side}" height="{side}" fill="#ffffff"/>'
        f'<path d="{path}" fill="#000000"/></svg>'
    )


def dark(code: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """A code's dark modules as runs: column, row, length."""
    for y, row in enumerate(code):
        x = 0
        while x < len(row):
            run = len(row[x:]) - len(row[x:].lstrip("1"))
            if run:
                yield x, y, run
            x += run or 1
