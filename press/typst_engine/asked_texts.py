"""Asked texts: which shared texts a layout can print, by the functions it calls in templates.

Templates are read, not run: a text that is asked for only under a condition counts as printed.
"""

import re
from collections.abc import Iterable, Iterator

from press.typst_engine.templates import LAYOUTS, SUFFIX, Templates

_LET = re.compile(r"^#let \(?([\w-]+)", re.MULTILINE)
_IMPORT = re.compile(r'^#import "([^"]+)": ([^\n]+)', re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_KEY = re.compile(r'\btexts\.(\w+)|"([a-z0-9_]+)"')
_OPTION = re.compile(r'\bwording\(\s*job,\s*"[a-z]+"')  # its second argument is an option, no text

Place = tuple[str, str]  # a file below templates/, and a function or value in it


def asked_texts(templates: Templates, layout: str, keys: Iterable[str]) -> frozenset[str]:
    """Those of the keys that a layout can print."""
    parts = {
        name: _parts(data.decode(errors="replace")) for name, data in templates.files.items() if name.endswith(SUFFIX)
    }
    start = f"{LAYOUTS}{layout}{SUFFIX}"
    waiting = [(start, part) for part in parts.get(start, {}) if part]
    seen = set(waiting)
    asked: set[str] = set()
    while waiting:
        file, part = waiting.pop()
        body = parts[file][part]
        asked.update(one or other for one, other in _KEY.findall(_OPTION.sub("", body)))
        found = {place for place in _called(file, body, parts) if place not in seen}
        seen |= found
        waiting += found
    return frozenset(key for key in keys if key in asked or _put_together(key, asked))


def _parts(text: str) -> dict[str, str]:
    """What a file defines, by name; what it imports, by the empty name's lines."""
    code = _COMMENT.sub("", text)
    starts = [(found[1], found.start()) for found in _LET.finditer(code)]
    ends = [start for _, start in starts[1:]] + [len(code)]
    imports = "\n".join(found[0] for found in _IMPORT.finditer(code))
    return {"": imports} | {name: code[start:end] for (name, start), end in zip(starts, ends)}


def _called(file: str, body: str, parts: dict[str, dict[str, str]]) -> Iterator[Place]:
    """Every function of this file, or of one it imports, that is named in a body."""
    names = set(_NAME.findall(body))
    own = parts[file]
    yield from ((file, name) for name in names if name in own)
    for path, imported in _IMPORT.findall(own[""]):
        target = _resolved(file, path)
        if target in parts:
            yield from ((target, name) for name in names & set(_NAME.findall(imported)) if name in parts[target])


def _resolved(file: str, path: str) -> str:
    """A file as another one names it."""
    folder = file.split("/")[:-1]
    for step in path.split("/"):
        folder = folder[:-1] if step == ".." else [*folder, step]
    return "/".join(folder)


def _put_together(key: str, asked: set[str]) -> bool:
    """Whether a key is made of a beginning and a number: "cards_step_" + str(n)."""
    return any(one.endswith("_") and key.startswith(one) for one in asked)
