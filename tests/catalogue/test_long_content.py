"""What towns bring: long names and addresses, many lines of contact. They fit, or are refused where they stand."""

import re
from pathlib import Path

import pypdfium2
import pytest
from command import command
from tools import edit

from catalogue.setting import ORDER, all_facts, facts_of, finished, order, planned
from press.build.context import BuildContext
from press.build.setting import set_product
from press.build.steps import finish_product
from press.errors import Problem
from press.order.plan import Plan, make_plan
from press.order.product import Product
from press.order.variant import Overrides
from press.paths import Project
from press.system.worker_pool import WorkerPool
from press.typesetting.overflow import overflows, unreadable_codes
from press.typesetting.typst_facts import SetFacts

NAME = "Verwaltungsgemeinschaft Oberes Tal-Niederwald"  # 45 letters
LINK = "https://podcasts.probefunk.example/de/podcast/kleinstadtniveau/id12345"
BOARDS = {"bingo-3x3": 1, "bingo-quer": 1, "bingo-5x5": 1, "bingo-a5": 2, "bingo-a6": 4, "bingo-gross": 1}
HANDOUTS = ("argumente", "spickzettel", "faltblatt", "karten", "ansagerliste", "plakat", "tischaufsteller")
AT = 53  # letters without a sign to break at, in 14 pt
TOUCH_PT = 1.2  # lines set tight touch by so much, boxes around descenders and ascenders more than ink


def _items(layouts: dict[str, int] | tuple[str, ...]) -> list[dict]:
    boards = layouts if isinstance(layouts, dict) else {}
    return [{"layout": name} | ({"boards": boards[name]} if name in boards else {}) for name in layouts]


def _long(root: Path, brand: str = "musterstadt", link: str = LINK, name: str = NAME) -> None:
    """Long links and a long name in place of the short ones."""
    edit(root / f"assets/brands/{brand}/brand.yaml", "^name: .*", f"name: {name}")
    edit(root / "content/podcast.yaml", r"^link: .*", f"link: {link}")
    edit(root / "content/podcast.yaml", r"^  link: .*", f"  link: {LINK[:-2]}67")


def _plan(root: Path, items: list[dict], brand: str = "musterstadt") -> Plan:
    order(root, items, brand=brand)
    return planned(root)


def _refusals(plan: Plan) -> list[str]:
    found = zip(plan.products, all_facts(plan, plan.products), strict=True)
    return [str(problem) for product, facts in found for problem in _faults(plan, product, facts)]


def _faults(plan: Plan, product: Product, facts: SetFacts) -> list[Problem]:
    return [*overflows(plan, product, facts.fits), *unreadable_codes(plan, product.layout, facts.codes)]


def words(page: pypdfium2.PdfPage) -> list[tuple[str, int, tuple[float, float, float, float]]]:
    """Every word of a page: its text, where it stands in the page's text, and the box around its ink, pt."""
    text, found = page.get_textpage(), []
    whole = text.get_text_range()
    for match in re.finditer(r"[^\s\u00ad\x02\ufffe]+", whole):
        boxes = [text.get_charbox(i) for i in range(match.start(), match.end())]
        boxes = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
        if boxes:
            left, bottom, right, top = zip(*boxes)
            found.append((match[0], match.start(), (min(left), min(bottom), max(right), max(top))))
    return found


def text_over_text(page: pypdfium2.PdfPage) -> list[str]:
    """Words of different lines that lie over each other; words of one line may be kerned into each other."""
    placed = words(page)
    return [
        f"{one} | {other}"
        for n, (one, start, box) in enumerate(placed)
        for other, later, beside in placed[n + 1 :]
        if later > start + len(one) + 1
        and min(box[2], beside[2]) - max(box[0], beside[0]) > TOUCH_PT
        and min(box[3], beside[3]) - max(box[1], beside[1]) > max(TOUCH_PT, 0.2 * (box[3] - box[1]))
    ]


def _pages(path: Path) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(path))


@pytest.mark.parametrize(
    "brand, layouts",
    [
        ("kleinstadtniveau", {"bingo-quer": 1, "bingo-a6": 4}),
        # In a usual run real/ sets each of them with longer ones.
        pytest.param("musterstadt", BOARDS, marks=pytest.mark.thorough),
        pytest.param("musterstadt", HANDOUTS, marks=pytest.mark.thorough),
    ],
    ids=["light", "boards", "handouts"],
)
def test_long_links_and_a_long_name_fit_every_layout(project, brand: str, layouts):
    assert len(NAME) == 45 and len(LINK) - len("https://") >= 60
    _long(project, brand)
    plan = _plan(project, _items(layouts), brand)
    context = BuildContext.begin(plan, plan.project.build / "finished", WorkerPool(1))
    for product in plan.products:
        set_ = set_product(context, product)
        assert _faults(plan, product, set_.facts) == []
        for n, page in enumerate(_pages(finish_product(context, set_).path), 1):
            assert text_over_text(page) == [], f"{product.id}, page {n}"
            left, bottom, right, top = page.get_trimbox()
            slug = bottom  # the slug line stands below the trim
            out = [
                word
                for word, _, box in words(page)
                if box[3] > slug and (box[0] < left or box[2] > right or box[1] < bottom or box[3] > top)
            ]
            assert out == [], f"{product.id}, page {n}: outside the trim"


