"""German units on the page: no line of any product ends within one. Read with pdfium, not with what set them."""

import re

import pypdfium2
import pytest
from catalogue.setting import all_finished
from tools import DECK, SAMPLE, copy_project, edit, plan

from press.content.typography import WORD_JOINER

BROKEN = re.compile(
    r"§$|\b(?:Abs|Nr|Art|S|Dr)\.$|\b(?:[zdoui]|i\.\s[Vd]|u\.\sa)\.$"  # what must not end a line ...
    r"|\bu\.\sa\.$|km/$|am\s1\.$|(?<!§\s)\b(?:5|10|20)$"
)
BEGINS = re.compile(r"^(?:€|%|°C|km/|Mai\b|V\.|m\.|B\.|R\.|h\.)")  # ... or begin one
UNITS = (
    "Nach § 5 Abs. 2 Nr. 3 i. V. m. § 12 Satz 1 nicht.",
    "Das geht z.B. am 1. Mai, d.h. nie, i.d.R. u.a.m. gar nicht.",
    "Mit 12 km/h um 10 Uhr für 5 € bei 20 °C zu Dr. Muster.",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list[list[str]]:
    """The lines of each page of the sample's order, all of whose texts are units."""
    root = copy_project(tmp_path_factory.mktemp("units"), SAMPLE)
    for board, unit in zip(("Da könnte ja.*", "Wer soll das.*", "Dafür ist niemand.*"), UNITS, strict=True):
        edit(root / DECK, f"board: {board}", f'board: "{unit}"')
    for number, unit in zip((2, 3, 4), UNITS, strict=True):
        edit(
            root / DECK, f"long: Lang und breit erklärt die Antwort Nummer {number}.", f'long: "{" ".join([unit] * 5)}"'
        )
    return [
        page.get_textpage().get_text_range().splitlines()
        for file in all_finished(plan(root))
        for page in pypdfium2.PdfDocument(file)
    ]


def test_units_are_on_the_pages(pages: list[list[str]]):
    text = re.sub(r"\s+", " ", " ".join(" ".join(lines) for lines in pages).replace(WORD_JOINER, ""))
    assert all(unit in text for unit in ("§ 5", "i. V. m.", "u. a. m.", "1. Mai", "12 km/h", "5 €", "Dr. Muster"))


def test_no_line_breaks_within_a_unit(pages: list[list[str]]):
    lines = [line.strip() for page in pages for line in page if len(line.strip()) > 3]  # numbers of phrases stand alone
    assert len(lines) > 50
    assert not [line for line in lines if BROKEN.search(line) or BEGINS.search(line)]


def test_broken_units_would_be_seen():
    assert all(BROKEN.search(line) for line in ("nach §", "am 1.", "kostet 5", "u. a.", "mit 12 km/", "i. V."))
    assert all(BEGINS.search(line) for line in ("€ mehr", "Mai gilt", "V. m. so", "km/h schnell"))
