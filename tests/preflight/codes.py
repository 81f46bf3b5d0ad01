"""Recipes: codes that do not read, lead elsewhere, or stand where they should not."""

from pikepdf import Name, Pdf
from PIL import Image, ImageDraw, ImageFilter

from preflight.boxes_and_pages import UNSEEN
from preflight.drawing import (
    BLACK,
    WHITE,
    code,
    code_box,
    draw,
    image,
    place,
    rectangle,
)
from preflight.finished import many_sheets
from preflight.recipe import breaks
from press.typesetting.qr_code import encode

LINK = "https://example.org/kleinstadtniveau"
ELSEWHERE = "https://example.org/anderswo"
PALE = "0 0 0.5 0 k"


def over(pdf: Pdf, colour: str = WHITE, share: float = 1, page: int = 0) -> str:
    """An area over the code, or over a share of it from the lower left."""
    x, y, side = code_box(pdf, page)
    return f"{colour} {rectangle(pdf, x - 0.2, y - 0.2, side * share + 0.4, side * share + 0.4)} f"


def instead(pdf: Pdf, link: str = LINK, page: int = 0, share: float = 1, **looks) -> str:
    """Another code in the place of the page's own, which is covered."""
    x, y, side = code_box(pdf, page)
    start = (1 - share) / 2 * side
    return over(pdf, page=page) + " " + code(pdf, link, x + start, y + start, side * share, **looks)


@breaks("codes")
def code_missing(pdf: Pdf):
    draw(pdf, over(pdf))


@breaks("codes")
def code_half_covered(pdf: Pdf):
    draw(pdf, over(pdf, BLACK, 0.7, page=1), page=1)


@breaks("codes")
def code_blurred(pdf: Pdf):
    rows = encode(LINK).rows
    picture = Image.new("L", (400, 400), 255)
    scale = 400 / len(rows)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                ImageDraw.Draw(picture).rectangle((x * scale, y * scale, (x + 1) * scale, (y + 1) * scale), 0)
    picture = picture.filter(ImageFilter.GaussianBlur(1.4 * scale))
    blurred = image(pdf, picture.size, Name.DeviceGray)
    blurred.write(picture.tobytes())
    x, y, side = code_box(pdf)
    draw(pdf, f"{over(pdf)} {place(pdf, x, y, side, side)}", I=blurred)


@breaks("codes")
def code_to_another_link(pdf: Pdf):
    draw(pdf, instead(pdf, ELSEWHERE, page=1), page=1)


@breaks("codes", of=many_sheets)
def code_to_another_link_on_one_of_many_pages(pdf: Pdf):
    draw(pdf, instead(pdf, ELSEWHERE, page=UNSEEN), page=UNSEEN)


@breaks("codes")
def code_nobody_ordered(pdf: Pdf):
    draw(pdf, code(pdf, ELSEWHERE, 90, 150, 22))


@breaks("codes")
def code_twice(pdf: Pdf):
    draw(pdf, code(pdf, LINK, 90, 150, 22))


@breaks("codes")
def quiet_zone_of_one_module(pdf: Pdf):
    x, y, side = code_box(pdf)
    module = side / len(encode(LINK).rows)
    draw(pdf, f"0 0 0 1 K 4 w {rectangle(pdf, *[v - 1.7 * module for v in (x, y)], *[side + 3.4 * module] * 2)} S")


@breaks("codes")
def quiet_zone_with_a_word_in_it(pdf: Pdf):
    x, y, side = code_box(pdf)
    draw(pdf, f"{BLACK} {rectangle(pdf, x + side * 0.4, y + side + 1.2, 4, 1)} f")


@breaks("codes")
def code_on_dark_ground(pdf: Pdf):
    draw(pdf, instead(pdf, ground="0.5 0.4 0 0.3 k"))


@breaks("codes")
def code_on_gray_ground(pdf: Pdf):
    draw(pdf, instead(pdf, ground="0 0 0 0.5 k"))


@breaks("codes")
def code_in_pale_ink(pdf: Pdf):
    draw(pdf, instead(pdf, ink=PALE))


@breaks("codes")
def code_inverted(pdf: Pdf):
    draw(pdf, instead(pdf, ink=WHITE, ground=BLACK, page=1), page=1)


@breaks("code-print")
def code_in_rich_black(pdf: Pdf):
    """Four plates that are a hair off make a code that does not read."""
    draw(pdf, instead(pdf, ink="0.6 0.4 0.4 1 k"))


@breaks("code-print")
def code_of_9_mm(pdf: Pdf):
    draw(pdf, instead(pdf, share=0.4))
