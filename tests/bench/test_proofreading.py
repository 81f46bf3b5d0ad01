"""Proofreading: a lane that has not done the work is found out."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from bench.proofread import READ_ALL, proofread, spread


@pytest.fixture
def spoiled(sheets: Path, tmp_path: Path):
    """Spoils page 7 (from 1) by what is done to its content stream."""

    def spoil(find: bytes, put: bytes, page: int = 7) -> Path:
        with pikepdf.open(sheets) as pdf:
            content = pdf.pages[page - 1].obj.Contents
            new, count = re.subn(find, put, content.read_bytes(), count=1)
            assert count, f"no {find} to spoil"
            content.write(new)
            pdf.save(tmp_path / "spoiled.pdf")
        return tmp_path / "spoiled.pdf"

    return spoil


def test_good_sheets_are_good(sheets, work):
    assert proofread(sheets, work) == ([], "text of all 20 pages, code and ground on 8")


def test_a_page_that_lacks_a_phrase(spoiled, work):
    faults, _ = proofread(spoiled(rb"\nq [^\n]+/P\d+ Do Q", b""), work)
    first = work.phrases[work.boards[6][1][0]]
    assert faults == [f"page 7 lacks `{first}`"]


def test_a_page_with_a_phrase_of_another_board(spoiled, work):
    _, board = work.boards[6]
    other = next(phrase for phrase in range(len(work.phrases)) if phrase not in board)
    faults, _ = proofread(spoiled(rb"/P\d+ Do", b"/P%d Do" % other), work)
    assert faults == [
        f"page 7 lacks `{work.phrases[board[0]]}`",
        f"page 7 has `{work.phrases[other]}`, which is not on its board",
    ]


def test_a_page_of_another_sheet(spoiled, work):
    faults, _ = proofread(spoiled(rb"\nq [^\n]+/G\d+ Do Q$", b""), work)
    assert faults == [f"page 7 lacks `{work.boards[6][0]}`"]


def test_the_same_board_on_every_page(sheets, work):
    same = replace(work)
    same.__dict__["boards"] = [work.boards[0]] * work.count
    faults, _ = proofread(sheets, same)
    assert {fault.split()[1] for fault in faults} == {str(page) for page in range(2, 21)}


def test_a_page_less(sheets, work):
    assert proofread(sheets, replace(work, count=21)) == (["20 pages instead of 21"], "number of pages")


def test_a_code_that_leads_elsewhere(sheets, work):
    faults, _ = proofread(sheets, replace(work, link="https://probe.example/"))
    assert len(faults) == 8 and all(
        f"its code says ['{work.link}'] instead of https://probe.example/" in fault for fault in faults
    )


def test_a_page_without_code(spoiled, work):
    faults, _ = proofread(spoiled(rb"$", b"\nq 0 0 0 0 k 250 40 120 100 re f Q", page=1), work)
    assert faults == [f"page 1: its code says nothing instead of {work.link}"]


@pytest.mark.parametrize(
    "side, cover",
    [("left", b"0 0 8 859"), ("right", b"604 0 9 859"), ("lower", b"0 0 613 8"), ("upper", b"0 851 613 8")],
)
def test_a_ground_that_ends_at_the_trim(spoiled, work, side: str, cover: bytes):
    faults, _ = proofread(spoiled(rb"$", b"\nq 0 0 0 0 k %b re f Q" % cover, page=20), work)
    assert faults == [f"page 20: the ground does not run off its {side} side"]


def test_a_page_without_bleed(sheets, work, tmp_path):
    with pikepdf.open(sheets) as pdf:
        for page in pdf.pages:
            page.mediabox = page.obj.BleedBox = page.trimbox
        pdf.save(tmp_path / "cut.pdf")
    assert sum("does not run off" in fault for fault in proofread(tmp_path / "cut.pdf", work)[0]) == 8 * 4


def test_a_sample_reaches_from_the_first_page_to_the_last():
    assert spread(5, 8) == (0, 1, 2, 3, 4)
    pages = spread(10_000, READ_ALL)
    assert len(set(pages)) == READ_ALL and (pages[0], pages[-1]) == (0, 9_999)
