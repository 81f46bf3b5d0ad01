"""Spoken text: what is read aloud of a tagged file, by its structure elements and in their order.

Letters are those the file itself names (ISO 32000-1, 9.10.3, 14.9.4); no space is guessed that is not there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

from press.pdf.annotations import annotations_in
from press.pdf.embedded_fonts import EmbeddedFont
from press.pdf.fonts_of_file import EmbeddedFonts
from press.pdf.graphics.content_stream import operations
from press.pdf.graphics.operands import name, tag_and_entries

LINE_BREAKS = str.maketrans({"\u00ad": None, "\u00a0": " "})  # soft hyphens at line ends; spaces that do not break


@dataclass(frozen=True)
class Part:
    """An element with its text: of it and all below it. `depth` counts from 0, the document.

    `read` is false where content of it lies on a page that was not to be read.
    """

    kind: str
    depth: int
    element: Object
    text: str
    read: bool = True

    @cached_property
    def said(self) -> str:
        """The text as it is said: spaces are one, soft hyphens none."""
        return spoken(self.text)

    @property
    def is_heading(self) -> bool:
        return self.kind[:1] == "H" and self.kind[1:].isdigit()

    @property
    def annotations(self) -> list[Object]:
        """The links and fields right in it."""
        return annotations_in(self.element)


class SpokenText:
    """The texts of a file's structure elements, as far as they lie on these pages (from 0); on all, if None."""

    def __init__(self, pdf: Pdf, pages: Collection[int] | None = None, known: EmbeddedFonts | None = None):
        """`known` are fonts of this file."""
        self._known = known or EmbeddedFonts()
        self._wanted = None if pages is None else {pdf.pages[number].obj.objgen for number in pages}
        self._unread = False
        self._root = pdf.Root.get("/StructTreeRoot", Dictionary())
        self._pages: dict[tuple[int, int], dict[int, str]] = {}

    @cached_property
    def parts(self) -> list[Part]:
        """Every element in reading order, each before those below it."""
        found: list[Part] = []
        for top in _listed(self._root.get("/K")):
            self._visit(top, None, 0, found)
        return found

    def _visit(self, element: Object, page: Object | None, depth: int, found: list[Part]) -> str:
        page = element.get("/Pg", page)
        place = len(found)
        found.append(Part("", 0, element, ""))  # before those below it
        words, unread, self._unread = "", self._unread, False
        for kid in _listed(element.get("/K")):
            if not isinstance(kid, Dictionary):
                words += self._said(page, int(kid))
            elif "/S" in kid:
                below = self._visit(kid, page, depth + 1, found)
                words += below if kid.S in INLINE else f" {below} "
            elif "/MCID" in kid:
                words += self._said(kid.get("/Pg", page), int(kid.MCID))
        if "/ActualText" in element:
            words = str(element.ActualText)
        found[place] = Part(str(element.S)[1:], depth, element, words, not self._unread)
        self._unread = self._unread or unread
        return words

    def _said(self, page: Object | None, mcid: int) -> str:
        if page is None:
            return ""
        if self._wanted is not None and page.objgen not in self._wanted:
            self._unread = True
            return ""
        if page.objgen not in self._pages:
            self._pages[page.objgen] = self._read(page)
        return self._pages[page.objgen].get(mcid, "")

    def _read(self, page: Object) -> dict[int, str]:
        """The words of each marked content of a page."""
        resources = page.get("/Resources", Dictionary())
        fonts, lists = resources.get("/Font", Dictionary()), resources.get("/Properties", Dictionary())
        found: dict[int, str] = {}
        marks: list[tuple[int | None, bool]] = []  # the number of each sequence, and whether its words are replaced
        named: dict[bytes, EmbeddedFont | None] = {}
        font: EmbeddedFont | None = None
        for op, operands in operations(page):
            match op:
                case "BDC" | "BMC":
                    entries = _entries(operands, lists)
                    outer, replaced = marks[-1] if marks else (None, False)
                    mcid = int(entries.MCID) if "/MCID" in entries else outer
                    if "/ActualText" in entries and not replaced:
                        if mcid is not None:
                            found[mcid] = found.get(mcid, "") + str(entries.ActualText)
                        replaced = True
                    marks.append((mcid, replaced))
                case "EMC" if marks:
                    marks.pop()
                case "Tf":
                    called = operands.split()[0]
                    if called not in named:
                        key = name(called)
                        named[called] = self._known.of(fonts[key]) if key in fonts else None
                    font = named[called]
                case "Tj" | "TJ" | "'" | '"':
                    mcid, replaced = marks[-1] if marks else (None, False)
                    if mcid is not None and not replaced and font is not None:
                        found[mcid] = found.get(mcid, "") + font.text(operands)
        return found


INLINE = {Name.Span, Name.Link, Name.Reference}  # whose text goes on in the line


def _entries(operands: bytes, lists: Object) -> Object:
    """The entries of marked content: as they stand there, or by their name among the resources' property lists."""
    _tag, written = tag_and_entries(operands)
    entries = lists.get(name(written), Dictionary()) if written[:1] == b"/" else Object.parse(written or b"<<>>")
    return entries if isinstance(entries, Dictionary) else Dictionary()


def spoken(text: str) -> str:
    """A text as it is said: spaces are one, soft hyphens none."""
    return " ".join(text.translate(LINE_BREAKS).split())


def _listed(kids: Object | None) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]
