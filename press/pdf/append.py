"""Appends pages to a finished PDF without loading it: memory stays flat however many pages come.

An incremental update (ISO 32000-1, 7.5.6): new objects, a new page tree, and a cross-reference table
that points back to the first one.
"""

import re
from pathlib import Path
from typing import BinaryIO, Iterable

from press.deflate import packed

KIDS = 100  # pages under one node of the page tree


def append_pages(base: bytes, target: Path, page_dict: bytes, contents: Iterable[bytes]) -> int:
    """Writes `base` (no object streams) plus a page for each content stream to `target`.

    `page_dict` holds the entries every page shares. The base's own pages are left out of the new page
    tree. Returns the number of pages.
    """
    with target.open("wb") as file:
        file.write(base)
        return _Update(file, base).add(page_dict, contents)


class _Update:
    def __init__(self, file: BinaryIO, base: bytes):
        self.file, self.base = file, base
        self.start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", base)[1])
        self.trailer = base[base.rindex(b"trailer"):]
        self.next = int(re.search(rb"/Size (\d+)", self.trailer)[1])
        self.offsets: dict[int, int] = {}
        self.root = int(re.search(rb"/Root (\d+) 0 R", self.trailer)[1])
        self.pages = int(re.search(rb"/Pages (\d+) 0 R", self._object(self.root))[1])

    def add(self, page_dict: bytes, contents: Iterable[bytes]) -> int:
        self.first, node = self.next, 0
        nodes: list[tuple[int, int]] = []
        kids: list[int] = []
        for content in contents:
            node = node if kids else self._new()
            data = packed(content)
            stream, page = self._new(), self._new()
            self._write(stream, b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data))
            self._write(page, b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>" % (node, stream, page_dict))
            kids.append(page)
            if len(kids) == KIDS:
                nodes.append(self._node(node, kids))
                kids = []
        if kids:
            nodes.append(self._node(node, kids))
        count = sum(pages for _, pages in nodes)
        self._write(self.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, b" ".join(b"%d 0 R" % n for n, _ in nodes)))
        self._finish()
        return count

    def _node(self, number: int, kids: list[int]) -> tuple[int, int]:
        self._write(number, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (
            self.pages, len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
        return number, len(kids)

    def _new(self) -> int:
        self.next += 1
        return self.next - 1

    def _write(self, number: int, body: bytes) -> None:
        self.offsets[number] = self.file.tell()
        self.file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _finish(self) -> None:
        start = self.file.tell()
        self.file.write(b"xref\n%d 1\n%010d 00000 n \n" % (self.pages, self.offsets.pop(self.pages)))
        written = sorted(self.offsets)
        self.file.write(b"%d %d\n" % (self.first, len(written)))
        for number in written:
            self.file.write(b"%010d 00000 n \n" % self.offsets[number])
        entries = re.sub(rb"/Size \d+", b"/Size %d" % self.next, re.search(rb"<<(.*)>>", self.trailer, re.DOTALL)[1])
        self.file.write(b"trailer <<%b/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (re.sub(rb"/Prev \d+", b"", entries), self.start, start))

    def _object(self, number: int) -> bytes:
        at = re.search(rb"(?:^|\n)%d 0 obj\s" % number, self.base).end()
        return self.base[at:self.base.index(b"endobj", at)]
