"""Alternative texts: every figure has one, and a code's names its link."""

from collections import Counter
from collections.abc import Iterator

from press.content.typography import readable_link
from press.language.message import Message, _
from press.preflight.document import Document

CODE = "alternatives"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Who cannot see a code needs to know where it leads."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    figures = [element for element in document.elements if element.kind == "Figure"]
    fix = _("draw codes through the shared part `code`, logos through `wordmark`")
    for number, figure in enumerate(figures, 1):
        if not figure.alt.strip():
            yield None, _("figure {number} has no alternative text", number=number), fix
    wanted = Counter(document.expected.described_links)
    for link, count in wanted.items():
        naming = sum(readable_link(link) in figure.alt for figure in figures)
        if naming < count:
            yield (
                None,
                _(
                    "{count} codes lead to {link}, {naming} alternative texts name it",
                    count=count,
                    link=link,
                    naming=naming,
                ),
                fix,
            )
