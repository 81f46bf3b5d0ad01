"""Lists: steps, contents and rows are read as such, each with what belongs to it."""

from collections.abc import Iterator
from itertools import pairwise

from press.language.message import Message, _
from press.pdf.spoken_text import Part, spoken
from press.pdf.structure import Element
from press.preflight.document import Document
from press.preflight.meaning import QUOTES, bare

CODE = "lists"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "A reader says how long a list is and where one is in it, if it is one (WCAG 2.2, 1.3.1)."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    meaning, parts = document.expected.meaning, document.spoken
    for step in meaning.steps:
        if any(part.said.endswith(step) and part.kind != "Document" for part in parts) and not _item(parts, step):
            yield (
                None,
                _("the step „{step}“ is no item of a list", step=step),
                _("set steps through the shared part `steps`"),
            )
    entries = {bare(part.said): part for part in parts if part.kind == "Reference"}
    for sentence in meaning.contents:
        if bare(sentence) not in entries:
            yield (
                None,
                _("„{sentence}“ is no entry of the contents", sentence=sentence),
                _("set the contents in the roles TOC, TOCI, Reference"),
            )
    for number, part in enumerate(entries.values(), 1):
        if not any(kid.get("/S") == "/Link" for kid in part.element.get("/K", ())):
            yield (
                None,
                _("entry {number} of the contents leads nowhere", number=number),
                _("link it to the heading it names"),
            )
    rows = {row.kids[0].object.objgen: row for table in document.tables for row in table.all("TR") if row.kids}
    named = {bare(part.said): rows.get(part.element.objgen) for part in parts if part.kind == "TH"}
    for sentence in meaning.rows:
        row = named.get(bare(sentence))
        if row is None:
            yield (
                None,
                _("„{sentence}“ heads no row of a table", sentence=sentence),
                _("set the sentences as the first cells of a table"),
            )
        elif not all(_says_what_for(cell, sentence) for cell in row.kids[1:]):
            yield (
                None,
                _("a cell beside „{sentence}“ does not say what it is for", sentence=sentence),
                _("draw it through the shared part `field`, called by round and sentence"),
            )


def _item(parts: list[Part], step: str) -> bool:
    """Whether a text is an item's body, after the item's number."""
    return any(
        part.kind == "LBody" and part.said == step and before.kind == "Lbl" and before.said.isdigit()
        for before, part in pairwise(parts)
    )


def _says_what_for(cell: Element, sentence: str) -> bool:
    """Whether a field in the cell is called by the sentence it belongs to."""
    notes = [note for element in cell.walk() if element.kind == "Form" for note in element.annotations]
    return any(bare(sentence) in spoken(str(note.get("/TU", ""))).translate(QUOTES) for note in notes)
