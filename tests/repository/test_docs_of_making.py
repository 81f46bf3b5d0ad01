"""The pages for whoever prints tell checks, limits, figures and lanes as the code has them."""

import re
from inspect import getsource

from markdown_page import Page, by_name, name
from tools import ROOT

from bench.gallery import FOLDER
from bench.lanes import lanes
from press import names
from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.bingo.odds import GAMES, MOST_BOARDS, odds
from press.colour.printing_condition import BUNDLED, load_profile
from press.colour.printing_condition import MAX_BYTES as PROFILE_BYTES
from press.content import content, podcast
from press.finishing.registry import EDITIONS, edition_of
from press.layouts.layout_loading import load_layouts
from press.order.options import MAX_TEXT
from press.order.order import MAX_SEED, Order
from press.order.plan import make_plan
from press.paths import Project
from press.pdf.graphics.painting import LARGE_PT
from press.pdf.page_boxes import MM, SLUG_MM
from press.preflight.overlaps import TOUCH_PT
from press.preflight.runner import load_checks
from press.schema import validation, values, yaml_source, yaml_syntax
from press.typst_engine.templates import MAX_BYTES as TEMPLATE_BYTES
from press.typst_engine.templates import read_templates

PROJECT = Project.at(ROOT)
CHECKS = {check.CODE: check for edition in ("print", "office") for check in load_checks(edition)}


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
    "bleed": "{.ge:g} to {.le:g} mm, as ordered".format(*Order.model_fields["bleed"].metadata),
    "safe-area": f"{EDITIONS['print'].safe:g} mm in print, {EDITIONS['office'].safe:g} mm in the office",
    "overlap": f"{TOUCH_PT:g} pt, measured on the ink of glyphs",
    "codes": of("codes", "read at {DPI} dpi; ")
    + f"{CHECKS['codes'].LIGHT * 100:g} % lighter ground (ISO/IEC 15415); "
    + of("codes", "{QUIET_ZONE} modules of quiet zone (ISO/IEC 18004)"),
    "code-print": of("code-print", "{MIN_SIDE_MM:g} mm a side, modules of {MIN_MODULE_MM:g} mm"),
    "ink": "{:.0f} % on coated paper, {:.0f} % on uncoated".format(
        *(load_profile(PROJECT, bundled, "test").ink_limit for bundled in BUNDLED)
    ),
    "overprint": f"areas knock out from {LARGE_PT / MM:.0f} mm on",
    "type-size": of("type-size", "{LEAST_PRINT_PT:g} pt in print, {LEAST_OFFICE_PT:g} pt in the office"),
    "reversed": of("reversed", "{LEAST_PT:g} pt on more than one ink, lines {LEAST_LINE_PT:g} pt"),
    "stems": of("stems", "{LEAST_MM:g} mm, reversed {LEAST_REVERSED_MM:g} mm"),
    "tints": f"{CHECKS['tints'].LEAST:.0%}".replace("%", " %"),
    "hairline": of("hairline", "{LEAST_PT:g} pt"),
    "image-resolution": of("image-resolution", "{TONE_DPI} dpi, line art {LINE_DPI} dpi"),
    "pdfx": f"PDF {EDITIONS['print'].standards[0]}",
    "headings": of("headings", "over {BOOKMARKS_OVER} pages"),
    "language": of("language", "`{LANGUAGE}`"),
    "contrast": of("contrast", "{TEXT:g}:1, and {LARGE:g}:1 from {LARGE_PT:g} pt on"),
}


def test_limits_of_checks_are_those_they_hold():
    rows = by_name(Page("docs/preflight.md").table("code", "guards", "limit", "edition", "why"))
    assert {code: row[1] for code, row in rows.items() if row[1] != "–"} == LIMITS


def test_samples_of_checks_are_those_they_take():
    rows = Page("docs/preflight.md").table("check", "pages of the sample", "and one of each kind")
    assert {name(first.split(" (")[0]): (int(pages), each) for first, pages, each in rows} == {
        code: (check.SAMPLE, "yes" if "sample_of_each(" in getsource(check) else "no")
        for code, check in CHECKS.items()
        if hasattr(check, "SAMPLE")
    }


def test_editions_are_told_as_they_are():
    rows = {first: rest for first, *rest in Page("docs/editions.md").table("", "print", "office")}
    (of_print, of_office) = (
        edition_of(next(p for p in make_plan(PROJECT, "standard", editions=(name,)).products))
        for name in ("print", "office")
    )
    (printed,), (shown,) = (
        {edition.geometry(product) for product in make_plan(PROJECT, "standard", editions=(name,)).products}
        for name, edition in (("print", of_print), ("office", of_office))
    )
    assert rows["bleed"][0].startswith(f"{printed.bleed:g} mm") and rows["bleed"][1] == "none" and shown.bleed == 0
    assert rows["around the page"][0].startswith(f"{printed.slug:g} mm") and printed.slug == SLUG_MM
    assert [cell.split(" mm")[0] for cell in rows["kept free of text"]] == [
        f"{EDITIONS[name].safe:g}" for name in ("print", "office")
    ]
    templates = read_templates(PROJECT)
    assert not [layout for layout in load_layouts(templates, templates.layouts).values() if layout.no_office]


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
        "characters of a name": names.LONGEST,
        "characters of a text, for each word it may have": values.LONGEST_WORD,
        "characters of a text that an item sets as an option": MAX_TEXT,
        "phrases of a deck": content.Deck.model_fields["phrases"].metadata[-1].max_length,
        "episodes of the podcast": podcast.MAX_EPISODES,
        "number of an episode": podcast.MAX_NUMBER,
        "allowed hosts": podcast.MAX_HOSTS,
        "seed": MAX_SEED - 1,
        "bytes of a YAML file": yaml_source.MAX_BYTES,
        "keys and values of a YAML file": yaml_syntax.MAX_VALUES,
        "bytes of an output profile": PROFILE_BYTES,
        "bytes of a file below `templates/`": TEMPLATE_BYTES,
        "mistakes told of one file": validation.MAX_REPORTED,
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
