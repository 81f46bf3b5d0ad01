"""Reads a YAML file into plain data and remembers the line of every value."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from press.errors import PressError, Problem, short
from press.system.safe_files import read_file, reason

Key = str | int

MAX_DEPTH = 20  # an order's deepest value lies at five
MAX_BYTES = 1_000_000  # a hundred times the largest file people write by hand
MAX_VALUES = 10_000  # ten times a full deck; a file that is read must not take seconds
MAX_NUMBER = 2**64  # beyond it nothing is counted, and Typst knows no such number
MAX_DIGITS = 40  # of a number or a date; PyYAML takes seconds for the longest

# What PyYAML says, and what it means to somebody who edits a phrase.
_SYNTAX = (
    (r"found character '\\t'", "a tab in the indentation", "indent with spaces"),
    (r"mapping values are not allowed", "a colon inside a text without quotes", 'put the text in "quotes"'),
    (
        r"could not find expected ':'",
        "a line without a `key: value`",
        "put a space after the colon, or indent the text",
    ),
    (r"found unexpected end of stream|while scanning a quoted", "a quote that is opened and never closed", "close it"),
    (r"found character .*that cannot start any token", "a text starts with a reserved character", 'put it in "quotes"'),
    (r"special characters are not allowed", "a control character that cannot be printed", "delete it"),
    (
        r"found undefined (alias|tag)|while scanning an? (alias|tag)",
        "`*` or `!` at the start of a text means something else in YAML",
        'put it in "quotes"',
    ),
    (r"while parsing a block (mapping|collection)", "the indentation does not fit the lines above", "align the keys"),
    (r"while parsing a flow", "a list or mapping in brackets is not closed", 'close it, or put the text in "quotes"'),
)


@dataclass(frozen=True)
class Source:
    """A file's data (dicts, tuples, scalars), the line, from 1, of each key path, and the SHA-256 of what was read."""

    name: str
    data: Any
    lines: dict[tuple[Key, ...], int]
    sha256: str

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
    try:
        if (beyond := _beyond_measure(text)) is not None:
            line, what, fix = beyond
            raise PressError(Problem(f"{name}:{line}", what, fix))
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise PressError(_syntax_problem(error, name, text)) from None
    reader = _Reader(name, text.splitlines())
    data = reader.value(node, ()) if node is not None else None
    if reader.problems:
        raise PressError(reader.problems)
    return Source(name, data, reader.lines, hashlib.sha256(raw).hexdigest())


def _bytes(path: Path, name: str) -> bytes:
    try:
        raw = read_file(path, MAX_BYTES + 1)
    except OSError as error:
        raise PressError(Problem(f"{name}:1", reason(error), "check the name")) from None
    if len(raw) > MAX_BYTES:
        raise PressError(Problem(f"{name}:1", f"larger than {MAX_BYTES // 1000} kB", "split it or shorten it"))
    return raw


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise PressError(Problem(f"{name}:{line}", "not UTF-8 text", "save the file with encoding UTF-8")) from None


def _refuse_unprintable(text: str, name: str) -> None:
    if bad := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise PressError(
            Problem(f"{name}:{line}", f"a control character (U+{ord(bad[0]):04X}) that cannot be printed", "delete it")
        )


def _beyond_measure(text: str) -> tuple[int, str, str] | None:
    """The line where nesting or number passes all reason, or a tag asks for another type: what it is, how to mend it.
    Composing recurses, in C: it must not be tried."""
    depth = values = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        values += isinstance(event, yaml.NodeEvent)
        line = _line(event.start_mark)
        if depth > MAX_DEPTH:
            return line, "nested too deeply", "write plain keys and lists"
        if values > MAX_VALUES:
            return line, f"more than {MAX_VALUES} keys and values", "split the file or shorten it"
        if getattr(event, "tag", None):
            return line, "a YAML tag (`!name`)", 'delete it; if it is text, put it in "quotes"'
    return None


def _syntax_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if re.match("while scanning a (quoted scalar|simple key)", getattr(error, "context", None) or ""):
        mark = getattr(error, "context_mark", mark)  # where it began, not where the file ended
    line = _line(mark)
    message = str(error)
    if mark and mark.line < len(lines := text.splitlines()) and re.match(r" *\t", lines[mark.line]):
        return Problem(f"{name}:{line}", *_SYNTAX[0][1:])
    for pattern, what, fix in _SYNTAX:
        if re.search(pattern, message):
            return Problem(f"{name}:{line}", what, fix)
    return Problem(
        f"{name}:{line}", f"not valid YAML ({getattr(error, 'problem', message)})", "compare with the lines around"
    )


class _Mark(Protocol):
    """Of PyYAML's Python or C parser."""

    line: int  # from 0


def _line(mark: _Mark | None) -> int:
    """From 1."""
    return mark.line + 1 if mark else 1


class _Reader:
    """Turns YAML nodes into data, collecting lines and problems on the way."""

    def __init__(self, name: str, text_lines: list[str]):
        self.name = name
        self.text_lines = text_lines
        self.lines: dict[tuple[Key, ...], int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._scalars = yaml.CSafeLoader("")

    def value(self, node: yaml.Node, path: tuple[Key, ...]) -> Any:
        self.lines.setdefault(path, _line(node.start_mark))
        if id(node) in self._seen:
            self._problem(path, "a YAML alias (`*name`)", "write the value out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return tuple(self.value(child, (*path, i)) for i, child in enumerate(node.value))

    def _mapping(self, node: yaml.MappingNode, path: tuple[Key, ...]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            child = (*path, key)
            if key in data:
                first = self.lines[child]
                self.problems.append(
                    Problem(
                        f"{self.name}:{_line(key_node.start_mark)}",
                        f"`{short(key)}` stands twice (first in line {first})",
                        "keep one",
                    )
                )
                continue
            self.lines[child] = _line(key_node.start_mark)
            data[key] = self.value(value_node, child)
        return data

    def _scalar(self, node: yaml.ScalarNode, path: tuple[Key, ...]) -> Any:
        if not node.style and self._cut_by_comment(node):
            self._problem(path, "YAML takes what follows ` #` for a comment and drops it", 'put the text in "quotes"')
        try:
            if len(node.value) > MAX_DIGITS and not node.tag.endswith(":str"):
                raise OverflowError
            value = self._scalars.construct_object(node)
            if isinstance(value, int) and abs(value) >= MAX_NUMBER:
                raise OverflowError
            return value
        except (yaml.YAMLError, ValueError, OverflowError):
            self._problem(
                path, f"`{short(node.value)}` cannot be read as {node.tag.rsplit(':', 1)[-1]}", 'put it in "quotes"'
            )
            return None

    def _cut_by_comment(self, node: yaml.ScalarNode) -> bool:
        """A sentence (more than one word) without quotes, followed by a comment on its line."""
        if node.end_mark is None or node.end_mark.line >= len(self.text_lines):
            return False
        comment = r"\s+#" if len(node.value.split()) > 1 else r"\s+#\w"  # a hashtag is no comment
        return bool(re.match(comment, self.text_lines[node.end_mark.line][node.end_mark.column :]))

    def _problem(self, path: tuple[Key, ...], what: str, fix: str) -> None:
        self.problems.append(Problem(f"{self.name}:{self.lines[path]}", what, fix))
