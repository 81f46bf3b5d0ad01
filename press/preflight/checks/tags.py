"""Tags: each says what its content is; nothing is left as templates marked it, no text lies loose."""

from collections.abc import Iterator

from pikepdf import Array

from press.finishing.tagging import MARK
from press.language.message import Message, _
from press.pdf.structure import Element
from press.preflight.document import Document

CODE = "tags"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Spans and divisions say nothing; paragraphs, lists and headings do (ISO 32000-1, 14.8.4)."

GROUPS = {"Document", "Part", "Sect", "TOC", "TOCI"}
KNOWN = GROUPS | {"P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"}
KNOWN |= {"Reference", "Link", "Form", "Figure", "Span", *(f"H{level}" for level in range(1, 7))}
LOOSE = {"Span", "Link", "Reference"}


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    fix = _("mend the layout, or press/finishing/tagging.py")
    seen = set()
    for element in document.elements:
        for fault in _faults(element):
            if fault not in seen:
                seen.add(fault)
                yield None, fault, fix


def _faults(element: Element) -> Iterator[Message]:
    if element.kind not in KNOWN:
        yield _("a tag of the kind {kind}", kind=element.kind)
    if element.alt.startswith(MARK):
        yield _("a mark {alt!r} that was not made a tag", alt=element.alt)
    for kid in element.kids:
        if element.kind in GROUPS - {"TOCI"} and kid.kind in LOOSE:
            yield _("a {kind} lies loose in a {group}", kind=kid.kind, group=element.kind)
    if element.kind == "TH" and element.object.get("/K", Array()) == Array():
        yield _("a header cell without words")
