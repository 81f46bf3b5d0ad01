"""A list imported again: who is who, and that numbers stay."""

import pytest

from press.content.content import Phrase
from press.new_content.columns import Listed
from press.new_content.merging import Merged, merge

BOARDS = [
    "Das haben wir noch nie so gemacht!",
    "Dafür ist niemand zuständig.",
    "Da könnte ja jeder kommen.",
    "Wer soll das alles lesen?",
]


def phrases(boards=BOARDS, **texts) -> list[Phrase]:
    return [Phrase(id=f"p{n}", board=board, **texts) for n, board in enumerate(boards, 1)]


def again(boards: list[str], before=None, renumber: bool = False, **texts) -> Merged:
    rows = [Listed({"board": board, **texts}, n) for n, board in enumerate(boards, 2)]
    return merge(rows, phrases() if before is None else before, renumber)


def shown(merged: Merged) -> list[tuple[str, str]]:
    return [(phrase["id"], phrase["board"]) for phrase in merged.phrases]


def test_the_same_list_changes_nothing():
    merged = again(BOARDS)
    assert shown(merged) == [(phrase.id, phrase.board) for phrase in phrases()]
    assert (merged.new, merged.reworded, merged.gone) == ((), (), ())


def test_a_sentence_changed_and_one_inserted_in_the_middle():
    merged = again([BOARDS[0], "Dafür ist hier niemand zuständig!", "Das Faxgerät ist kaputt.", *BOARDS[2:]])
    assert shown(merged) == [
        ("p1", BOARDS[0]),
        ("p2", "Dafür ist hier niemand zuständig!"),
        ("p3", BOARDS[2]),
        ("p4", BOARDS[3]),
        ("faxgeraet-kaputt", "Das Faxgerät ist kaputt."),
    ]
    assert (merged.new, merged.reworded, merged.gone) == (("faxgeraet-kaputt",), ("p2",), ())


@pytest.mark.parametrize("place", range(4))
def test_a_sentence_that_became_quite_another_is_known_by_its_neighbours(place: int):
    boards = [*BOARDS[:place], "Montags nie.", *BOARDS[place + 1 :]]
    assert [name for name, _ in shown(again(boards))] == ["p1", "p2", "p3", "p4"]
    assert shown(again(boards))[place] == (f"p{place + 1}", "Montags nie.")


def test_another_order_of_the_list_leaves_the_numbers():
    assert shown(again(BOARDS[::-1])) == shown(again(BOARDS))
    assert [name for name, _ in shown(again(BOARDS[::-1], renumber=True))] == ["p4", "p3", "p2", "p1"]


def test_what_the_list_no_longer_has_stays_unless_numbers_are_given_anew():
    assert [name for name, _ in shown(again(BOARDS[1:]))] == ["p1", "p2", "p3", "p4"]
    assert again(BOARDS[1:]).gone == ("p1",)
    assert [name for name, _ in shown(again(BOARDS[1:], renumber=True))] == ["p2", "p3", "p4"]


def test_what_the_list_has_no_column_for_stays_and_an_empty_cell_deletes_nothing():
    before = phrases(short="Doch.", episode="folge-1")
    assert again(BOARDS, before).phrases[0] == {
        "id": "p1", "board": BOARDS[0], "short": "Doch.", "episode": "folge-1",
    }  # fmt: skip
    assert again(BOARDS, before, short="").phrases[0]["short"] == "Doch."
    assert again(BOARDS, before, short="Nein.").phrases[0]["short"] == "Nein."


def test_breaks_somebody_set_stay_and_long_words_get_some():
    before = phrases(["Der Haushalts\u00adkonsolidierung wegen."])
    assert again(["Der Haushaltskonsolidierung wegen."], before).phrases[0]["board"] == before[0].board
    merged = again(["Wegen der Haushaltskonsolidierung."], [])
    assert merged.phrases[0]["board"] == "Wegen der Haus\u00adhalts\u00adkonso\u00adlidie\u00adrung."
    assert merged.hyphenated == ("Haus\u00adhalts\u00adkonso\u00adlidie\u00adrung.",)


def test_ids_in_the_list_decide():
    rows = [Listed({"board": BOARDS[1], "id": "p1"}, 2), Listed({"board": "Neu.", "id": "neu"}, 3)]
    merged = merge(rows, phrases(BOARDS[:1]), False)
    assert shown(merged) == [("p1", BOARDS[1]), ("neu", "Neu.")]
    twice = merge([*rows, Listed({"board": "Auch.", "id": "neu"}, 4)], [], False)
    assert twice.doubled == (("neu", 4),)


def test_new_ids_differ():
    merged = again(["Zu teuer!", "Viel zu teuer!", "Zu teuer?!", "§ 5"], [])
    assert [name for name, _ in shown(merged)] == ["teuer", "viel-teuer", "teuer-2", "5"]
