"""Just inside and just outside: codes, their size, ground, quiet zone and place."""

from types import SimpleNamespace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from preflight.drawing import WHITE, code, draw, rectangle
from preflight.small import HEIGHT, MM, WIDTH, file, findings
from press.pdf.page_boxes import Geometry
from press.preflight.checks import code_print, codes
from press.preflight.form_reader import read_forms
from press.typesetting.overflow import overflows, unreadable_codes
from press.typesetting.qr_code import encode
from press.typesetting.typst_facts import CodeFact, FitFact

LINK = "https://example.org/kleinstadtniveau"
LONG = "https://example.org/" + "x" * 95  # makes 53 modules


def lies(side: float, x: float = 15, y: float = 20, link: str = LINK, more: str = "", **looks) -> bytes:
    def change(pdf: Pdf) -> None:
        draw(pdf, f"{code(pdf, link, x, y, side, **looks)} {more}")

    return file(change)


def expected_of(link: str = LINK) -> dict:
    return {"codes": lambda page: (link,)}


@pytest.mark.parametrize("side, refused", [(20, False), (19.3, True), (16, True)])
def test_a_code_in_print_is_20_mm_wide(side: float, refused: bool):
    """Less two in a hundred, and what a pixel takes."""
    assert bool(findings(code_print, lies(side))) == refused


@pytest.mark.parametrize("side, refused", [(21.2, False), (20.5, True)])
def test_a_module_is_0_4_mm_wide(side: float, refused: bool):
    """53 modules are 21.2 mm."""
    assert len(encode(LONG).rows) == 53
    found = findings(code_print, lies(side, link=LONG))
    assert ["modules" in told for told in found] == [True] * refused


@pytest.mark.parametrize("x, y", [(None, 30), (30, None)])
@pytest.mark.parametrize("edge, refused", [(4.1, False), (3.6, True)])
def test_a_code_keeps_clear_of_the_cut(x: float | None, y: float | None, edge: float, refused: bool):
    """4 mm, on all sides."""
    far = WIDTH - 20 - edge if x is None else HEIGHT - 20 - edge
    for place in (edge, far):
        found = findings(code_print, lies(20, place if x is None else x, place if y is None else y))
        assert ["of the trim" in told for told in found] == [True] * refused


@pytest.mark.parametrize("ink, refused", [("0.08 0 0 1 k", False), ("0.13 0 0 1 k", True), ("0 0 0.13 1 k", True)])
def test_a_code_is_on_the_black_plate_alone(ink: str, refused: bool):
    """Less than a tenth of an ink is the rim of a pixel."""
    assert bool(findings(code_print, lies(20, ink=ink))) == refused


@pytest.mark.parametrize("ground, refused", [("0.72 g", False), ("0.68 g", True), ("0.6 g", True)])
def test_a_code_is_70_percent_darker_than_its_ground(ground: str, refused: bool):
    """ISO/IEC 15415, symbol contrast 4."""
    assert bool(findings(codes, lies(22, ink="0 g", ground=ground), **expected_of())) == refused


@pytest.mark.parametrize("ink, refused", [("0.28 g", False), ("0.32 g", True)])
def test_a_code_is_not_paler_than_that(ink: str, refused: bool):
    assert bool(findings(codes, lies(22, ink=ink, ground="1 g"), **expected_of())) == refused


@pytest.mark.parametrize("away, refused", [(4.1, False), (3.2, True), (1, True)])
@pytest.mark.parametrize("side", ["left", "right", "below", "above"])
def test_four_modules_around_a_code_stay_free(side: str, away: float, refused: bool):
    """ISO/IEC 18004; a stroke of half a module, so many modules away."""
    size, x, y = 22, 15, 20
    module = size / 33

    def change(pdf: Pdf) -> None:
        near = (away + 0.5) * module
        places = {
            "left": (x - near, y, 0.5 * module, size),
            "right": (x + size + away * module, y, 0.5 * module, size),
            "below": (x, y - near, size, 0.5 * module),
            "above": (x, y + size + away * module, size, 0.5 * module),
        }
        draw(pdf, f"{code(pdf, LINK, x, y, size)} 0 g {rectangle(pdf, *places[side])} f")

    assert bool(findings(codes, file(change), **expected_of())) == refused


