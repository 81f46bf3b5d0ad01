"""German micro-typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.content.typography import NBSP, WORD_JOINER, bind, quoted, readable_link


@pytest.mark.parametrize(
    "written, printed",
    [
        ("Das ist z. B. so", "Das ist z.~B. so"),
        ("z.B. und d.h. und u. a.", "z.~B. und d.~h. und u.~a."),
        ("i. d. R. und i.d.R.", "i.~d.~R. und i.~d.~R."),
        ("§ 5 DSGVO i. V. m. § 12", "§~5 DSGVO i.~V.~m. §~12"),
        ("u. a. m., u.a.m. bzw. o.ä.", "u.~a.~m., u.~a.~m. bzw. o.~ä."),
        ("nie, i.d.R. u.a.m. bzw.", "nie, i.~d.~R. u.~a.~m. bzw."),
        ("d. h. z. B. so", "d.~h. z.~B. so"),
        ("V. i. S. d. P.: Amt", "V.~i.~S.~d.~P.: Amt"),
        ("J. S. Bach, n. Chr., z.Zt.", "J.~S. Bach, n.~Chr., z.~Zt."),
        ("www.a.b.example und a.b.example", "www.a.b.example und a.b.example"),
        ("Nein – doch …", "Nein~– doch~…"),
        ("nur 49 Fans", "nur 49~Fans"),
        ("um 10 % mehr, 5 €, 20 °C, ½ l", "um 10~% mehr, 5~€, 20~°C, ½~l"),
        ("€ 5 und 5,50 € und 10 000 Fans", "€~5 und 5,50~€ und 10~000~Fans"),
        ("12 km/h um 10 Uhr", "12~km/\u2060h um 10~Uhr"),
        ("5 Mio. Euro, 3 × 4", "5~Mio.~Euro, 3~×~4"),
        ("Nr. 5, S. 12, Abs. 2, Art. 3", "Nr.~5, S.~12, Abs.~2, Art.~3"),
        ("§ 5 Abs. 2 Nr. 3 Satz 1", "§~5 Abs.~2 Nr.~3 Satz~1"),
        ("§§ 5 ff.", "§§~5~ff."),
        ("Am 1. Mai 2026 gilt S. 12 Satz 1", "Am 1.~Mai~2026 gilt S.~12 Satz~1"),
        ("3 × 4 cm, 120 g/m²", "3~×~4~cm, 120~g/\u2060m²"),
        ("am 1. Mai", "am 1.~Mai"),
        ("am 1. Januar 2026", "am 1.~Januar~2026"),
        ("am 1. 5. 2026 im 2. Stock", "am 1.~5.~2026 im 2.~Stock"),
        ("Dr. Muster, Prof. Dr. Muster", "Dr.~Muster, Prof.~Dr.~Muster"),
        ("Von 3 bis 5", "Von 3~bis 5"),
        ("Wir sind 5. Dann geht es.", "Wir sind 5. Dann geht es."),
        ("Sonntags. Bald. Na ja.", "Sonntags. Bald. Na ja."),
        ("5 €/Monat für 3 Büros/Ämter", "5~€/\u2060Monat für 3~Büros/Ämter"),
        ("ohne alles", "ohne alles"),
    ],
)
def test_bind(written: str, printed: str):
    assert bind(written) == printed.replace("~", NBSP)


@given(st.text(st.sampled_from("zBdhuaNrSiVm. –…19%aß§€×½Mio/km")))
def test_binding_twice_is_binding_once_and_keeps_the_letters(text: str):
    assert bind(bind(text)) == bind(text)
    assert "".join(bind(text).replace(WORD_JOINER, "").split()) == "".join(text.split())


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


@pytest.mark.parametrize(
    "said, quotation",
    [
        ("Nein!", "„Nein!“"),
        ("„Nein“, sagt der Chef.", "„‚Nein‘, sagt der Chef.“"),
        ("Er sagt: „Nein, ‚nie‘.“", "„Er sagt: ‚Nein, „nie“.‘“"),
        ("Wie geht’s?", "„Wie geht’s?“"),
    ],
)
def test_quotations_in_quotations(said: str, quotation: str):
    assert quoted(said) == quotation
