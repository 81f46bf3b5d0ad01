"""Short answers are something one says: no line of them ends with a hyphen, and no lone stump is their last line."""

import pytest

from catalogue.conftest import Catalogue

HYPHENS = "-\u00ad\u2010\x02\ufffe"  # as pdfium shows them
LAST = 0.3  # of the longest line, in letters
HANDOUTS = {"argumente": 25, "spickzettel": 25, "karten": 25, "faltblatt": 12}  # and how many answers they hold


def _hyphens(text: str) -> int:
    return sum(text.count(hyphen) for hyphen in HYPHENS)


def _lines(letters) -> list[str]:
    """Each begins to the left of the letter before."""
    lines: list[str] = []
    for number, sign in enumerate(letters):
        if not number or sign.box.left < letters[number - 1].box.left - 2:
            lines.append("")
        lines[-1] += sign.letter
    return lines


@pytest.mark.parametrize("product", HANDOUTS)
def test_an_answer_needs_no_hyphen_and_ends_with_more_than_a_stump(catalogue: Catalogue, product: str) -> None:
    seen = 0
    for page in catalogue.pages(product):
        for phrase in catalogue.phrases:
            for start, end in page.spans(phrase["short"]):
                seen += 1
                letters = page.letters[start:end]
                first, last = page.signs.index(letters[0]), page.signs.index(letters[-1])
                shown = "".join(sign.letter for sign in page.signs[first : last + 1])
                assert _hyphens(shown) == _hyphens(phrase["short"]), shown
                lines = _lines(letters)
                assert len(lines[-1]) >= LAST * max(map(len, lines)), lines
    assert seen == HANDOUTS[product]


def test_hyphens_would_be_seen() -> None:
    assert _hyphens("Zielgrup-pe Haupt\u00adsache") == 2
