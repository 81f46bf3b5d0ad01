"""The Markdown export: whatever a text holds, Markdown shows that text, in the paragraph it stands in."""

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic_core import PydanticCustomError

from press.content.markdown import _plain
from press.schema.validation import clean

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
