"""As many boards and sentences as are promised: built, valid, with bookmarks one can find one's way in."""

import json
from pathlib import Path

import pikepdf
import pytest
from command import command
from tools import ORDER, write_item

OFFICE = "build/standard--office/office"
MOST_LINKS = 256  # that the validator follows in one chain
MOST_BOARDS = 500  # in an office file
SENTENCES = 297  # three decks of as many as a deck may have


def siblings(parent: pikepdf.Object) -> list[pikepdf.Object]:
    found, entry = [], parent.get("/First")
    while entry is not None:
        found.append(entry)
        entry = entry.get("/Next")
    return found


def built(root: Path) -> None:
    done = command(root, "build", "--edition", "office")
    assert done.returncode == 0, done.stderr


@pytest.mark.thorough  # tests/finishing/test_bookmarks.py tries the numbers without setting the pages
@pytest.mark.parametrize("boards", [MOST_LINKS, MOST_LINKS + 1, MOST_BOARDS])
def test_boards(sample: Path, boards: int):
    write_item(sample, "bingo-3x3", boards=boards)
    built(sample)
    with pikepdf.open(sample / OFFICE / "bingo-3x3.pdf") as pdf:
        assert len(pdf.pages) == boards
        runs = siblings(pdf.Root.Outlines)
        titles = [str(entry.Title) for run in runs for entry in siblings(run)]
    name = titles[0].removesuffix("-0001")
    assert name.startswith("Bullshit Bingo, Bogen ")
    assert titles == [f"{name}-{number:04}" for number in range(1, boards + 1)]
    assert str(runs[25].Title) == f"{name}-0251 bis {min(boards, 260):04}" and len(runs) == -(-boards // 10)


def test_one_board_more_than_an_office_file_takes(sample: Path):
    write_item(sample, "bingo-3x3", boards=501)
    done = command(sample, "build", "--edition", "office")
    assert done.returncode == 2 and "more than 500 boards in a file" in done.stderr


@pytest.mark.thorough
def test_cards(sample: Path):
    names = []
    for deck in range(SENTENCES // 99):
        phrases = [
            {"id": f"p{deck}-{n}", "board": f"Satz {deck}.{n} sagt so etwas.", "short": "Kurz.", "long": "Lang."}
            for n in range(99)
        ]
        names.append(f"viel-{deck}")
        file = sample / f"content/phrases/{names[-1]}.yaml"
        file.write_text(json.dumps({"name": "Viel", "credit": "Zum Testen.", "phrases": phrases}), encoding="utf-8")
    order = {"about": "Viel", "brand": "kleinstadtniveau", "decks": names, "items": [{"layout": "karten"}]}
    (sample / ORDER).write_text(json.dumps(order), encoding="utf-8")
    built(sample)
    with pikepdf.open(sample / OFFICE / "karten.pdf") as pdf:
        (top,) = siblings(pdf.Root.Outlines)
        runs = siblings(top)
        titles = [str(entry.Title) for run in runs for entry in siblings(run)]
    assert len(titles) >= SENTENCES and sum("Satz" in title for title in titles) == SENTENCES
    assert str(runs[1].Title).startswith("Seite ") and len(runs) == -(-len(titles) // 10)
