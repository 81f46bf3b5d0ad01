"""Language and title: a screen reader must know what it reads, and in which tongue."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.preflight.document import Document

CODE = "language"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "A file in German that calls itself English validates, and is read aloud as gibberish."

LANGUAGE = "de-DE"


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    root, fix = document.pdf.Root, "set it in templates/lib/document.typ"
    if (language := str(root.get("/Lang", ""))) != LANGUAGE:
        yield None, f"the language is {language or 'not given'}", f"it must be {LANGUAGE}; {fix}"
    if not str(document.pdf.docinfo.get("/Title", "")).strip():
        yield None, "no document title", fix
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield None, "the window shows the file's name, not its title", fix
