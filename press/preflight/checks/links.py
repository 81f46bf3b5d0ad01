"""Links: what a code says to a phone, a click says to a mouse; whom hears them finds both in one place."""

from collections.abc import Iterator

from press.content.typography import readable_link
from press.language.message import Message, _
from press.pdf.annotations import address
from press.pdf.page_tree import page_dicts
from press.preflight.document import Document

CODE = "links"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Nobody scans a code off the screen it is shown on."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    for number, page in enumerate(page_dicts(document.pdf)):
        notes = [note for note in page.get("/Annots", ()) if note.get("/Subtype") == "/Link"]
        there = set(map(address, notes))
        wanted = set(document.expected.codes(number)) if number < document.expected.pages else set()
        for link in sorted(wanted - there):
            yield (
                number,
                _("nothing to click for {link}", link=link),
                _("print addresses through the shared part `address`"),
            )
        for link in sorted(there):
            if link and not link.startswith("https://"):
                yield number, _("a link to {link}", link=link), _("link to https addresses only")
            elif link and document.expected.links is not None and link not in document.expected.links:
                yield (
                    number,
                    _("a link to {link}, which is none of the order's addresses", link=link),
                    _("build the product anew"),
                )
    yield from _apart(document)


def _apart(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    """Codes under another heading than their link: Matterhorn 09-001."""
    fix = _("let the code be read after the heading of its address: `code-card`, or place it later")
    leads = {link: readable_link(link) for link in sorted(set(document.expected.described_links), key=len)}
    section = 0
    codes: list[tuple[int, str]] = []
    there: set[tuple[int, str]] = set()
    for part in document.spoken:
        section += part.is_heading
        if part.kind == "Figure":
            alt = str(part.element.get("/Alt", ""))
            codes += [(section, link) for link, shown in leads.items() if shown in alt][-1:]
        there |= {(section, address(note)) for note in part.annotations}
    for _section, link in dict.fromkeys(code for code in codes if code not in there):
        yield None, _("a code for {link} is read under another heading than its link", link=link), fix
