"""Reads a YAML file into plain data and remembers the line of every value."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from press.errors import PressError, Problem
from press.language.message import _
from press.schema.yaml_nodes import Key, KeyPath, NodeReader
from press.schema.yaml_syntax import composed
from press.system.safe_files import read_file, reason
from press.system.written_names import spelt_otherwise

MAX_BYTES = 1_000_000  # a hundred times the largest file people write by hand

# Line breaks to Word, and to YAML, but to no editor: lines are counted as one sees them. One character stays one.
_BREAKS_NO_LINE = str.maketrans("\u0085\u2028\u2029", "   ")


@dataclass(frozen=True)
class Source:
    """A file's data (dicts, tuples, scalars), the line, from 1, of each key path, and the SHA-256 of what was read.

    `written`: the numbers among the values, as they stand there.
    """

    name: str
    data: Any
    lines: dict[KeyPath, int]
    sha256: str
    written: dict[KeyPath, str] = field(default_factory=dict)

    def place(self, *path: Key) -> tuple[str, int]:
        """File and line of a value; for one that is missing, of the mapping it belongs in."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.name, self.lines.get(path, 1)

    def where(self, *path: Key) -> str:
        """The same as `file:line`."""
        file, line = self.place(*path)
        return f"{file}:{line}"


def read(path: Path, name: str) -> Source:
    """Reads one file; `name` is what messages call it.

    Raises PressError with every problem of the reading: no such file, not UTF-8, not YAML, beyond all measure,
    doubled keys, anchors, tags, text that YAML would cut off without a word.
    """
    raw = _bytes(path, name)
    text = _text(raw, name)
    _refuse_unprintable(text, name)
    made = composed(text)
    reader = NodeReader(name, made.lines)
    data = reader.value(made.node, ()) if made.node is not None else None
    syntax = [Problem(f"{name}:{fault.line}", fault.what, fault.fix) for fault in made.faults]
    if problems := [*syntax, *reader.problems]:
        raise PressError(problems)
    return Source(name, data, reader.lines, hashlib.sha256(raw).hexdigest(), reader.written)


def _bytes(path: Path, name: str) -> bytes:
    if fault := spelt_otherwise(path.parent, path.name):
        raise PressError(Problem(f"{name}:1", *fault))
    try:
        raw = read_file(path, MAX_BYTES + 1)
    except OSError as error:
        raise PressError(Problem(f"{name}:1", reason(error), _("check the name"))) from None
    if len(raw) > MAX_BYTES:
        raise PressError(
            Problem(
                f"{name}:1", _("larger than {max_bytes} kB", max_bytes=MAX_BYTES // 1000), _("split it or shorten it")
            )
        )
    return raw


def _text(raw: bytes, name: str) -> str:
    """The file's text; its lines end with \\n, whatever ended them, and with nothing else."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise PressError(
            Problem(f"{name}:{line}", _("not UTF-8 text"), _("save the file with encoding UTF-8"))
        ) from None
    return re.sub(r"\r\n?", "\n", text).translate(_BREAKS_NO_LINE)


def _refuse_unprintable(text: str, name: str) -> None:
    if bad := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise PressError(
            Problem(
                f"{name}:{line}",
                _("a control character (U+{code:04X}) that cannot be printed", code=ord(bad[0])),
                _("delete it"),
            )
        )
