"""What links say of themselves: where they lead, in words (ISO 14289-1, 7.18.5)."""

from collections.abc import Mapping

from pikepdf import Name, Pdf, String

from press.pdf.annotations import address
from press.pdf.spoken_text import SpokenText


def describe_links(pdf: Pdf, words: Mapping[str, str]) -> None:
    """Sets the contents of every link: what is at its address, or the words it stands on and their page."""
    links = [note for page in pdf.pages for note in page.obj.get("/Annots", ()) if note.Subtype == Name.Link]
    for note in links:
        if target := address(note):
            note.Contents = String(words.get(target, target))
    if not all(map(address, links)):
        for part in (part for part in SpokenText(pdf).parts if part.kind == "Link"):
            for note in part.annotations:
                if not address(note):
                    note.Contents = String(f"{part.said} ({note.Contents})")
