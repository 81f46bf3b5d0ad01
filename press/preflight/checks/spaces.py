"""Spaces: the words of a text part from each other to whom hears them, wherever its lines end on the page."""

from collections import defaultdict
from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.meaning import bare

CODE = "spaces"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "The text of a line must not run into the next (ISO 32000-1, 14.8.2.5): „Und wassagst dudann?“"


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    meant: dict[str, set[str]] = defaultdict(set)
    for text in map(bare, document.expected.meaning.texts):
        meant[_letters(text)].add(text)
    for said in dict.fromkeys(bare(part.said) for part in document.spoken if part.read):
        if said not in (texts := meant.get(_letters(said), {said})):
            yield (
                None,
                _("„{text}“ is read as „{said}“", text=min(texts), said=said),
                _("end each line with a space: `joined-lines`, `spoken-space`"),
            )


def _letters(text: str) -> str:
    return text.replace(" ", "")
