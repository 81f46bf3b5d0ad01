"""Boards of one item spread over several files, and what is left out of the office edition."""

import json

import pytest
from catalogue.setting import all_finished
from command import command
from finished_pdf import letters, pages
from tools import ORDER, edit, make, plan

from press.cli.build_summary import items_left_out
from press.errors import PressError
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project

PARTS = [("bingo-3x3-1", 1, 2), ("bingo-3x3-2", 3, 4), ("bingo-3x3-3", 5, 5)]


def spread(root, boards: int, a_file: int) -> None:
    edit(
        root / ORDER,
        "layout: bingo-3x3\n.*boards: .*",
        f"layout: bingo-3x3\n    boards: {boards}\n    boards_per_file: {a_file}",
    )


def test_each_file_goes_on_where_the_last_one_ended(sample):
    spread(sample, 5, 2)
    made = plan(sample, only=("bingo-3x3",))
    assert [(one.id, *(int(sheet[5:]) for sheet in one.span)) for one in made.products] == PARTS
    apart = [page for file in all_finished(made) for page in pages(file)]
    edit(sample / ORDER, "\n.*boards_per_file: .*", "")
    (file,) = all_finished(plan(sample, only=("bingo-3x3",)))
    whole = pages(file)
    # The line outside the trim names the first and the last sheet of a file.
    assert [letters(page).split("Auftrag")[0] for page in apart] == [
        letters(page).split("Auftrag")[0] for page in whole
    ]


def test_the_proof_page_finds_each_board_in_its_file(sample):
    spread(sample, 5, 2)
    built = make(sample, only=("bingo-3x3",))
    data = json.loads(
        (built.folder / "proof/data.js").read_text(encoding="ascii").removeprefix("pressData(").removesuffix(");\n")
    )
    assert [(one["id"], one["first"], one["first"] + one["boards"] - 1) for one in data["products"]] == PARTS
    assert [one["file"] for one in data["products"]] == [f"print/{name}.pdf" for name, _, _ in PARTS]


def test_too_many_files_are_refused(sample):
    spread(sample, 100, 1)
    assert len(plan(sample, only=("bingo-3x3",)).products) == 100
    edit(sample / ORDER, "boards: 100", "boards: 101")
    with pytest.raises(PressError, match="more than 100 files; ask for at least 2 a file"):
        plan(sample)


def test_two_items_do_not_make_one_file(sample):
    spread(sample, 5, 2)
    with (sample / ORDER).open("a", encoding="utf-8") as file:
        file.write("\n  - layout: argumente\n    id: bingo-3x3-2\n")
    with pytest.raises(PressError, match="two items make the product `bingo-3x3-2`"):
        plan(sample)


def test_a_large_item_has_no_office_edition_and_says_so(sample):
    def editions(boards: int, a_file: int) -> tuple[list[str], list[str]]:
        edit(
            sample / ORDER,
            "layout: bingo-3x3\n.*boards: .*(\n.*boards_per_file: .*)?",
            f"layout: bingo-3x3\n    boards: {boards}\n    boards_per_file: {a_file}",
        )
        made = make_plan(Project.at(sample), "standard", Overrides(only=("bingo-3x3",)))
        return [product.edition for product in made.products], items_left_out(made)

    assert editions(500, 500) == (["print", "office"], [])
    assert editions(501, 501) == (
        ["print"],
        ["No office edition of bingo-3x3: more than 500 boards in a file; set `boards_per_file`."],
    )
    assert editions(501, 500) == (["print", "print", "office", "office"], [])


def test_an_order_without_anything_for_the_office(sample):
    done = command(sample, "build", "--edition", "office", "--only", "bingo-3x3", "--boards", str(501))
    assert (
        done.returncode == 2
        and "no item of the order has this edition: `bingo-3x3`: more than 500 boards" in done.stderr
    )
