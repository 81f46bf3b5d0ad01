"""What links say of themselves: where they lead, in words (ISO 14289-1, 7.18.5)."""

from collections.abc import Mapping

from pikepdf import Dictionary, Pdf, String

from press.pdf.spoken_text import SpokenText, spoken


def describe_links(pdf: Pdf, words: Mapping[str, str]) -> None:
    """Sets the contents of every link: what is at its address, or the words it stands on and their page."""
    for part in SpokenText(pdf).parts:
        for note in (kid.Obj for kid in part.element.get("/K", ()) if isinstance(kid, Dictionary) and "/Obj" in kid):
            if part.kind == "Link":
                address = str(note.get("/A", Dictionary()).get("/URI", ""))
                note.Contents = String(words.get(address, address) or f"{spoken(part.text)} ({note.Contents})")
