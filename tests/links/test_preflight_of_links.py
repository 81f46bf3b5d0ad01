"""Preflight holds finished files to the addresses of the order: the short ones, not the targets behind them."""

from dataclasses import replace
from pathlib import Path

import pytest
from links.conftest import SHORT, TARGETS
from pikepdf import Array, Dictionary, Name, String
from tools import BUILT, plan, product

from press.preflight.checks.codes import check as check_codes
from press.preflight.checks.links import check as check_links
from press.preflight.document import Document
from press.preflight.expected import expected_of
from press.typesetting.typst_facts import CodeFact, SetFacts


def looked_at(root: Path, check, ordered: frozenset[str] | None) -> list[str]:
    """What a check says of the sheets, had these addresses been ordered; those of the plan, if None."""
    plan_, file = plan(root), root / BUILT / product(root)["file"]
    codes = tuple(CodeFact(kind="code", link=f"{SHORT}bb", module=0.7, side=20, page=n, told=False) for n in (1, 2))
    expected = expected_of(
        plan_.products[0], plan_.content, plan_.brand.value, SetFacts((), codes, 2, None), plan_.addresses
    )
    document = Document(file.read_bytes(), expected if ordered is None else replace(expected, links=ordered))
    try:
        return [problem for _, problem, _ in check(document)]
    finally:
        document.close()


def test_what_was_ordered_is_the_short_address(released: Path):
    assert looked_at(released, check_codes, None) == []
    told = f"a code leads to {SHORT}bb, which is none of the order's addresses"
    assert looked_at(released, check_codes, frozenset(TARGETS.values())) == [told] * 2


@pytest.mark.parametrize("key, told", [("bb", 0), ("brief", 2)])
def test_a_link_to_click_is_an_address_of_the_order(released: Path, key: str, told: int, monkeypatch):
    """The office edition's notes, as the print edition has none: what they say is put in their place."""

    def noted(pdf):
        action = Dictionary(S=Name.URI, URI=String(f"{SHORT}bb"))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
        return [{"/Annots": Array([note])} for _ in range(2)]

    monkeypatch.setattr("press.preflight.checks.links.page_dicts", noted)
    found = looked_at(released, check_links, frozenset({f"{SHORT}{key}"}))
    assert found == [f"a link to {SHORT}bb, which is none of the order's addresses"] * told
