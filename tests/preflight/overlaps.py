"""Recipes: texts that stand on something else, or run over the edge of their place."""

import re

from pikepdf import Pdf

from preflight.drawing import BLACK, at, code_box, draw, letters, own_font
from preflight.recipe import breaks


def word(pdf: Pdf, x: float, y: float) -> str:
    return f"{BLACK} q {letters(pdf, x, y, 20)} Q"


@breaks("overlap")
def text_on_text(pdf: Pdf):
    draw(pdf, word(pdf, 80, 100) + word(pdf, 81, 102), F=own_font(pdf))


@breaks("overlap")
def text_on_text_of_one_line(pdf: Pdf):
    draw(pdf, word(pdf, 80, 100) + word(pdf, 81, 100), page=1, F=own_font(pdf))


@breaks("overlap")
def text_printed_twice(pdf: Pdf):
    """As close as a printer of old made letters bold."""
    draw(pdf, word(pdf, 80, 100) + word(pdf, 80.2, 100), page=1, F=own_font(pdf))


@breaks("overlap")
def text_on_the_code(pdf: Pdf):
    x, y, side = code_box(pdf)
    draw(pdf, word(pdf, x + side, y + side / 2), F=own_font(pdf))


@breaks("overlap")
def text_across_a_rule(pdf: Pdf):
    x, y = at(pdf, 79, 101)
    draw(pdf, f"{word(pdf, 80, 100)} {BLACK.upper()} 0.5 w {x:.2f} {y:.2f} m {x + 60:.2f} {y:.2f} l S", F=own_font(pdf))


@breaks("overlap")
def text_across_a_slanted_outline(pdf: Pdf):
    """As of a bubble's tail."""
    x, y = at(pdf, 79, 99)
    line = f"{BLACK.upper()} 0.5 w {x:.2f} {y:.2f} m {x + 40:.2f} {y + 25:.2f} l S"
    draw(pdf, f"{word(pdf, 80, 100)} {line}", F=own_font(pdf))


@breaks("overlap")
def text_under_an_area(pdf: Pdf):
    x, y = at(pdf, 78, 98)
    draw(pdf, f"{word(pdf, 80, 100)} 0 0 0 0 k {x:.2f} {y:.2f} 60 12 re f", F=own_font(pdf))


@breaks("overlap")
def text_whose_feet_an_area_covers(pdf: Pdf):
    """As a logo's plate that stands up into the line above it."""
    x, y = at(pdf, 78, 98)
    draw(pdf, f"{word(pdf, 80, 100)} 0 0 0 0 k {x:.2f} {y:.2f} 60 8 re f", F=own_font(pdf))


@breaks("overlap")
def text_over_the_trim(pdf: Pdf):
    draw(pdf, word(pdf, -2, 100), F=own_font(pdf))


@breaks("overlap")
def stamp_on_its_neighbour(pdf: Pdf):
    """The page is still made of parts alone: the second phrase is moved onto the first one."""
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    mark = re.compile(rb"q 1 0 0 1 (\S+ \S+) cm(/\w+ Do Q)")
    first, second = list(mark.finditer(content))[:2]
    moved = content[: second.start()] + b"q 1 0 0 1 %b cm%b" % (first[1], second[2]) + content[second.end() :]
    x, y = first[1].split()
    moved = moved.replace(
        b"q 1 0 0 1 %b cm%b" % (first[1], second[2]), b"q 1 0 0 1 %.2f %b cm%b" % (float(x) + 3, y, second[2])
    )
    page.Contents = pdf.make_stream(moved)


@breaks("overlap")
def stamp_cut_off(pdf: Pdf):
    """A phrase's own box ends within its letters."""
    page = pdf.pages[0]
    name = re.search(rb"cm(/\w+) Do Q", page.Contents.read_bytes())[1].decode()
    form = page.Resources.XObject[name]
    left, bottom, right, top = map(float, form.BBox)
    form.BBox = [left, bottom, (left + right) / 2, top]
