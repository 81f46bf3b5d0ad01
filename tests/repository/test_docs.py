"""The documentation: what it lists is what the code says of itself, and every link leads somewhere."""

import re
from inspect import signature

import pytest
import yaml
from invoke.tasks import Task
from markdown_page import Page, name, pages
from pydantic import BaseModel
from tools import ROOT, press

import tasks
from bench.gallery import FOLDER
from bench.lanes import lanes
from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.bingo.odds import GAMES, MOST_BOARDS, odds
from press.brand.brand import Brand, Colour, Colours, Fonts, Logos
from press.brand.faces import installed_faces
from press.brand.logo import pdf_limits, raster, svg
from press.colour.icc_profile import BUNDLED, load_profile
from press.colour.icc_profile import MAX_BYTES as PROFILE_BYTES
from press.content import content
from press.delivery import filenames
from press.errors import Exit
from press.finishing.edition import edition_of
from press.finishing.print_edition import STANDARDS
from press.order.items import MOST_FILES, OFFICE_BOARDS
from press.order.layouts import Layout, load_layouts
from press.order.options import declared
from press.order.order import MAX_BOARDS, MAX_DECKS, MAX_ITEMS, MAX_SEED, Delivery, Item, Order
from press.order.plan import make_plan
from press.paths import Project
from press.pdf.page_boxes import BLEED_MM, MM, SLUG_MM
from press.preflight.expected import SAFE_MM
from press.preflight.runner import load_checks
from press.schema import validation, yaml_source
from press.system.signals import BY_SIGNAL

PROJECT = Project.at(ROOT)
ALL = pages()
DOCS = [page for page in ALL if page.name.startswith("docs/")]
LAYOUTS = load_layouts(PROJECT, PROJECT.layout_names())
CHECKS = {check.CODE: check for edition in ("print", "office") for check in load_checks(edition)}
MADE = "gemeinde-seedorf"  # by the examples
KEY = ("key", "default", "what it takes")


def by_name(rows: list[list[str]]) -> dict[str, list[str]]:
    """The rows of a table by the name in their first cell, which occurs once."""
    found = {name(first): rest for first, *rest in rows}
    assert len(found) == len(rows)
    return found


def keys(model: type[BaseModel]) -> dict[str, str]:
    """What may be written, with the default as a table tells it; empty for one that is described."""
    return {
        field.alias or key: "needed"
        if field.is_required()
        else str(field.default)
        if isinstance(field.default, int | str)
        else ""
        for key, field in model.model_fields.items()
    }


def under(page: Page, heading: str) -> Page:
    """A part of a page, as one."""
    part = Page(page.name)
    part.prose = page.prose.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return part


def assert_keys(rows: list[list[str]], model: type[BaseModel], **told: str) -> None:
    """The table has every key of the model and no other; `told` are defaults that are not the model's alone."""
    found = {key: default.strip("`").lower() for key, (default, _) in by_name(rows).items()}
    wanted = keys(model)
    assert set(found) == set(wanted)
    for key, default in wanted.items():
        if expected := told.get(key.replace("-", "_"), default.lower()):
            assert found[key] == expected, key


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in page.links():
        if not target.startswith("https://"):
            file, anchor = page.to(target)
            assert file.exists(), target
            assert not anchor or anchor in Page(file.relative_to(ROOT).as_posix()).anchors(), target


def test_every_page_is_found_from_the_readme():
    found, left = {ROOT / "README.md"}, [Page("README.md")]
    while left:
        page = left.pop()
        for file in {page.to(target)[0] for target in page.links() if target.split("#")[0].endswith(".md")} - found:
            found.add(file)
            left.append(Page(file.relative_to(ROOT).as_posix()))
    assert found == {page.path for page in ALL}


def test_the_index_lists_every_page():
    listed = {target for target in Page("docs/README.md").links() if "/" not in target}
    assert listed == {page.path.name for page in DOCS} - {"README.md"}


