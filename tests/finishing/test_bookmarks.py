"""Bookmarks: many are put together by tens; no chain of them is longer than readers follow."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, OutlineItem, Pdf

from press.finishing.bookmarks import FLAT, MOST_RUNS, gather_bookmarks
from press.order.items import OFFICE_BOARDS

MOST_LINKS = 256  # references that a validator follows in one chain
ON_A_PAGE = 100  # where pages do not matter: it takes long to add thousands of them


def document(titles: list[str], per_page: int = 1) -> Pdf:
    """A PDF with a bookmark for each title on the page it stands on."""
    pdf = pikepdf.new()
    for _ in range(-(-len(titles) // per_page)):
        pdf.add_blank_page()
    with pdf.open_outline() as outline:
        for n, title in enumerate(titles):
            outline.root.append(OutlineItem(title, n // per_page, "Fit"))
    return pdf


def boards(count: int, first: int = 1) -> list[str]:
    return [f"Bogen 7K3Q-{number:04}" for number in range(first, first + count)]


def tree(pdf: Pdf) -> list:
    """Titles, each with those below it, as a reader that is not ours sees them; every count and link is right."""
    again = Pdf.open(BytesIO(saved(pdf)))

    def below(parent) -> list:
        entries, entry, before = [], parent.get("/First"), None
        while entry is not None:
            assert entry.Parent.objgen == parent.objgen
            assert (before is None) == ("/Prev" not in entry) and (before is None or entry.Prev.objgen == before.objgen)
            kids = below(entry) if "/First" in entry else []
            assert entry.get("/Count", 0) == -len(kids)
            entries.append((str(entry.Title), kids) if kids else str(entry.Title))
            before, entry = entry, entry.get("/Next")
        assert before is not None and parent.Last.objgen == before.objgen
        return entries

    found = below(again.Root.Outlines)
    assert again.Root.Outlines.Count == len(found)
    return found


def saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def leaves(entries: list) -> list[str]:
    return [leaf for one in entries for leaf in ([one] if isinstance(one, str) else leaves(one[1]))]


def longest(entries: list) -> int:
    """Links from the outline to the entry that is farthest off."""
    return max(n + (0 if isinstance(one, str) else longest(one[1])) for n, one in enumerate(entries, 1))


@pytest.mark.parametrize("count", [1, FLAT - 1, FLAT])
def test_few_stay_as_they_are(count: int):
    pdf = document(boards(count))
    gather_bookmarks(pdf)
    assert tree(pdf) == boards(count)


@pytest.mark.long
@pytest.mark.parametrize("count", [FLAT + 1, 255, 256, 257, 297, OFFICE_BOARDS, OFFICE_BOARDS + 1, 1000, 1001, 12345])
def test_many_are_put_together(count: int):
    pdf = document(boards(count), per_page=ON_A_PAGE)
    gather_bookmarks(pdf)
    found = tree(pdf)
    assert leaves(found) == boards(count) and longest(found) <= MOST_RUNS + 30 < MOST_LINKS
    assert all(len(kids) <= 10 for _, kids in found)


def test_as_typst_makes_them_they_are_too_long():
    assert longest(tree(document(boards(256)))) == MOST_LINKS and longest(tree(document(boards(257)))) > MOST_LINKS


def test_runs_are_called_by_the_numbers_of_their_boards():
    pdf = document(boards(42, first=99))
    gather_bookmarks(pdf)
    assert [title for title, _ in tree(pdf)] == [
        "Bogen 7K3Q-0099 bis 0108",
        "Bogen 7K3Q-0109 bis 0118",
        "Bogen 7K3Q-0119 bis 0128",
        "Bogen 7K3Q-0129 bis 0138",
        "Bogen 7K3Q-0139 bis 0140",
    ]


@pytest.mark.parametrize("pages", [1, 10])
def test_boards_of_a_pile_to_be_cut_come_in_the_order_of_their_numbers(pages: int):
    """Four on a page: on the first of ten pages lie 1, 11, 21 and 31."""
    titles = [f"Bogen 7K3Q-{page + pages * place:04}" for page in range(1, pages + 1) for place in range(4)]
    pdf = document(titles, per_page=4)
    gather_bookmarks(pdf)
    assert leaves(tree(pdf)) == sorted(titles)


def test_titles_read_as_they_are_said():
    """Typst puts the texts of a heading together with the spaces they happen to have."""
    pdf = document(["Bullshit Bingo , Bogen  7K3Q-0001", "Und was  sagst du dann? "])
    gather_bookmarks(pdf)
    assert tree(pdf) == ["Bullshit Bingo, Bogen 7K3Q-0001", "Und was sagst du dann?"]


def test_runs_of_sentences_are_called_by_their_pages():
    pdf = document([f"Satz {'abcdefg'[n % 7]}" for n in range(31)])
    gather_bookmarks(pdf)
    assert [title for title, _ in tree(pdf)] == ["Seite 1 bis 10", "Seite 11 bis 20", "Seite 21 bis 30", "Seite 31"]


def test_every_entry_leads_where_its_first_leads():
    pdf = document(boards(95))
    gather_bookmarks(pdf)
    first = list(pdf.pages)
    entry, page = pdf.Root.Outlines.First, 0
    while entry is not None:
        assert entry.Dest[0].objgen == first[page].obj.objgen == entry.First.Dest[0].objgen
        entry, page = entry.get("/Next"), page + 10
    assert page == 100


def test_a_file_without_bookmarks():
    pdf = pikepdf.new()
    pdf.Root.Names = Dictionary()
    gather_bookmarks(pdf)
    assert "/Outlines" not in pdf.Root
