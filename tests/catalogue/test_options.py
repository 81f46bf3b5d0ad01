"""Options: declared by a layout, checked in the order, and each of them changes what is printed."""

import re
from pathlib import Path

import pypdfium2
import pytest
import yaml
from command import command
from finished_pdf import letters
from pypdfium2 import raw
from tools import ROOT, one_check_alone

from catalogue.paper import pages
from catalogue.setting import all_finished, finished, looks, order, planned
from press.errors import PressError
from press.layouts.layout_loading import load_layouts
from press.order.options import FREE, SIZE, declared, option_faults
from press.order.order import Order
from press.order.order_item import Item
from press.paths import Project
from press.schema.validation import Loaded
from press.schema.yaml_source import Source
from press.typst_engine.templates import read_templates

TEMPLATES = read_templates(Project.at(ROOT))
LAYOUTS = load_layouts(TEMPLATES, TEMPLATES.layouts)
WORDS = "Ganz andere Worte"
TEXTS = [
    (name, option)
    for name, layout in LAYOUTS.items()
    for option, facts in declared(layout).items()
    if facts.type == "text"
]
OTHERS = [
    (name, option)
    for name, layout in LAYOUTS.items()
    for option, facts in declared(layout).items()
    if facts.type != "text"
]


def item(layout: str, **options) -> dict:
    board = LAYOUTS[layout].board
    return (
        {
            "layout": layout,
            "id": "-".join([layout, *map(str.lower, map(str, options.values()))]).replace(" ", "-").strip("-"),
        }
        | ({"boards": LAYOUTS[layout].up} if board else {})
        | options
    )


def made(root: Path, items: list[dict]) -> list[Path]:
    """The items' print files, with as few decks as are enough."""
    order(root, items, **({} if "boards" in items[0] else {"decks": ["kleinstadtniveau"]}))
    return all_finished(planned(root))


def test_layouts_declare_what_the_issue_asks_for():
    """Title, subtitle, free field and size: where they make sense."""
    options = {name: set(declared(layout)) for name, layout in LAYOUTS.items()}
    boards = {name for name, layout in LAYOUTS.items() if layout.board}
    assert all({"title", "subtitle"} <= options[name] for name in boards)
    assert {name for name in options if FREE in options[name]} == {
        n for n in boards if (g := LAYOUTS[n].board).rows == g.columns and g.rows % 2
    }
    assert {name for name in options if SIZE in options[name]} == {"plakat"} and len(LAYOUTS["plakat"].sizes) == 3


# Of the sheets that share their parts, in a usual run the small one and the one with a free field.
ALIKE = {"bingo-3x4", "bingo-4x4", "bingo-quer", "bingo-gross", "bingo-a5", "bingo-3x3"}


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(name, marks=[pytest.mark.thorough] if name in ALIKE else [])
        for name in sorted({name for name, _ in (*TEXTS, *OTHERS)})
    ],
)
def test_every_option_changes_the_page(project, often, layout: str):
    """The order's words stand on the page, each its own, and nothing of them was there before; each choice looks
    different from the others. In a thorough run the defaults are chosen, too: then nothing changes."""
    words = {option: f"{WORDS} {n}" for n, option in enumerate((option for name, option in TEXTS if name == layout), 1)}
    choices = [(option, one) for name, option in OTHERS if name == layout for one in _choices(layout, option)]
    changing = [(option, one) for option, one in choices if one != _default(layout, option)]
    chosen = [item(layout, **{option: one}) for option, one in often(changing, choices)]
    plain, own, *others = made(project, [item(layout), item(layout) | words | {"id": "own"}, *chosen])
    before, after = _text(plain), _text(own)
    assert letters(WORDS) not in before
    assert {option for option, said in words.items() if letters(said) in after} == set(words)
    assert len({looks(plain), *map(looks, others)}) == 1 + len(changing)


def _choices(layout: str, option: str) -> list:
    return list(declared(LAYOUTS[layout])[option].choices) or [True, False]


def _default(layout: str, option: str):
    """Of a size it is the first one."""
    return {SIZE: next(iter(LAYOUTS[layout].sizes), None)}.get(option, declared(LAYOUTS[layout])[option].default)


def _text(file: Path) -> str:
    return "".join(page.text for page in pages(file))


def test_large_print_is_nowhere_under_14_pt(project):
    (file,) = made(project, [item("argumente", large=True)])
    with pypdfium2.PdfDocument(file) as document:
        texts = [(document[n].get_textpage(), document[n].get_trimbox()) for n in range(len(document))]
        sizes = [
            raw.FPDFText_GetFontSize(text, i)
            for text, (_, bottom, _, top) in texts
            for i in range(text.count_chars())
            if bottom < text.get_charbox(i)[1] < top and text.get_text_range(i, 1).strip()
        ]
    assert min(sizes) > 13.9 and sum(size > 15.9 for size in sizes) > 0.9 * len(sizes)


