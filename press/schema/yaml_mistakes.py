"""What somebody meant who wrote YAML that is none: told by the line as it stands there, not by what a parser missed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_QUOTE = 'put the text in "quotes"'
_SPACE_LIKE = "\u00a0\u2007\u2009\u202f"  # spaces that YAML takes for letters
_KEY = r"[A-Za-z_][\w-]*"

# A line: where its value begins, after hyphens and a key.
_LINE = re.compile(rf"(?P<indent> *)(?P<hyphens>(?:- +)*)(?:(?P<key>{_KEY}) *:(?: +|$))?(?P<value>.*)")

# Spaces and signs around keys: a pattern, what it is, how to mend it, what was meant.
_AROUND_KEYS = (
    (
        rf"( *)[{_SPACE_LIKE} ]*[{_SPACE_LIKE}][{_SPACE_LIKE} ]*(?=\S)(.*)",
        "a no-break space in the indentation",
        "indent with plain spaces",
        None,
    ),
    (
        rf"( *(?:- +)*(?:{_KEY}:|-))[{_SPACE_LIKE}]+(.*)",
        "a no-break space where YAML needs a plain one",
        "type that space anew",
        r"\1 \2",
    ),
    (rf"( *)-({_KEY}:(?:\s.*)?)", "no space after the hyphen", r"write `- \2`", r"\1- \2"),
    (rf"( *(?:- +)*)({_KEY}):([^\s/].*)", "no space after the colon", r"write `\2: \3`", r"\1\2: \3"),
    (r"( *)[–—•·*] +(.*)", "a dash or dot where a list needs a hyphen", r"write `- \2`", r"\1- \2"),
    (rf"( *(?:- +)*)({_KEY}) *= *(.*)", "an equals sign where a colon belongs", r"write `\2: \3`", r"\1\2: \3"),
)

# What a text without quotes must not begin with, or hold: a pattern of the value, what it is, how to mend it.
_VALUES = (
    (
        r"'(?:[^']|'')*\w'\w",
        "an apostrophe in a text in single quotes ends it",
        'write ’ for the apostrophe, or put the text in "double quotes"',
    ),
    (
        r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#]""",
        "the text goes on after the closing quote",
        'put all of it in "quotes", and „…“ around what is quoted',
    ),
    (r"[\[{]", "`{}` at the start of a text begins a list or keys in YAML", _QUOTE),
    (r"[>|]\s*[^\s#+-]", "`{}` at the start of a text means something else in YAML", _QUOTE),
    (r"[*&!]", "`{}` at the start of a text means something else in YAML", _QUOTE),
    (r"[-?](?:\s|$)", "`{}` at the start of a text begins a list or a key in YAML", _QUOTE),
    (r"[@`%,\]}}]", "a text starts with the reserved character `{}`", _QUOTE),
    (r"[^\"'].*:(?:\s|$)", "a colon inside a text without quotes", _QUOTE),
)

# What the parser says, where the line tells nothing.
_SAYINGS = (
    (r"mapping values are not allowed", "a colon inside a text without quotes", _QUOTE),
    (
        r"could not find expected ':'",
        "a line without a `key: value`",
        "put a space after the colon, or indent the text",
    ),
    (r"found unexpected end of stream|while scanning a quoted", "a quote that is opened and never closed", "close it"),
    (r"special characters are not allowed", "a control character that cannot be printed", "delete it"),
    (r"unknown escape character", "a backslash in double quotes means something else in YAML", "write two of them"),
    (r"found undefined alias", "`*` at the start of a text means something else in YAML", _QUOTE),
    (r"another document", "a line `---` inside the file", "delete it"),
    (r"while parsing a block (mapping|collection)", "the indentation does not fit the lines above", "align the keys"),
)


@dataclass(frozen=True)
class Fault:
    """A mistake in a line, from 1; `mended`: all lines as they were probably meant, to read on."""

    line: int
    what: str
    fix: str
    mended: list[str] | None = None


