"""Typewriter characters: set right where only one thing can be meant, told where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.schema.typewriter import doubts, set_right


@pytest.mark.parametrize(
    "written, right",
    [
        ('Das ist "wichtig"', "Das ist „wichtig“"),
        ('"Ja", sagt er ("so", heißt es).', "„Ja“, sagt er („so“, heißt es)."),
        ('"Agenda 2030" gilt', "„Agenda 2030“ gilt"),
        ('„Ja" und „Nein”', "„Ja“ und „Nein“"),
        ("Geht's so? Das Amt hat 'ne Idee", "Geht’s so? Das Amt hat ’ne Idee"),
        ("Hans' Amt", "Hans’ Amt"),
        ("seit den '90ern", "seit den ’90ern"),
        ("Na ja...", "Na ja…"),
        ("Wir -- das Amt - wollen --- nein", "Wir – das Amt – wollen – nein"),
        ("Vor- und Nachteile, Leiter/-innen, E-Mail", "Vor- und Nachteile, Leiter/-innen, E-Mail"),
        ("Name: ..........", "Name: .........."),
        ("„Ja“ – ‚nein‘ …", "„Ja“ – ‚nein‘ …"),
        ("invoke build --release", "invoke build --release"),
        ("“Yes” heißt ja", "“Yes” heißt ja"),
    ],
)
def test_what_is_certain_is_set_right_and_not_told(written: str, right: str):
    assert set_right(written) == right
    assert not list(doubts(right))


@pytest.mark.parametrize(
    "written, told",
    [
        ('Monitor mit 24"', "″"),
        ('Ein "offenes Ende', "„"),
        ('"24" Monitore" und "mehr"', "„"),
        ("Das 'gilt' nicht", "‚"),
        ("Ein Brett, 6' lang", "’"),
        ("Ja--nein", "–"),
    ],
)
def test_what_is_in_doubt_stays_and_is_told(written: str, told: str):
    assert set_right(written) == written
    (fault,) = doubts(written)
    assert told in fault[1]


@pytest.mark.parametrize("address", ["https://stadt.example/a--b", "www.stadt--x.example", "xn--mller-kva.example"])
def test_addresses_have_no_typography(address: str):
    assert set_right(f"Siehe {address}") == f"Siehe {address}" and not list(doubts(address))


@given(st.text(st.sampled_from("ab1 .-\"'„“”–…(")))
def test_setting_right_twice_is_setting_right_once(text: str):
    assert set_right(set_right(text)) == set_right(text)
