"""A transcript: what a reader says of a file, a line for each thing, with its role, below what it belongs to."""

from io import BytesIO

from pikepdf import Dictionary, Name, Object, Pdf

from press.pdf.spoken_text import Part, SpokenText, spoken

SILENT = {"Document"}  # said by nobody


def transcript(data: bytes) -> str:
    with Pdf.open(BytesIO(data)) as pdf:
        lines = [line for part in SpokenText(pdf).parts if part.kind not in SILENT for line in _lines(part)]
        marks = list(_bookmarks(pdf.Root.get("/Outlines", Dictionary()), 0))
    return "\n".join([*lines, "", "Bookmarks", *marks, ""])


def _lines(part: Part) -> list[str]:
    pad = "  " * (part.depth - 1)
    own = list(part.element.K) if "/K" in part.element else []
    holds = any(isinstance(kid, Dictionary) and "/S" in kid and kid.S not in (Name.Span, Name.Link) for kid in own)
    notes = [kid.Obj for kid in own if isinstance(kid, Dictionary) and "/Obj" in kid]
    if part.kind == "Figure":
        return [f"{pad}[Figure] {part.element.get('/Alt', '')}"]
    if part.kind == "Link":
        return [f"{pad}[Link] {spoken(part.text)} → {notes[0].get('/Contents', '')}"]
    if part.kind == "Form":
        return [f"{pad}[Form] {notes[0].FT} {notes[0].TU}"]
    if holds or part.kind == "Sect":
        return [f"{pad}[{part.kind}]"]
    return [f"{pad}[{part.kind}] {spoken(part.text)}".rstrip()]


def _bookmarks(parent: Object, depth: int):
    entry = parent.get("/First")
    while entry is not None:
        yield "  " * depth + str(entry.Title)
        yield from _bookmarks(entry, depth + 1)
        entry = entry.get("/Next")
