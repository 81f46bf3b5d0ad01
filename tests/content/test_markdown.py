"""The Markdown export: whatever a text holds, Markdown shows that text, in the paragraph it stands in."""

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic_core import PydanticCustomError
from tools import ROOT

from press.content.content import load_content
from press.content.markdown import Sender, _plain, arguments
from press.paths import Project
from press.schema.values import clean

MARKS = st.text("ab1 .)(+-*_#<>&;:\\`~[]!|=\"'/{}„“–\u00a0\u00ad", max_size=30)


def seen(text: str) -> str:
    """A text as its readers see it: spaces are spaces, hyphenation is nobody's business."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").replace("\u00a0", " ")).strip()


@given(text=MARKS)
@example("12. Mai")
@example("12) Mai")
@example("&lt;b&gt; &amp; &#65;")
@example("---")
@example("- a")
@example("+")
@example("=")
@example("![a](b)")
def test_a_text_is_shown_as_it_is(text: str):
    try:
        text = clean(text)
    except PydanticCustomError:
        return
    shown = MarkdownIt().render(f"Davor\n\n{_plain(text)}\n\nDanach\n")
    inside = re.fullmatch(r"<p>Davor</p>\n(?:<p>(.*)</p>\n)?<p>Danach</p>\n", shown)
    assert inside and seen(html.unescape(inside[1] or "")) == seen(text), shown


def test_links_stand_on_words_and_the_sender_is_named():
    project = Project.at(ROOT)
    content = load_content(project, ("kleinstadtniveau",))
    sender = Sender("Gemeinde *Seedorf*", "https://example.org/seedorf", ("Rathaus", "Telefon 0123"), "V. i. S. d. P.")
    shown = MarkdownIt().render(arguments(content, sender))
    links = re.findall(r'<a href="([^"]+)">(.*?)</a>', shown)
    assert links and not [words for _, words in links if "://" in words or "example.org" in words]
    assert ("https://example.org/seedorf", "Gemeinde *Seedorf*") in links
    assert "<li>Rathaus</li>\n<li>Telefon 0123</li>" in shown and "V. i. S. d. P." in shown


def test_a_sender_of_a_name_alone():
    shown = arguments(load_content(Project.at(ROOT), ("zugabe",)), Sender("Seedorf", "https://example.org/seedorf"))
    assert shown.endswith("[Seedorf](<https://example.org/seedorf>)\n")