@pytest.mark.parametrize(
    "wanted, told",
    [
        ((LINK,), []),
        ((), [f"1 code(s) lead to {LINK}, which was not ordered"]),
        ((LINK, LINK), [f"1 code(s) to {LINK} cannot be read"]),
    ],
)
def test_codes_are_counted(wanted: tuple[str, ...], told: list[str]):
    assert findings(codes, lies(22), codes=lambda page: wanted) == told


@pytest.mark.parametrize(
    "hosts, refused", [(None, False), (("example.org",), False), (("www.example.org",), True), (("example.com",), True)]
)
def test_a_code_leads_to_an_allowed_host(hosts: tuple[str, ...] | None, refused: bool):
    assert bool(findings(codes, lies(22), hosts=hosts, **expected_of())) == refused


@pytest.mark.parametrize("links, refused", [(None, False), ({LINK}, False), ({f"{LINK}/"}, True), (set(), True)])
def test_a_code_carries_an_address_of_the_order(links: set[str] | None, refused: bool):
    """Also where a code and what was set agree."""
    ordered = None if links is None else frozenset(links)
    assert bool(findings(codes, lies(22), links=ordered, **expected_of())) == refused


@pytest.mark.parametrize("side, read", [(20.1, True), (19.9, False)])
def test_codes_are_looked_for_in_parts_large_enough(side: float, read: bool):
    """A code that may be printed does not go into less than 20 mm."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.pages[0].trimbox = [0, 0, 200, 200]
        content = f"{WHITE} 0 0 200 200 re f {code(pdf, LINK, 2.4, 2.4, 15)}"
        part = Stream(
            pdf, content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, side * MM, side * MM])
        )
        (found,) = read_forms(
            Dictionary(XObject=Dictionary(P=pdf.make_indirect(part))), Geometry(WIDTH, HEIGHT)
        ).values()
    assert found.codes == ((LINK,) if read else ())


@pytest.mark.parametrize(
    "side, module, told",
    [
        (20.0, 0.4, None),
        (19.99, 0.4, "a code of 20.0 mm"),
        (16.0, 0.4, "a code of 16.0 mm"),
        (40.0, 0.399, "makes modules of 0.40 mm"),
    ],
)
def test_what_typst_says_of_a_code(side: float, module: float, told: str | None):
    """The build stops before anything is printed: 20 mm, and 0.4 mm a module."""
    code = CodeFact(kind="code", side=side, module=module, link=LINK, page=1, told=True)
    podcast = SimpleNamespace(value=SimpleNamespace(link=LINK), where=lambda *path: f"podcast.yaml:{path[0]}")
    addresses = SimpleNamespace(short=None)
    plan = SimpleNamespace(content=SimpleNamespace(podcast=podcast), addresses=addresses)
    found = list(unreadable_codes(plan, SimpleNamespace(name="probe"), [code, code]))
    assert [told in problem.what for problem in found] == [True] * (told is not None)
    assert all(problem.where in ("templates/layouts/probe.typ:1", "podcast.yaml:link") for problem in found)


@pytest.mark.parametrize("over, count", [(0, 0), (-1, 0), (0.01, 1)])
def test_what_typst_says_of_a_text(over: float, count: int):
    """A hundredth of a point over its place is over it."""
    plan = SimpleNamespace(content=SimpleNamespace(where=lambda phrase, key: "phrases.yaml:1", phrases=()))
    fit = FitFact(kind="fit", over=over, phrase="eins", text="board", cell="board cell", size=12.0)
    assert len(list(overflows(plan, SimpleNamespace(layout=SimpleNamespace(name="probe")), [fit]))) == count
