"""Links: what a code says to a phone, a click says to a mouse."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.pdf.page_tree import page_dicts
from press.preflight.document import Document

CODE = "links"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Nobody scans a code off the screen it is shown on."


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    for number, page in enumerate(page_dicts(document.pdf)):
        notes = [note for note in page.get("/Annots", ()) if note.get("/Subtype") == "/Link"]
        there = {str(note.get("/A", Dictionary()).get("/URI", "")) for note in notes}
        wanted = set(document.expected.codes(number)) if number < document.expected.pages else set()
        for link in sorted(wanted - there):
            yield number, f"nothing to click for {link}", "print addresses through the shared part `address`"
        for link in sorted(there):
            if link and not link.startswith("https://"):
                yield number, f"a link to {link}", "link to https addresses only"
