"""`invoke verify`: the board of a sheet, printed once more, or why it cannot be."""

import hashlib
import json
import re

import yaml
from command import command
from finished_pdf import letters, pages
from tools import BUILT, DECK, ORDER, edit, product


def test_verify_deals_the_printed_board(standard):
    last = product(standard)["last_sheet"]
    sheet = pages(standard / BUILT / "print/bingo-3x3.pdf")[-1]
    done = command(standard, "verify", last.lower())
    assert done.returncode == 0, done.stderr
    cells = re.findall(r"^ +\d+ (.+)$", done.stdout, re.MULTILINE)
    places = [sheet.find(letters(cell)) for cell in cells]
    assert len(cells) == 9 and -1 not in places and places == sorted(places)
    assert last in done.stdout


def test_verify_tells_other_content(built):
    sheet = product(built)["first_sheet"]
    before = command(built, "verify", sheet)
    edit(built / DECK, "board: .*", "board: Ganz anders.")  # wording may change
    assert before.returncode == command(built, "verify", sheet).returncode == 0
    edit(built / DECK, "id: zehn", "id: elf")
    done = command(built, "verify", sheet)
    assert done.returncode == 2 and sheet in done.stderr and "not the one" in done.stderr


def test_verify_knows_sheets_that_were_dealt_in_another_way(built):
    """Never the board that has the number now: the code of each earlier version, worked out as that version did."""
    ids = [phrase["id"] for phrase in yaml.safe_load((built / DECK).read_text(encoding="utf-8"))["phrases"]]
    digest = int.from_bytes(hashlib.sha256(json.dumps([1, ids, 3, 3, False, 7]).encode()).digest(), "big")
    code = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[digest >> 5 * place & 31] for place in range(4))
    assert code != product(built)["first_sheet"].split("-")[0]
    done = command(built, "verify", f"{code}-0001")
    assert done.returncode == 2 and "earlier version of the press" in done.stderr and "version 1" in done.stderr
    assert (
        not done.stdout.strip()
        and command(built, "verify", f"{code}-0001", "--seed", "8").stderr.count("not the one") == 1
    )


def test_verify_with_the_seed_of_another_run(built):
    sheet = product(built)["first_sheet"]
    edit(built / ORDER, "seed: 7", "seed: 8")
    assert command(built, "verify", sheet).returncode == 2
    assert command(built, "verify", sheet, "--seed", "7").returncode == 0


def test_verify_beyond_the_last_board(built):
    code = product(built)["first_sheet"].split("-")[0]
    assert command(built, "verify", f"{code}-453600").returncode == 0
    done = command(built, "verify", f"{code}-453601")
    assert done.returncode == 2 and "453,600" in done.stderr
