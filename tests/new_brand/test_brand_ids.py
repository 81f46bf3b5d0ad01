"""The id of a new brand: made from its name, or given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from new_brand.brand_folders import state

from press.errors import Exit, PressError
from press.new_brand.brand_id import id_for, slug


@pytest.mark.parametrize(
    "name, brand_id",
    [
        ("Stadt Grünwald", "stadt-gruenwald"),
        ("GROẞE Straße & Söhne", "grosse-strasse-soehne"),
        ("Café Zoë", "cafe-zoe"),
        ("Amt Nord/Ost", "amt-nord-ost"),
        ("  Landkreis   Xy (Land) ", "landkreis-xy-land"),
        ("Łódź – Büro 24", "lodz-buero-24"),
        (
            "Verwaltungsgemeinschaft Bad Musterhausen an der Laber",
            "verwaltungsgemeinschaft-bad-musterhausen-an-der-laber",
        ),
        ("A" * 60, "a" * 60),
        ("A" * 61, "a" * 60),
    ],
)
def test_ids_from_names(project, name, brand_id) -> None:
    assert id_for(project, name, None) == brand_id


@given(st.text(max_size=80))
def test_an_id_from_any_name_is_one_or_none(name) -> None:
    made = slug(name)
    assert made == "" or (len(made) <= 60 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made))


@pytest.mark.parametrize(
    "name, given_id, where",
    [
        ("../musterstadt2", None, "NAME"),
        ("..", None, "NAME"),
        ("/etc/passwd", None, "NAME"),
        ("C:\\brand", None, "NAME"),
        ("a/../../b", None, "NAME"),
        ("~root", None, "NAME"),
        ("日本", None, "NAME"),
        ("", None, "NAME"),
        ("Con", None, "NAME"),
        ("Musterstadt", None, "NAME"),
        ("X", "../x", "--id"),
        ("X", "x/y", "--id"),
        ("X", "X", "--id"),
        ("X", "", "--id"),
        ("X", "musterstadt", "--id"),
        ("X", "a" * 61, "--id"),
        ("X", "nul", "--id"),
        ("X", "x\n", "--id"),
    ],
)
def test_names_and_ids_that_are_refused(project, name, given_id, where) -> None:
    before = state(project)
    with pytest.raises(PressError) as refused:
        id_for(project, name, given_id)
    assert refused.value.exit_code == Exit.WRONG_INPUT
    assert [problem.where for problem in refused.value.problems] == [where]
    assert state(project) == before