def test_no_sentence_stands_twice():
    """Of more than eight words: shorter ones may be a phrase of the trade."""
    first: dict[str, str] = {}
    for page in ALL:
        prose = re.sub(r"^\|.*$", "", page.prose, flags=re.MULTILINE)
        sentences = [" ".join(part.split()) for part in re.split(r"(?<=[.:!?])\s+(?=[A-Z`*])|\n\n", prose)]
        for sentence in sentences:
            if len(sentence.split()) > 8:
                assert sentence not in first, f"{page.name} and {first[sentence]}: {sentence}"
                first[sentence] = page.name


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_every_command_and_file_that_is_named_is_there(page):
    known = {task.name for task in vars(tasks).values() if isinstance(task, Task)}
    assert set(re.findall(r"`invoke ([a-z]+)", page.text)) <= known
    paths = re.findall(r"`((?:press|templates|content|assets|tests|bench|docs)/[\w./-]*[\w/])`", page.prose)
    there = [ROOT, page.path.parent]
    missing = [path for path in paths if not any((folder / path).exists() for folder in there)]
    assert [path for path in missing if MADE not in path] == []


# commands.md


def test_every_command_is_listed_with_its_options():
    listed = {
        re.match(r"`invoke ([a-z]+)", command)[1]: set(re.findall(r"--[a-z-]+", options))
        for command, _, options in Page("docs/commands.md").table("command", "does", "options")
    }
    there = {
        task.name: {f"--{key.replace('_', '-')}" for key in list(signature(task.body).parameters)[1:]}
        - {"--sheet-id", "--name"}
        for task in vars(tasks).values()
        if isinstance(task, Task)
    }
    assert listed == there


def test_every_exit_code_is_listed():
    listed = [int(code) for code, _ in Page("docs/commands.md").table("code", "means")]
    assert listed == [*map(int, Exit), BY_SIGNAL + 2, BY_SIGNAL + 15]


def test_every_file_of_an_order_is_listed():
    listed = {name.strip("`") for name, _ in Page("docs/commands.md").table("file", "what it is")}
    folders = {filenames.PROOF, filenames.COMPARE, filenames.PREVIEWS}
    named = {value for key, value in vars(filenames).items() if key.isupper() and isinstance(value, str)}
    products = {"<order>.zip", "print/<product>.pdf", "office/<product>.pdf"}
    assert listed == {f"{name}/" if name in folders else name for name in named} | products


# content.md, orders.md, brands.md


def test_every_key_of_a_phrase_is_listed_with_its_limit():
    rows = by_name(Page("docs/content.md").table("key", "what it is", "at most"))
    assert set(rows) == set(content.Phrase.model_fields)
    assert rows["board"][1] == f"{content.BOARD_CHARACTERS} characters"
    assert (rows["short"][1], rows["long"][1]) == (f"{content.SHORT_WORDS} words", f"{content.LONG_WORDS} words")
    assert f"at most {validation.MAX_LINK} characters" in Page("docs/content.md").text.replace("\n", " ")


def test_every_key_of_an_order_is_listed():
    page = Page("docs/orders.md")
    assert_keys(under(page, "Keys of an order").table(*KEY), Order)
    assert_keys(under(page, "Keys of an item").table(*KEY), Item)
    assert_keys(under(page, "Delivery").table(*KEY), Delivery)
    order, item = (by_name(under(page, f"Keys of an {what}").table(*KEY)) for what in ("order", "item"))
    assert f"1 to {MAX_DECKS} decks" in order["decks"][1] and f"1 to {MAX_ITEMS} items" in order["items"][1]
    assert f"1 to {MAX_BOARDS:,}" in item["boards"][1] and f"at most {MOST_FILES} files" in item["boards_per_file"][1]
    assert f"up to {OFFICE_BOARDS}\nboards" in page.text


def test_the_example_of_an_order_holds_and_shows_every_key(project):
    text = Page("docs/orders.md").example("yaml", "about: ")
    (project / "content/orders/beispiel.yaml").write_text(text, encoding="utf-8")
    assert len(make_plan(Project.at(project), "beispiel").products) == 8
    order = yaml.safe_load(text)
    assert set(order) == set(Order.model_fields) - {"colours"}
    assert {key for item in order["items"] for key in item} >= set(Item.model_fields)


def test_every_key_of_a_brand_is_listed():
    page = Page("docs/brands.md")
    tables = [
        rows for rows in re.findall(r"(?:^\|.*\n)+", page.prose, re.MULTILINE) if rows.startswith("| key | default")
    ]
    rows = [[[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]] for table in tables]
    assert_keys(rows[0], Brand)
    assert_keys(rows[1], Logos)
    assert set(by_name(page.table("role", "is for", "must be"))) == {
        f.alias or n for n, f in Colours.model_fields.items()
    }
    assert set(by_name(page.table("key of a colour", "default", "what it takes"))) == set(Colour.model_fields)
    assert set(by_name(page.table("key", "is for"))) == set(Fonts.model_fields)


