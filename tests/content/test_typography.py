"""German micro-typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.content.typography import NBSP, bind, readable_link


@pytest.mark.parametrize(
    "written, printed",
    [
        ("Das ist z. B. so", "Das ist z.~B. so"),
        ("z.B. und d.h. und u. a.", "z.~B. und d.~h. und u.~a."),
        ("i. d. R.", "i. d. R."),  # three letters are left as they are
        ("Nein – doch", "Nein~– doch"),
        ("nur 49 Fans", "nur 49~Fans"),
        ("um 10 % mehr", "um 10~% mehr"),
        ("Nr. 5, S. 12, Abs. 2, Art. 3", "Nr.~5, S.~12, Abs.~2, Art.~3"),
        ("Von 3 bis 5", "Von 3~bis 5"),
        ("Sonntags. Bald", "Sonntags. Bald"),
        ("ohne alles", "ohne alles"),
    ],
)
def test_bind(written: str, printed: str):
    assert bind(written) == printed.replace("~", NBSP)


@given(st.text(st.sampled_from("zBdhuaNrS. –19%aß")))
def test_binding_twice_is_binding_once_and_keeps_the_letters(text: str):
    assert bind(bind(text)) == bind(text)
    assert "".join(bind(text).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "link, address",
    [
        ("https://example.org", "example.org"),
        ("https://example.org/", "example.org"),
        ("https://example.org/folge/21", "example.org/folge/21"),
        ("https://example.org/a?b=https://c", "example.org/a?b=https://c"),
    ],
)
def test_shown(link: str, address: str):
    assert readable_link(link) == address