def test_the_link_of_an_item_changes_what_its_codes_say(project):
    content = yaml.safe_load((project / "content/podcast.yaml").read_text(encoding="utf-8"))
    order(
        project,
        [
            {"layout": "bingo-a6", "boards": 4, "link": "episode"},
            {"layout": "bingo-a6", "id": "podcast", "boards": 4, "link": "podcast"},
        ],
        link="episode",
    )
    plan = planned(project)
    episode, podcast = (
        [link for page in pages(finished(plan, product)) for link, _ in page.codes()] for product in plan.products
    )
    assert podcast == [content["link"]] * 4 and len(episode) == 4
    assert set(episode) <= {content["link"], *(one["link"] for one in content["episodes"])} and len(set(episode)) > 1


@pytest.mark.parametrize("size, trim, code", [("a4", (210, 297), 46), ("a3", (297, 420), 65), ("a2", (420, 594), 92)])
def test_the_poster_grows_with_its_size(project, size: str, trim: tuple, code: float):
    """TrimBox as ordered, on a sheet with bleed; the code grows along."""
    order(project, [{"layout": "plakat", "size": size}])
    plan = planned(project)
    (page,) = pages(finished(plan, plan.products[0]))
    assert (page.width, page.height) == pytest.approx(trim, abs=0.01) and plan.products[0].trim == trim
    ((_, place),) = page.codes(150)
    assert place.width == pytest.approx(code, abs=0.8)
    ground = max((path.box for path in page.paths if path.how == "fill"), key=lambda box: box.width)
    assert (
        ground.left <= -2.99
        and ground.top <= -2.99
        and ground.right >= trim[0] + 2.99
        and ground.bottom >= trim[1] + 2.99
    )


@pytest.mark.parametrize("letters, faults", [(600, []), (601, ["shorten it to at most 600 characters: it has 601"])])
def test_a_text_option_has_a_limit(letters: int, faults: list[str]):
    """A book for a title would be set for minutes before it is found not to fit."""
    layout, name, title = LAYOUTS["plakat"], "content/orders/x.yaml", "x" * letters
    items = (Item.model_validate({"layout": "plakat", "title": title}),)
    whole = Order(about="x", brand="x", decks=("x",), items=items)
    found = option_faults(items[0], layout, Loaded(whole, Source(name, None, {}, "")), ("items", 0))
    assert [(problem.where, problem.fix) for problem in found] == [(f"{name}:1", fault) for fault in faults]


@pytest.mark.parametrize(
    "layout, option, value, told",
    [
        ("bingo-3x3", "titel", "x", "did you mean `title`"),
        ("karten", "title", "x", "has no option `title`"),
        ("plakat", "size", "a5", "choose one of: a4, a3, a2"),
        ("bingo-4x4", "free", True, "has no option `free`"),
        ("bingo-5x5", "free", "nein", "write true or false"),
        ("bingo-5x5", "free", 1, "write true or false"),
        ("bingo-3x3", "title", 7, "write a text"),
        ("bingo-3x3", "title", "", "write a text"),
        ("bingo-3x3", "title", ["a"], "write a text"),
        ("bingo-3x3", "boards_", 1, "did you mean `boards`"),
    ],
)
def test_an_option_that_is_wrong_is_told_with_its_line(project, layout: str, option: str, value, told: str):
    path = order(project, [{"layout": "argumente"}, item(layout) | {option: value}])
    with pytest.raises(PressError) as error:
        planned(project)
    (problem,) = error.value.problems
    line = 1 + next(
        i for i, text in enumerate(path.read_text(encoding="utf-8").splitlines()) if re.match(rf"\W*{option}:", text)
    )
    assert problem.where == f"content/orders/probe.yaml:{line}" and told in str(problem) and error.value.exit_code == 2


def test_wrong_options_are_told_at_once_and_nothing_is_built(project):
    order(project, [item("bingo-3x3") | {"colour": "red"}, item("plakat") | {"size": "a1", "subtitel": "x"}])
    done = command(project, "build", "--order", "probe")
    assert (
        done.returncode == 2 and done.stderr.count("content/orders/probe.yaml:") == 3 and "Traceback" not in done.stderr
    )
    assert not (project / "build/probe").exists()


def test_an_order_with_wrong_options_can_still_be_listed(project):
    order(project, [item("bingo-4x4") | {"free": True}, {"layout": "argumente", "boards": 3}])
    done = command(project, "list")
    assert (done.returncode, done.stderr) == (0, "") and "bingo-4x4, 1 board: " in done.stdout


@pytest.mark.parametrize("layout", ["bingo-5x5", "plakat"])
def test_options_are_listed_with_their_default_and_a_sentence(project, layout: str):
    done = command(project, "list", "--layout", layout)
    assert done.returncode == 0
    for name, option in declared(LAYOUTS[layout]).items():
        (line,) = [line for line in done.stdout.splitlines() if line.split()[:1] == [name]]
        assert option.about in line and "default: " in line and all(choice in line for choice in option.choices)


def test_a_size_may_change_from_one_build_to_the_next(project):
    """The pictures of before and after then have no common size to be compared at."""
    for size in ("a4", "a3"):
        order(project, [{"layout": "plakat", "size": size}])
        with one_check_alone():
            done = command(project, "build", "--order", "probe", "--edition", "print")
        assert done.returncode == 0, done.stderr