def test_limits_of_logos_and_fonts_are_told():
    text = Page("docs/brands.md").text
    assert f"{svg.MAX_POINTS:,} points" in text and f"{pdf_limits.MAX_INSTRUCTIONS:,} instructions" in text
    assert f"{raster.MAX_PIXELS // 1_000_000} million pixels" in text
    assert all(f"`{family}`" in text for family in installed_faces())


# layouts.md


def test_every_layout_is_listed_with_what_it_says_of_itself():
    rows = by_name(
        Page("docs/layouts.md").table("layout", "what it is", "sheet, then cut or folded to (mm)", "options")
    )
    assert set(rows) == set(LAYOUTS)
    for layout, (about, sizes, options) in rows.items():
        said = LAYOUTS[layout]
        assert about == said.about and options == (", ".join(declared(said)) or "–")
        assert sizes == ", ".join(f"{width:g} × {height:g}" for width, height in filter(None, (said.trim, said.final)))


def test_every_fact_and_option_of_a_layout_is_listed():
    page = Page("docs/layouts.md")
    facts = {
        key: default.strip("`") for key, (default, _) in by_name(page.table("key", "default", "what it says")).items()
    }
    assert facts.keys() == keys(Layout).keys() - {"name"}
    assert all(facts[key] == default for key, default in keys(Layout).items() if default and key in facts)
    shared = set.union(*(set(declared(layout)) - set(layout.options) for layout in LAYOUTS.values()))
    assert set(by_name(page.table("option", "which layouts have it", "what it takes"))) == shared


def test_the_example_of_a_layout_holds(project):
    source = Page("docs/layouts.md").example("typst", "#import")
    (project / "templates/layouts/bingo-3x5.typ").write_text(source, encoding="utf-8")
    (project / "content/orders/beispiel.yaml").write_text(
        "about: x\nbrand: kleinstadtniveau\ndecks: [kleinstadtniveau, zugabe]\nitems: [{layout: bingo-3x5, boards: 2}]\n",
        encoding="utf-8",
    )
    done = press(project, "build", "--order", "beispiel")
    assert done.returncode == 0, done.stderr


# preflight.md, editions.md


def test_every_check_is_listed_with_its_editions_and_why():
    rows = by_name(Page("docs/preflight.md").table("code", "guards", "limit", "edition", "why"))
    placeholder = rows.pop("placeholder")
    assert placeholder[2] == "–" and set(rows) == set(CHECKS)
    for code, (_, _, edition, why) in rows.items():
        check = CHECKS[code]
        assert edition == ("both" if len(check.EDITIONS) == 2 else check.EDITIONS[0]), code
        assert why == check.RATIONALE and check.SEVERITY == "error", code


def of(code: str, limit: str) -> str:
    """A limit told with the constants of a check."""
    return limit.format(**vars(CHECKS[code]))


LIMITS = {
    "boxes": f"{CHECKS['boxes'].TOLERANCE_PT / MM:g} mm",
    "bleed": f"{BLEED_MM:g} mm",
    "safe-area": f"{SAFE_MM['print']:g} mm in print, {SAFE_MM['office']:g} mm in the office",
    "codes": of("codes", "read at {DPI} dpi; ")
    + f"{CHECKS['codes'].LIGHT * 100:g} % lighter ground (ISO/IEC 15415); "
    + of("codes", "{QUIET_ZONE} modules of quiet zone (ISO/IEC 18004)"),
    "code-print": of("code-print", "{MIN_SIDE_MM:g} mm a side, modules of {MIN_MODULE_MM:g} mm"),
    "ink": f"{load_profile(PROJECT, BUNDLED, 'test').ink_limit:.0f} % with the bundled profile",
    "type-size": of("type-size", "{LEAST_PT:g} pt"),
    "hairline": of("hairline", "{LEAST_PT:g} pt"),
    "image-resolution": of("image-resolution", "{TONE_DPI} dpi, line art {LINE_DPI} dpi"),
    "pdfx": f"PDF {STANDARDS[0]}",
    "headings": of("headings", "over {BOOKMARKS_OVER} pages"),
    "language": of("language", "`{LANGUAGE}`"),
    "contrast": of("contrast", "{TEXT:g}:1, and {LARGE:g}:1 from {LARGE_PT:g} pt on"),
}


