"""Goldens: what is said of every layout, read through by a person. Read a change aloud before you take it over:

SPOKEN=write .venv/bin/python -m pytest tests/spoken
"""

import ctypes
import os
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
import yaml
from tools import ROOT

from press.pdf.spoken_text import SpokenText
from spoken.transcript import transcript

GOLDENS = Path(__file__).parent
ITEMS = yaml.safe_load((ROOT / "content/orders/katalog.yaml").read_text(encoding="utf-8"))["items"]
PRODUCTS = [item.get("id", item["layout"]) for item in ITEMS]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_file_says_what_was_read_through(office_files: Path, product: str):
    said, golden = transcript((office_files / f"{product}.pdf").read_bytes()), GOLDENS / f"{product}.txt"
    if os.environ.get("SPOKEN") == "write":
        golden.write_text(said, encoding="utf-8")
    assert said.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_every_golden_is_of_a_product():
    assert {golden.stem for golden in GOLDENS.glob("*.txt")} == set(PRODUCTS)


@pytest.mark.parametrize("product", ["argumente", "bingo-a5"])
def test_a_reader_that_is_not_ours_finds_the_same_letters(office_files: Path, product: str):
    """pdfium, by marked content; it guesses spaces and hyphens of its own."""
    data = (office_files / f"{product}.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as document:
        theirs = "".join(_letters(document[number]) for number in range(len(document)))
    with pikepdf.open(office_files / f"{product}.pdf") as pdf:
        ours = "".join(part.text for part in SpokenText(pdf).parts if part.depth == 0)
    assert sorted(_bare(ours)) == sorted(_bare(theirs))


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\u00a0\ufffe\x02-]+", "", text)


def _letters(page: pypdfium2.PdfPage) -> str:
    text, found = page.get_textpage(), ""
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        if raw.FPDFPageObj_GetMarkedContentID(thing) < 0:
            continue  # an artifact: nobody says it
        length = raw.FPDFTextObj_GetText(thing, text, None, 0)
        buffer = ctypes.create_string_buffer(2 * length)
        raw.FPDFTextObj_GetText(thing, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 2 * length)
        found += buffer.raw.decode("utf-16-le").rstrip("\0")
    return found
