"""The pages for editors list every key, option and limit of what they write."""

import re
from pathlib import Path

import yaml
from command import command
from markdown_page import Page, by_name
from pydantic import BaseModel
from tools import ROOT

from press.brand import font_files
from press.brand.brand import Brand, Colour, Colours, Fonts, Logos
from press.brand.faces import installed_faces
from press.brand.logo import logo, references
from press.brand.logo import picture_logo as raster
from press.brand.logo.pdf_reading import pdf_limits
from press.brand.logo.svg_reading import svg
from press.cli.listing import printed_by
from press.content import content
from press.content.papers import HEAVIEST, LIGHTEST, WantedPaper
from press.layouts.layout import Layout
from press.layouts.layout_loading import load_layouts
from press.links import redirect_folder, redirects
from press.order.items import MOST_FILES, OFFICE_BOARDS
from press.order.options import declared
from press.order.order import MAX_DECKS, MAX_ITEMS, Delivery, Order
from press.order.order_item import MAX_BOARDS, Item
from press.order.plan import make_plan
from press.paths import Project
from press.schema import values
from press.typesetting.qr_code import MIN_SIDE_MM, encode
from press.typst_engine.templates import read_templates

PROJECT = Project.at(ROOT)
TEMPLATES = read_templates(PROJECT)
LAYOUTS = load_layouts(TEMPLATES, TEMPLATES.layouts)
KEY = ("key", "default", "what it takes")


def keys(model: type[BaseModel]) -> dict[str, str]:
    """What may be written, with the default as a table tells it; empty for one that is described."""
    return {
        field.alias or key: "needed"
        if field.is_required()
        else str(field.default).lower()
        if isinstance(field.default, bool)
        else str(field.default)
        if isinstance(field.default, int | str)
        else ""
        for key, field in model.model_fields.items()
    }


def assert_keys(rows: list[list[str]], model: type[BaseModel]) -> None:
    """The table has every key of the model and no other, and tells defaults as they are."""
    found = {key: default.strip("`") for key, (default, _) in by_name(rows).items()}
    wanted = keys(model)
    assert set(found) == set(wanted)
    assert {key: found[key] for key, default in wanted.items() if default} == {k: v for k, v in wanted.items() if v}


# content.md, orders.md, brands.md


def test_every_key_of_a_phrase_is_listed_with_its_limit():
    rows = by_name(Page("docs/content.md").table("key", "what it is", "at most"))
    assert set(rows) == set(content.Phrase.model_fields)
    assert rows["board"][1] == f"{content.BOARD_CHARACTERS} characters"
    assert (rows["short"][1], rows["long"][1]) == (f"{content.SHORT_WORDS} words", f"{content.LONG_WORDS} words")
    assert f"at most {values.MAX_LINK} characters" in Page("docs/content.md").text.replace("\n", " ")


def test_every_key_of_an_order_is_listed():
    page = Page("docs/orders.md")
    assert_keys(page.under("Keys of an order").table(*KEY), Order)
    assert_keys(page.under("Keys of an item").table(*KEY), Item)
    assert_keys(page.under("Delivery").table(*KEY), Delivery)
    paper = by_name(page.under("Paper").table(*KEY))
    assert set(paper) == set(WantedPaper.model_fields) and f"{LIGHTEST} to {HEAVIEST}" in paper["weight"][1]
    order, item = (by_name(page.under(f"Keys of an {what}").table(*KEY)) for what in ("order", "item"))
    assert f"1 to {MAX_DECKS} decks" in order["decks"][1] and f"1 to {MAX_ITEMS} items" in order["items"][1]
    assert f"1 to {MAX_BOARDS:,}" in item["boards"][1] and f"at most {MOST_FILES} files" in item["boards_per_file"][1]
    assert f"up to {OFFICE_BOARDS}\nboards" in page.text


def test_the_example_of_an_order_holds_and_shows_every_key(project):
    text = Page("docs/orders.md").example("yaml", "about: ")
    (project / "content/orders/beispiel.yaml").write_text(text, encoding="utf-8")
    assert len(make_plan(Project.at(project), "beispiel").products) == 10
    order = yaml.safe_load(text)
    assert set(order) == set(Order.model_fields) - {"colours", "podcast"}  # none, or one that is somewhere else
    assert {key for item in order["items"] for key in item} >= set(Item.model_fields)


# links.md


def test_keys_of_links_are_told_with_their_limits_and_what_servers_are_given():
    page = Page("docs/links.md")
    rows = by_name(page.table("key", "where", "what it takes"))
    assert set(rows) == {"short", "key", "campaign"}
    assert f"at most {values.MAX_SHORT_ADDRESS} characters" in rows["short"][1]
    assert rows["key"][1].startswith(f"1 to {values.MAX_KEY} ")
    files = {Path(name.strip("`")).name for name, _ in page.table("file", "for")}
    assert files == {redirect_folder.UPLOAD, *(dialect.file for dialect in redirects.DIALECTS)}


def test_the_sizes_of_codes_are_those_they_have():
    for link, modules, of in Page("docs/links.md").table("link", "modules", "of"):
        length = int(re.search(r"up to (\d+)", link)[1])
        assert encode("x" * length).modules == int(modules) < encode("x" * (length + 1)).modules
        assert of == f"{MIN_SIDE_MM / int(modules):.2f} mm"


def test_every_key_of_a_brand_is_listed():
    page = Page("docs/brands.md")
    assert_keys(page.under("Keys of brand.yaml").table(*KEY), Brand)
    assert_keys(page.under("Logo").table(*KEY), Logos)
    assert set(by_name(page.table("role", "is for", "must be"))) == {
        f.alias or n for n, f in Colours.model_fields.items()
    }
    assert set(by_name(page.table("key of a colour", "default", "what it takes"))) == set(Colour.model_fields)
    assert set(by_name(page.table("key", "is for"))) == set(Fonts.model_fields)


def test_limits_of_logos_and_fonts_are_told():
    text = Page("docs/brands.md").text
    assert f"{svg.MAX_POINTS:,} points" in text and f"{pdf_limits.MAX_INSTRUCTIONS:,} instructions" in text
    assert f"{raster.MAX_PIXELS // 1_000_000} million pixels" in text
    assert f"larger than {logo.MAX_BYTES // 1_000_000} MB" in text and f"up to {svg.MAX_BYTES // 1_000_000} MB" in text
    assert f"At most {font_files.MAX_BYTES // 1_000_000} MB" in text and f"{references.MAX_RATIO} times as long" in text
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


def test_every_text_is_listed_with_what_prints_it():
    listed = {key: value for key, (value,) in by_name(Page("docs/texts.md").table("text", "printed by")).items()}
    assert listed == printed_by(TEMPLATES, LAYOUTS)


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
        "about: x\nbrand: kleinstadtniveau\ndecks: [kleinstadtniveau, zugabe]\n"
        "items: [{layout: bingo-3x5, boards: 2}]\n",
        encoding="utf-8",
    )
    done = command(project, "build", "--order", "beispiel")
    assert done.returncode == 0, done.stderr