def mistake(error: yaml.YAMLError, lines: list[str]) -> Fault:
    """What is wrong in the text that the parser stopped at."""
    at = _stopped_at(error, lines)
    if re.match(r" *\t", lines[at]):
        return Fault(at + 1, "a tab in the indentation", "indent with spaces")
    if re.match("while parsing a flow", getattr(error, "context", None) or ""):
        return Fault(at + 1, *_in_brackets(lines[at]))
    before = next((i for i in range(at - 1, -1, -1) if lines[i].strip() and not lines[i].lstrip().startswith("#")), at)
    return _around_keys(lines, at) or _in_value(lines, at) or _around_keys(lines, before) or _fault_of(error, at)


def quote_left_open(event: yaml.ScalarEvent, lines: list[str]) -> Iterator[Fault]:
    """A text in quotes that holds lines which are keys of their own: its quote should have been closed before them."""
    assert event.start_mark and event.end_mark  # the parser marks all it reads
    first, last = event.start_mark.line, min(event.end_mark.line, len(lines) - 1)
    opened = _LINE.match(lines[first])
    if first == last or not opened or not opened["key"]:
        return
    beside = opened.start("key")
    for line in lines[first + 1 : last + 1]:
        key = _LINE.match(line)
        if key and key["key"] and key.start("key") <= beside:
            mended = [*lines[:first], lines[first].rstrip() + (event.style or ""), *lines[first + 1 :]]
            yield Fault(first + 1, "a quote that is opened and never closed", "close it", mended)
            return


def _stopped_at(error: yaml.YAMLError, lines: list[str]) -> int:
    """The line, from 0: where the faulty thing began, not where the file ended."""
    mark = getattr(error, "problem_mark", None)
    if re.match("while (scanning a (quoted scalar|simple key)|parsing a flow)", getattr(error, "context", None) or ""):
        mark = getattr(error, "context_mark", mark)
    return min(mark.line, len(lines) - 1) if mark else 0


def _around_keys(lines: list[str], at: int) -> Fault | None:
    for pattern, what, fix, meant in _AROUND_KEYS:
        if found := re.fullmatch(pattern, lines[at]):
            if meant is None:
                mended = re.sub(rf"^[{_SPACE_LIKE} ]+", lambda spaces: " " * len(spaces[0]), lines[at])
            else:
                mended = found.expand(meant)
            return Fault(at + 1, what, _shortened(found.expand(fix)), [*lines[:at], mended, *lines[at + 1 :]])
    return None


def _in_value(lines: list[str], at: int) -> Fault | None:
    line = _LINE.match(lines[at])
    if not line or not (line["key"] or line["hyphens"]):
        return None
    for pattern, what, fix in _VALUES:
        if re.match(pattern, line["value"]):
            return Fault(at + 1, what.format(line["value"][:1]), fix, _quoted(lines, at, line))
    return None


def _in_brackets(line: str) -> tuple[str, str]:
    if any(line.count(left) != line.count(right) for left, right in ("[]", "{}")):
        return "a list or mapping in brackets is not closed", 'close it, or put the text in "quotes"'
    return "a text inside brackets that YAML reads as something else", f"{_QUOTE}, each entry in its own"


def _quoted(lines: list[str], at: int, line: re.Match[str]) -> list[str]:
    """The lines with a value in quotes, and what was indented below it gone."""
    beside = line.start("key") if line["key"] else len(line["indent"])
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > beside):
        end += 1
    text = lines[at][: line.start("value")] + json.dumps(line["value"], ensure_ascii=False)
    return [*lines[:at], text, *[""] * (end - at - 1), *lines[end:]]


def _fault_of(error: yaml.YAMLError, at: int) -> Fault:
    message = str(error)
    for pattern, what, fix in _SAYINGS:
        if re.search(pattern, message):
            return Fault(at + 1, what, fix)
    return Fault(at + 1, f"not valid YAML ({getattr(error, 'problem', message)})", "compare with the lines around")


def _shortened(fix: str, most: int = 40) -> str:
    """A fix that quotes what was written, of that only the beginning."""
    return fix if len(fix) <= most else f"{fix[:most].rstrip()} …`"
