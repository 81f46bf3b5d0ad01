"""Hyphens proposed: only in long words, where the patterns are sure, and never a stump."""

import pytest

from press.content.hyphens import break_proposed, hyphenated


@pytest.mark.parametrize(
    "word, broken",
    [
        ("Haushaltskonsolidierung", "Haus-halts-konso-lidie-rung"),
        ("Datenschutzgrundverordnung", "Daten-schutz-grund-verord-nung"),
        ("Geschäftsordnung", "Geschäfts-ordnung"),
        ("Kommunalaufsicht", "Kommu-nalauf-sicht"),  # the patterns know no joint there, and one letter alone is none
        ("Datenschutzbüro", "Daten-schutz-büro"),  # fifteen letters
        ("Datenschutzrat", "Datenschutzrat"),  # fourteen
    ],
)
def test_words_over_fourteen_letters_get_breaks(word: str, broken: str):
    assert hyphenated(f"„{word}“, so!") == f"„{broken}“, so!".replace("-", "\u00ad")


def test_breaks_that_are_there_stay():
    assert hyphenated("Haushalts\u00adkonsolidierung") == "Haushalts\u00adkonsolidierung"


def test_no_piece_is_a_stump():
    words = [
        "Öffentlichkeitsarbeit",
        "Verwaltungsvorschrift",
        "Ministerpräsidentenkonferenz",
        "Verschwiegenheitspflicht",
    ]
    pieces = [hyphenated(word).split("\u00ad") for word in words]
    assert all(len(piece) >= 4 for word in pieces for piece in word) and all(len(word) > 2 for word in pieces)


def test_the_longest_word_of_a_text_that_does_not_fit_is_proposed():
    assert break_proposed("Die Zuständigkeit ist unklar.") == "Zustän\u00addigkeit"
    assert break_proposed("Zu teuer.") is None and break_proposed("Die Zuständig\u00adkeit.") is None
