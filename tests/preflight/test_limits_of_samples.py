"""Just inside and just outside: how many pages are looked at, how many findings are told, and which pages are alike."""

from types import SimpleNamespace

import pytest
from pikepdf import Dictionary, Pdf

from preflight.drawing import draw, form
from preflight.small import area, expected_of, file, notes
from press.pdf.graphics.inventory import Inventory
from press.preflight import runner
from press.preflight.checks import bleed, code_print, codes, ink, legible, safe_area
from press.preflight.document import Document
from press.preflight.form_reader import FormContent
from press.preflight.page_content import FormIndex
from press.system.worker_pool import WorkerPool

GROUND = area(20, 20, 10, 10, "0 0 0 1 k")


def on_every_page(*changes):
    """Each page draws the same."""

    def change(pdf: Pdf) -> None:
        content = pdf.pages[0].obj
        for page in list(pdf.pages)[1:]:
            page.obj.Contents, page.obj.Resources = content.Contents, content.Resources

    return *changes, change


@pytest.mark.parametrize(
    "check, what, most",
    [
        (bleed, "bleed looked at", 8),
        (code_print, "codes measured", 3),
        (codes, "codes read", 6),
        (ink, "ink measured", 3),
        (legible, "contrast measured", 4),
        (safe_area, "safe area measured", 200),
    ],
)
def test_of_pages_that_are_alike_a_few_are_looked_at(check, what: str, most: int):
    """Of fewer, all."""
    for pages, looked in ((most, most), (most + 1, most)):
        data = file(*on_every_page(GROUND), pages=pages)
        assert notes(check, data, pages=pages) == [f"{what} on {looked} of {pages} pages"]


def test_pages_that_are_alike_are_of_one_sort_and_others_are_not():
    def change(pdf: Pdf) -> None:
        shared = pdf.make_indirect(form(pdf, "0.5 g 10 10 50 50 re f 80 80 5 5 re f"))
        for number in range(4):
            draw(pdf, "/X Do", number, X=shared)
        draw(pdf, "0 g 99 99 9 9 re f", 3)

    document = Document(file(change, pages=4), expected_of(pages=4), WorkerPool(1))
    assert len({document.sort(page) for page in range(3)}) == 1 and document.sort(3) != document.sort(0)
    document.close()


def test_instructions_of_a_form_count_as_often_as_they_are_drawn():
    """Three pages that draw one form, and one that draws it twice: 1 and 4 of the form, and twice that."""
    with Pdf.new() as pdf:
        shared = pdf.make_indirect(form(pdf, "0.5 g 10 10 50 50 re f 0 g"))
        for times in (1, 1, 1, 2):
            pdf.add_blank_page()
            pdf.pages[-1].obj.Resources = Dictionary(XObject=Dictionary(X=shared))
            pdf.pages[-1].obj.Contents = pdf.make_stream(b"/X Do " * times)
        inventory = Inventory()
        looks = [inventory.add(page.obj, page.obj.Resources, number) for number, page in enumerate(pdf.pages)]
        assert [count for _, count in looks] == [5, 5, 5, 10] and len({marks for marks, _ in looks}) == 1
        assert Inventory().add(shared, Dictionary(), 0)[1] == 4


@pytest.mark.parametrize(
    "found, told, last",
    [
        (200, 200, "finding 199"),
        (201, 201, "1 more findings like these"),
        (1300, 201, "1,100 more findings like these"),
    ],
)
def test_two_hundred_findings_of_a_check_are_told(monkeypatch, found: int, told: int, last: str):
    check = SimpleNamespace(
        CODE="probe", SEVERITY="error", check=lambda document: ((None, f"finding {n}", "mend it") for n in range(found))
    )
    monkeypatch.setattr(runner, "load_checks", lambda edition: (check,))
    findings = runner.preflight(file(GROUND), expected_of()).findings
    assert len(findings) == told and findings[-1].problem == last


@pytest.mark.parametrize("apart, ids", [(5.9, ("ABCD-0001",)), (6.1, ())])
def test_letters_within_6_mm_are_a_word(apart: float, ids: tuple[str, ...]):
    """An ID set letter by letter: more than that, and two stand beside each other."""
    letters = {f"S{n}": letter for n, letter in enumerate("ABCD-0001")}
    forms = FormIndex(parts={name: FormContent(letter, ()) for name, letter in letters.items()})
    placed = tuple((name, n * apart * 72 / 25.4, 100.0) for n, name in enumerate(letters))
    assert forms.read(placed).ids == ids
