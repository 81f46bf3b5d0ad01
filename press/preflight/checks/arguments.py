"""Arguments: each sentence with an answer is one heading, and its answer comes right after it."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.spoken_text import Part
from press.preflight.document import Document
from press.preflight.meaning import Answer, bare

CODE = "arguments"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Who listens cannot look across the page: an answer read elsewhere answers nothing (Matterhorn 09-001)."

FIX = _("set sentence and answer in one `tagged` group, or one after the other")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    parts = [part for part in document.spoken if part.kind != "Document"]
    unread = any(part.is_heading and not part.read for part in parts)
    for answer in document.expected.meaning.answers:
        places = [place for place, part in enumerate(parts) if part.is_heading and _is_of(part, answer)]
        if not places and unread:
            continue  # it may stand on a page that is not in the sample
        if len(places) != 1:
            yield (
                None,
                _("the sentence {number} is {count} headings, not one", number=answer.number, count=len(places)),
                FIX,
            )
            continue
        below = list(_below(parts, places[0]))
        if not any(part.said == answer.short for part in below) and all(part.read for part in below):
            yield None, _("the answer to the sentence {number} does not come after it", number=answer.number), FIX


def _is_of(part: Part, answer: Answer) -> bool:
    return bare(part.said) == bare(answer.board)


def _below(parts: list[Part], place: int) -> Iterator[Part]:
    """What is read after a heading, up to the next one."""
    for part in parts[place + 1 :]:
        if part.is_heading:
            return
        yield part
