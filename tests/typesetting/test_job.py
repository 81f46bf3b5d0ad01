"""The job: what the sheets carry."""

import pytest
from tools import DECK, ORDER, PODCAST, edit, plan


def first_product(root, **overrides):
    made = plan(root, **overrides)
    return made, made.products[0], list(made.products[0].sheets)


def test_sheets_are_numbered_from_one(sample):
    _, product, made = first_product(sample, boards=20)
    assert [sheet.number for sheet in made] == list(range(1, 21))
    assert [sheet.id for sheet in made] == [f"{product.deal.code}-{n:04d}" for n in range(1, 21)]
    assert all(sheet.link == "https://probefunk.example" for sheet in made)


def test_fewer_boards_are_the_first_of_more(sample):
    few, many = (first_product(sample, boards=boards)[2] for boards in (3, 20))
    assert [(sheet.id, sheet.board, sheet.link) for sheet in few] == [
        (sheet.id, sheet.board, sheet.link) for sheet in many[:3]
    ]


def test_episode_links_belong_to_a_phrase_on_the_board(sample):
    edit(sample / ORDER, "seed: 7", "seed: 7\nlink: episode")
    made, _, dealt = first_product(sample, boards=60)
    for sheet in dealt:
        phrases = [made.content.phrases[cell] for cell in sheet.board]
        assert sheet.link in {episode.link for phrase in phrases if (episode := made.content.episode(phrase))}
    assert {sheet.link for sheet in dealt} == {"https://probefunk.example/1", "https://probefunk.example/2"}


def test_boards_without_an_episode_carry_the_podcast(sample):
    edit(sample / ORDER, "seed: 7", "seed: 7\nlink: episode")
    edit(sample / DECK, "    episode: folge-1\n", "")
    _, _, dealt = first_product(sample, boards=60)
    with_it = {4 in sheet.board: sheet.link for sheet in dealt}  # the fifth phrase has the only episode left
    assert with_it == {True: "https://probefunk.example/2", False: "https://probefunk.example"}


@pytest.mark.parametrize(
    "file, find, put, same",
    [
        (DECK, "board: Da könnte.*", "board: Ganz anders.", True),
        (DECK, "long: Lang.*", "long: Ganz anders.", True),
        (PODCAST, "name: .*", "name: Ganz anders", True),
        (ORDER, "boards: 2", "boards: 9", True),
        (DECK, "id: zehn", "id: elf", False),
        (ORDER, "seed: 7", "seed: 8", False),
    ],
)
def test_sheet_ids_hang_on_ids_not_on_wording(sample, file: str, find: str, put: str, same: bool):
    before = first_product(sample)[2][0]
    edit(sample / file, find, put)
    after = first_product(sample)[2][0]
    assert (before.id == after.id) is same
    assert same <= (before.board == after.board)