def test_limits_of_checks_are_those_they_hold():
    rows = by_name(Page("docs/preflight.md").table("code", "guards", "limit", "edition", "why"))
    assert {code: row[1] for code, row in rows.items() if row[1] != "–"} == LIMITS


def test_samples_of_checks_are_those_they_take():
    rows = Page("docs/preflight.md").table("check", "pages of the sample")
    assert {name(first.split(" (")[0]): int(pages) for first, pages in rows} == {
        code: check.SAMPLE for code, check in CHECKS.items() if hasattr(check, "SAMPLE")
    }


def test_editions_are_told_as_they_are():
    rows = {first: rest for first, *rest in Page("docs/editions.md").table("", "print", "office")}
    (of_print, of_office) = (
        edition_of(next(p for p in make_plan(PROJECT, "standard", editions=(name,)).products))
        for name in ("print", "office")
    )
    assert rows["bleed"] == [f"{of_print.bleed:g} mm", "none"] and of_office.bleed == 0
    assert rows["around the page"][0].startswith(f"{SLUG_MM:g} mm")
    assert [cell.split(" mm")[0] for cell in rows["kept free of text"]] == [
        f"{SAFE_MM[name]:g}" for name in ("print", "office")
    ]
    assert {layout.name for layout in LAYOUTS.values() if layout.no_office} == {"bingo-a6"}


# dealing.md, limits.md, speed.md


def test_the_figures_of_small_pools():
    grids = {"3 × 3": Grid(3, 3), "3 × 4": Grid(4, 3), "4 × 4": Grid(4, 4), "5 × 5, free cell": Grid(5, 5, True)}
    page = Page("docs/dealing.md")
    rows = page.table(
        "phrases", "layout", "sets of phrases", "first bingo after (nine of ten rounds)", "two or more at the same call"
    )
    assert len(rows) == 5 and f"{GAMES} simulated rounds" in page.text and f"first {MOST_BOARDS} of them" in page.text
    for phrases, layout, sets, first, shared in rows:
        told = odds(Deal(tuple(f"p{n}" for n in range(int(phrases))), grids[layout], 2026), 24)
        assert (sets, first, shared) == (
            f"{told.sets:,}",
            f"{told.calls} calls ({told.calls_low} to {told.calls_high})",
            f"{told.shared:.0%}".replace("%", " %"),
        )


def test_numbers_are_those_of_the_code():
    rows = {what: int(most.replace(",", "")) for what, most in Page("docs/limits.md").table("what", "at most")}
    assert rows == {
        "phrases of a deck": content.Deck.model_fields["phrases"].metadata[-1].max_length,
        "episodes of the podcast": content.MAX_EPISODES,
        "number of an episode": content.MAX_NUMBER,
        "allowed hosts": content.MAX_HOSTS,
        "seed": MAX_SEED - 1,
        "bytes of a YAML file": yaml_source.MAX_BYTES,
        "keys and values of a YAML file": yaml_source.MAX_VALUES,
        "bytes of an output profile": PROFILE_BYTES,
        "mistakes told of one file": validation.MAX_TOLD,
    }


def test_every_lane_of_the_bench_is_listed():
    rows = by_name(Page("docs/speed.md").table("lane", "what it does", "leaves out"))
    assert rows == {lane.name: [lane.about, lane.lacks] for lane in lanes()}


def test_ratios_are_those_of_the_picture():
    page = Page("docs/speed.md")
    told = set(re.findall(r"([\d.]+) ×", page.text.split("\n## ")[0]))
    picture = (ROOT / FOLDER / "speed.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r">([\d.]+) ×(?: at [\d,]+ boards)?</text>", picture))
    assert len(told) >= 5 and told - drawn == {"0.22"}  # at 100 boards, which the picture does not show


def test_every_picture_is_shown():
    shown = {page.to(target)[0] for page in ALL for _, target in page.pictures()}
    assert shown == set((ROOT / FOLDER).iterdir())
