"""Links and fields: each says in words where it leads, or what is to be filled in."""

from collections import Counter
from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "link-words"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "An address read letter by letter tells nobody where a link leads (ISO 14289-1, 7.18.5; WCAG 2.2, 2.4.4)."

FIX = _("name its target in press/links/link_wording.py, or its field in the layout")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    fields = Counter[str]()
    for part in document.spoken:
        for note in part.annotations:
            words = str(note.get("/Contents" if part.kind == "Link" else "/TU", ""))
            if part.kind == "Form":
                fields[words] += 1
            if (" " not in words.strip() and "://" in words) or not words.strip() or _is_garbled(words):
                yield None, _("a {kind} says {words!r}", kind=part.kind.lower(), words=words), FIX
    for words, count in fields.items():
        if count > 1:
            yield None, _("{count} fields are called {words!r}", count=count, words=words), FIX


def _is_garbled(words: str) -> bool:
    """Whether letters of UTF-8 were taken for those of PDFDocEncoding, which no text string tells apart by itself."""
    if "\ufffd" in words:  # what stands for a byte that is no letter there
        return True
    try:
        return words.encode("pdfdoc").decode("utf-8") != words
    except UnicodeError:
        return False
