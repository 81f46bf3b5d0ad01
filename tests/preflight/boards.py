"""Recipes: boards that show other phrases than were dealt, or elsewhere."""

import re

from pikepdf import Pdf

from preflight.boxes_and_pages import UNSEEN
from preflight.finished import many_sheets
from preflight.recipe import breaks

CELL = re.compile(rb"cm/(S\d+) Do")


def rewrite(pdf: Pdf, page: int, change) -> None:
    """The page's content, put together from stamps, as `change` makes it."""
    content = pdf.pages[page].obj.Contents
    content.write(change(content.read_bytes()))


@breaks("boards", of=many_sheets)
def two_phrases_change_places(pdf: Pdf):
    def swap(content: bytes) -> bytes:
        first, second = CELL.findall(content)[:2]
        return CELL.sub(lambda found: b"cm/%b Do" % {first: second, second: first}.get(found[1], found[1]), content)

    rewrite(pdf, UNSEEN, swap)


@breaks("boards", of=many_sheets)
def a_phrase_twice(pdf: Pdf):
    def double(content: bytes) -> bytes:
        first, second = CELL.findall(content)[:2]
        return content.replace(b"cm/%b Do" % first, b"cm/%b Do" % second)

    rewrite(pdf, UNSEEN, double)


@breaks("boards", of=many_sheets)
def an_empty_cell(pdf: Pdf):
    rewrite(
        pdf, UNSEEN, lambda content: b"\n".join(line for number, line in enumerate(content.split(b"\n")) if number != 5)
    )


@breaks("boards", of=many_sheets)
def a_phrase_beside_its_cell(pdf: Pdf):
    """By two millimetres: everything is there, in its order."""
    rewrite(
        pdf,
        UNSEEN,
        lambda content: re.sub(
            rb"1 0 0 1 ([\d.]+) ([\d.]+) cm/S",
            lambda found: b"1 0 0 1 %.2f %b cm/S" % (float(found[1]) + 6, found[2]),
            content,
            count=1,
        ),
    )


@breaks("boards")
def a_stamp_of_another_phrase(pdf: Pdf):
    """On every page that carries it."""
    stamps = pdf.pages[0].obj.Resources.XObject
    stamps["/S2"] = stamps["/S3"]


@breaks("boards")
def a_phrase_under_the_page_s_own_drawing(pdf: Pdf):
    """The page does more than draw parts, so its text is looked at as it is."""
    rewrite(pdf, 0, lambda content: CELL.sub(b"cm/S3 Do", content, count=3) + b"\nq Q")


@breaks("safe-area", of=many_sheets)
def a_phrase_at_the_edge_of_a_page_that_no_sample_sees(pdf: Pdf):
    """One and a half millimetres inside the trim."""
    rewrite(
        pdf,
        UNSEEN,
        lambda content: re.sub(rb"1 0 0 1 [\d.]+ ([\d.]+) cm/S", rb"1 0 0 1 24 \1 cm/S", content, count=1),
    )
