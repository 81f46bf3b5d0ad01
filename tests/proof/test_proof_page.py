"""The page as files: status, links, escaping, the same bytes again, size."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from proof_probe import EVIL, Press, read
from tools import files

from press.build.build import BuildResult

MOST_BYTES = 6_000_000  # of page and pictures
MOST_SECONDS = 1.0  # of this process, for everything but the pictures


class Links(HTMLParser):
    """What a page links to or loads, its ids, and every attribute's name."""

    def __init__(self, text: str):
        super().__init__()
        self.targets, self.ids, self.names = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            self.names.add(name)
            if name in ("href", "src"):
                self.targets.append(value)
            elif name == "id":
                self.ids.append(value)


@pytest.fixture(params=["draft", "refused"])
def folder(request) -> Path:
    made = request.getfixturevalue(request.param)
    return made if isinstance(made, Path) else made.folder


def test_every_relative_link_leads_to_a_file_of_the_folder(folder):
    page = Links(read(folder))
    for target in page.targets:
        parts = urlsplit(target)
        if parts.scheme in ("https", "data"):
            continue
        assert not parts.scheme and not parts.netloc, target
        if not parts.path:
            assert parts.fragment in page.ids, target
            continue
        file = (folder / unquote(parts.path)).resolve()
        assert file.is_relative_to(folder.resolve()) and file.is_file(), target
    for target in re.findall(r'url\("([^"]+)"\)', (folder / "proof" / "brand.css").read_text()):
        assert (folder / "proof" / target).is_file(), target


def test_only_links_to_click_leave_the_folder(folder):
    loaded = re.findall(r'<(?:script|img|link|source|iframe)[^>]*(?:src|href)="([^"]+)"', read(folder))
    assert loaded and not [target for target in loaded if target.startswith(("http", "//"))]


def test_ids_are_unique_and_nothing_is_handled_inline(folder):
    page = Links(read(folder))
    assert len(page.ids) == len(set(page.ids))
    assert not [name for name in page.names if name.startswith("on")]


def test_no_path_of_the_machine_is_in_any_text(folder, press: Press):
    for name, data in files(folder).items():
        if name.endswith((".html", ".js", ".css", ".json")):
            assert str(press.project.root).encode() not in data, name


def test_phrases_of_markup_are_never_markup(draft: BuildResult):
    everything = files(draft.folder)
    for text in EVIL:
        for name in (name for name in everything if name.endswith(".html")):
            assert text.encode() not in everything[name], name
    assert json.loads(_argument(everything["proof/data.js"], "pressData"))["phrases"].count(EVIL[0]) == 1


def test_phrases_of_markup_are_escaped_where_they_changed(own_press: Press):
    own_press.order("probe", "layout: plakat")
    own_press.remake("probe")
    deck = own_press.project.deck("kleinstadtniveau")
    own_press.edit(deck, ("Fang klein an:", f"Fang {EVIL[0]} {EVIL[1]} klein an:"))
    own_press.edit(own_press.project.texts, ("title: Bullshit Bingo", "title: <b>Bullshit</b> & Bingo"))
    built = own_press.remake("probe")
    script = (built.folder / "compare" / "compare.js").read_text()
    assert "<script>" not in script and "<img src=x" not in script
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in script
    page = read(built.folder)
    assert "<b>Bullshit</b>" not in page and "&lt;b&gt;Bullshit&lt;/b&gt; &amp; Bingo" in page


def test_the_same_order_gives_the_same_bytes_with_and_without_an_earlier_build(own_press: Press):
    own_press.order("probe", "layout: bingo-3x3, boards: 3", "layout: plakat")
    first = files((built := own_press.remake("probe")).folder)
    (built.folder / "manifest.json").unlink()  # so that nothing can be taken over, but still be compared with
    second = files(own_press.remake("probe").folder)
    differ = {name for name in {*first, *second} if first.get(name) != second.get(name)}
    assert differ == {"compare/compare.js"}
    manifest = json.loads(second["manifest.json"])
    assert set(manifest["outputs"]) == {
        name for name in second if not name.startswith("compare/") and name != "manifest.json"
    }


def test_products_that_are_taken_over_give_the_same_page(own_press: Press):
    own_press.order("probe", "layout: bingo-3x3, boards: 3, link: episode", "layout: argumente", "layout: plakat")
    fresh = files(own_press.remake("probe").folder)
    own_press.order(
        "probe", "layout: bingo-3x3, boards: 3, link: episode", "layout: argumente", "layout: plakat, copies: 9"
    )
    own_press.remake("probe")
    own_press.order("probe", "layout: bingo-3x3, boards: 3, link: episode", "layout: argumente", "layout: plakat")
    built = own_press.remake("probe")
    assert len(built.made) < 3
    again = files(built.folder)
    assert {name for name in {*fresh, *again} if fresh.get(name) != again.get(name)} == {"compare/compare.js"}


def test_nothing_to_do_leaves_the_page_and_what_changed_last(own_press: Press):
    own_press.order("probe", "layout: plakat")
    own_press.remake("probe")
    own_press.order("probe", "layout: plakat, copies: 7")
    before = files(own_press.remake("probe").folder)
    built = own_press.remake("probe")
    assert built.comparison is None and files(built.folder) == before


def test_page_and_pictures_stay_small(draft: BuildResult):
    size = sum(
        len(data)
        for name, data in files(draft.folder).items()
        if name.startswith(("previews/", "proof/")) or name == "index.html"
    )
    assert size < MOST_BYTES


def test_the_page_is_written_in_less_than_a_second(timed_draft: tuple[BuildResult, float]):
    assert 0 < timed_draft[1] < MOST_SECONDS


def _argument(script: bytes, function: str) -> str:
    return script.decode().strip().removeprefix(f"{function}(").removesuffix(");")
