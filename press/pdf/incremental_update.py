"""Appends pages to a finished PDF without loading it: memory stays flat however many pages come.

An incremental update (ISO 32000-1, 7.5.6): new objects, a new page tree, and a cross-reference table that
points back to the first one. Pages come in volumes, each written on its own - the numbers of its objects hang
on its first page alone -, and joined as they come.
"""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from press.pdf.graphics.patterns import first_match
from press.system.compression import packed

KIDS = 100  # pages under one node of the page tree
_OBJECTS = 2 * KIDS + 1  # of a full node: itself, and a page and its content each


@dataclass(frozen=True)
class Base:
    """A finished PDF without object streams; its own pages are left out of the new page tree."""

    start: int  # of its cross-reference table
    first: int  # number that its first new object gets
    pages: int  # the object that is the root of its page tree
    trailer: bytes

    def node(self, page: int) -> int:
        """The number of the node that begins with a page, from 0: a multiple of KIDS."""
        return self.first + page // KIDS * _OBJECTS


@dataclass(frozen=True)
class Volume:
    """Some pages as objects numbered one after the other. `offsets` are theirs in `data`; `kids` are pages by node."""

    data: bytes
    offsets: "array[int]"
    kids: tuple[int, ...]


def read_base(data: bytes) -> Base:
    trailer = data[data.rindex(b"trailer") :]
    root = _object(data, int(first_match(rb"/Root (\d+) 0 R", trailer)[1]))
    return Base(
        int(first_match(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[1]),
        int(first_match(rb"/Size (\d+)", trailer)[1]),
        int(first_match(rb"/Pages (\d+) 0 R", root)[1]),
        first_match(re.compile(rb"<<(.*)>>", re.DOTALL), trailer)[1],
    )


def make_volume(base: Base, first_page: int, page_dict: bytes, contents: Iterable[bytes]) -> Volume:
    """A page for each content stream. `first_page` is its place in the whole, from 0, a multiple of KIDS.

    `page_dict` holds the entries every page shares.
    """
    data, offsets, kids = bytearray(), array("Q"), []
    contents, node = iter(contents), base.node(first_page)
    while batch := list(islice(contents, KIDS)):
        pages = range(node + 2, node + 2 + 2 * len(batch), 2)
        objects = [b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (base.pages, len(batch), _references(pages))]
        for content, page in zip(batch, pages):
            stream = packed(content)
            objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream))
            objects.append(b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>" % (node, page - 1, page_dict))
        for number, body in enumerate(objects, node):
            offsets.append(len(data))
            data += _written(number, body)
        kids.append(len(batch))
        node += _OBJECTS
    return Volume(bytes(data), offsets, tuple(kids))


def append_volumes(data: bytes, base: Base, volumes: Iterable[Volume], target: Path) -> int:
    """Writes a finished PDF with the pages of the volumes, in order, in place of its own; gives their number."""
    offsets, kids = array("Q"), array("Q")
    with target.open("wb") as file:
        file.write(data)
        for volume in volumes:
            start = file.tell()
            offsets.extend(start + offset for offset in volume.offsets)
            kids.extend(volume.kids)
            file.write(volume.data)
        nodes = range(base.first, base.first + _OBJECTS * len(kids), _OBJECTS)
        root = file.tell()
        file.write(_written(base.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (sum(kids), _references(nodes))))
        _finish(file, base, root, offsets)
    return sum(kids)


def _finish(file: BinaryIO, base: Base, root: int, offsets: "array[int]") -> None:
    """The cross-reference table of what was added, and a trailer that goes on with the earlier one."""
    start = file.tell()
    file.write(b"xref\n%d 1\n%010d 00000 n \n%d %d\n" % (base.pages, root, base.first, len(offsets)))
    for offset in offsets:
        file.write(b"%010d 00000 n \n" % offset)
    entries = re.sub(rb"/Size \d+", b"/Size %d" % (base.first + len(offsets)), re.sub(rb"/Prev \d+", b"", base.trailer))
    file.write(b"trailer <<%b/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (entries, base.start, start))


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _written(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _object(data: bytes, number: int) -> bytes:
    at = first_match(rb"(?:^|\n)%d 0 obj\s" % number, data).end()
    return data[at : data.index(b"endobj", at)]
