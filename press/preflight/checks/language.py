"""Language and title: a screen reader must know what it reads, and in which tongue."""

from collections.abc import Iterator

from pikepdf import Dictionary

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "language"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "A file in German that calls itself English validates, and is read aloud as gibberish."

LANGUAGE = "de-DE"


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    root, fix = document.pdf.Root, _("set it in templates/lib/document.typ")
    if (language := str(root.get("/Lang", ""))) != LANGUAGE:
        yield (
            None,
            _("the language is {language}", language=language or _("not given")),
            _("it must be {language}; {fix}", language=LANGUAGE, fix=fix),
        )
    if not str(document.pdf.docinfo.get("/Title", "")).strip():
        yield None, _("no document title"), fix
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield None, _("the window shows the file's name, not its title"), fix