def test_text_over_text_is_seen(tmp_path: Path, project):
    """The eye of these tests: a second line over the first is told."""
    edit(
        project / "templates/layouts/plakat.typ",
        r"^  _foot\(job, brand\)",
        "  _foot(job, brand)\n  place(dx: 13mm, dy: 9.5mm, [Darüber gesetzt])",
    )
    plan = _plan(project, [{"layout": "plakat"}])
    (page,) = _pages(finished(plan, plan.products[0]))
    assert any("gesetzt" in pair or "Darüber" in pair for pair in text_over_text(page))


@pytest.mark.parametrize(
    "layout, letters",
    [("bingo-gross", 200), ("karten", 150)],
)
def test_an_address_too_long_is_refused_where_it_is_written(project, layout: str, letters: int):
    path = "/".join(["verzeichnis"] * 40)
    _long(project, link=f"https://probefunk.example/{path}"[:letters])
    plan = _plan(project, _items({layout: 1} if layout in BOARDS else (layout,)))
    line = 1 + (project / "content/podcast.yaml").read_text(encoding="utf-8").splitlines().index(
        f"link: {f'https://probefunk.example/{path}'[:letters]}"
    )
    told = [text for text in _refusals(plan) if "the address" in text]
    assert told and re.fullmatch(
        rf"content/podcast\.yaml:{line}: the address probefunk\.example/\S+ runs \d+\.\d pt "
        rf"over the [a-z ]+ of `{layout}`, "
        r"set in [\d.]+ pt; use a shorter one, by a redirect for example",
        told[0],
    ), told


@pytest.mark.parametrize("letters, fits", [(AT, True), (AT + 1, False)])
def test_an_address_that_just_fits_and_one_that_just_does_not(project, letters: int, fits: bool):
    """Nothing breaks a name: the longest that has room beside the code of a large-print sheet, and a letter more."""
    edit(project / "content/podcast.yaml", r"^link: .*", f"link: https://probefunk.example/{'x' * letters}")
    assert (_refusals(_plan(project, [{"layout": "bingo-gross", "boards": 1}])) == []) is fits


@pytest.mark.parametrize(
    "find, put, file, told",
    [
        ("^name: .*", "name: " + "W" * 60, "assets/brands/musterstadt/brand.yaml", "`name`"),
        (
            "^free_cell: .*",
            f"free_cell: {'Donaudampfschifffahrt' * 4}",
            "content/texts.yaml",
            "`free_cell`",
        ),
    ],
)
def test_a_text_too_long_for_a_board_is_refused_at_the_command_line(project, find: str, put: str, file: str, told: str):
    edit(project / file, find, put)
    order(project, [{"layout": "bingo-5x5", "boards": 1}], brand="musterstadt")
    done = command(project, "build", "--order", "probe", "--edition", "print")
    assert done.returncode == 2 and not (project / "build/probe").exists()
    assert re.search(
        rf"^{re.escape(file)}:\d+: {told} runs \d+\.\d pt over the [a-z ]+ of `bingo-5x5`, set in [\d.]+ pt; ",
        done.stderr,
        re.M,
    ), done.stderr


@pytest.mark.parametrize("edition", ["print", "office"])
def test_a_word_too_long_for_the_free_cell_is_hyphenated(project, edition: str):
    """A name is neither refused there nor set so small that nobody reads it."""
    _long(project)
    order(project, [{"layout": "bingo-5x5", "boards": 1}], brand="musterstadt")
    plan = make_plan(Project.at(project), ORDER, Overrides(), (edition,))
    facts = facts_of(plan, plan.products[0])
    assert _faults(plan, plan.products[0], facts) == []
    assert min(fact.size for fact in facts.fits if fact.text == "name") >= 9


@pytest.mark.parametrize("key, line", [("podcast about", "about"), ("credit 0", "credit"), ("sheet", "sheet")])
def test_every_kind_of_text_has_its_place(project, key: str, line: str):
    """Facts as templates leave them: the file and the line they lead to."""
    plan = _plan(project, [{"layout": "bingo-3x3", "boards": 1}])
    facts = facts_of(plan, plan.products[0])
    one = facts.fits[0].model_copy(update={"phrase": None, "text": key, "over": 3.0})
    (problem,) = overflows(plan, plan.products[0], [one])
    file, number = problem.where.rsplit(":", 1)
    assert (project / file).read_text(encoding="utf-8").splitlines()[int(number) - 1].startswith(f"{line}:")


@pytest.mark.parametrize(
    "address",
    [
        "www.kommune.example/folge/zeit",
        "www.verwaltungsgemeinschaft-oberes-tal.example/rathaus/aktuelles/newsletter-anmeldung",
        "bürgerhaus.example/a/2026/11/der-lange-titel-einer-folge",
    ],
)
def test_an_address_breaks_at_its_signs(project, address: str):
    """Never behind „www.“, never before a stump, and never with a sign of its own."""
    link = f"https://{address}".replace("ü", "ue")
    edit(project / "content/podcast.yaml", r"^link: .*", f"link: {link}")
    plan = _plan(project, [{"layout": "bingo-quer", "boards": 1}])
    (page,) = _pages(finished(plan, plan.products[0]))
    text = page.get_textpage().get_text_range().replace("\ufffe", "-")  # what pdfium makes of a hyphen at a line's end
    shown = link.removeprefix("https://")
    spaced = re.search(r"\s*".join(map(re.escape, shown)), text)
    assert spaced, text
    lines = spaced[0].split()
    assert "".join(lines) == shown
    assert all(part[-1] in "/.-" for part in lines[:-1]) and lines[0] != "www."
    assert all(len(part.strip("/.-")) >= 4 for part in lines)
