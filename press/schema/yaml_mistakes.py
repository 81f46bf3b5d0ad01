"""What somebody meant who wrote YAML that is none: told by the line as it stands there, not by what a parser missed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from press.language.message import Message, _

_QUOTE = _('put the text in "quotes"')
_SPACE_LIKE = "\u00a0\u2007\u2009\u202f"  # spaces that YAML takes for letters
_KEY = r"[A-Za-z_][\w-]*"

# A line: where its value begins, after hyphens and a key.
_LINE = re.compile(rf"(?P<indent> *)(?P<hyphens>(?:- +)*)(?:(?P<key>{_KEY}) *:(?: +|$))?(?P<value>.*)")

# Spaces and signs around keys: a pattern, what it is, how to mend it, what `so` is there, what was meant.
_AROUND_KEYS = (
    (
        rf"( *)[{_SPACE_LIKE} ]*[{_SPACE_LIKE}][{_SPACE_LIKE} ]*(?=\S)(.*)",
        _("a no-break space in the indentation"),
        _("indent with plain spaces"),
        "",
        None,
    ),
    (
        rf"( *(?:- +)*(?:{_KEY}:|-))[{_SPACE_LIKE}]+(.*)",
        _("a no-break space where YAML needs a plain one"),
        _("type that space anew"),
        "",
        r"\1 \2",
    ),
    (rf"( *)-({_KEY}:(?:\s.*)?)", _("no space after the hyphen"), _("write `{so}`"), r"- \2", r"\1- \2"),
    (rf"( *(?:- +)*)({_KEY}):([^\s/].*)", _("no space after the colon"), _("write `{so}`"), r"\2: \3", r"\1\2: \3"),
    (r"( *)[–—•·*] +(.*)", _("a dash or dot where a list needs a hyphen"), _("write `{so}`"), r"- \2", r"\1- \2"),
    (
        rf"( *(?:- +)*)({_KEY}) *= *(.*)",
        _("an equals sign where a colon belongs"),
        _("write `{so}`"),
        r"\2: \3",
        r"\1\2: \3",
    ),
)

# What a text without quotes must not begin with, or hold: a pattern of the value, what it is, how to mend it.
_VALUES = (
    (
        r"'(?:[^']|'')*\w'\w",
        _("an apostrophe in a text in single quotes ends it"),
        _('write ’ for the apostrophe, or put the text in "double quotes"'),
    ),
    (
        r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#]""",
        _("the text goes on after the closing quote"),
        _('put all of it in "quotes", and „…“ around what is quoted'),
    ),
    (r"[\[{]", _("`{sign}` at the start of a text begins a list or keys in YAML"), _QUOTE),
    (r"[>|]\s*[^\s#+-]", _("`{sign}` at the start of a text means something else in YAML"), _QUOTE),
    (r"[*&!]", _("`{sign}` at the start of a text means something else in YAML"), _QUOTE),
    (r"[-?](?:\s|$)", _("`{sign}` at the start of a text begins a list or a key in YAML"), _QUOTE),
    (r"[@`%,\]}}]", _("a text starts with the reserved character `{sign}`"), _QUOTE),
    (r"[^\"'].*:(?:\s|$)", _("a colon inside a text without quotes"), _QUOTE),
)

# What the parser says, where the line tells nothing.
_SAYINGS = (
    ("mapping values are not allowed", _("a colon inside a text without quotes"), _QUOTE),
    (
        "could not find expected ':'",
        _("a line without a `key: value`"),
        _("put a space after the colon, or indent the text"),
    ),
    (
        "found unexpected end of stream|while scanning a quoted",
        _("a quote that is opened and never closed"),
        _("close it"),
    ),
    ("special characters are not allowed", _("a control character that cannot be printed"), _("delete it")),
    (
        "unknown escape character",
        _("a backslash in double quotes means something else in YAML"),
        _("write two of them"),
    ),
    ("found undefined alias", _("`*` at the start of a text means something else in YAML"), _QUOTE),
    ("another document", _("a line `---` inside the file"), _("delete it")),
    (
        "while parsing a block (mapping|collection)",
        _("the indentation does not fit the lines above"),
        _("align the keys"),
    ),
)


@dataclass(frozen=True)
class Fault:
    """A mistake in a line, from 1; `mended`: all lines as they were probably meant, to read on."""

    line: int
    what: Message
    fix: Message
    mended: list[str] | None = None


def mistake(error: yaml.YAMLError, lines: list[str]) -> Fault:
    """What is wrong in the text that the parser stopped at."""
    at = _stopped_at(error, lines)
    if re.match(r" *\t", lines[at]):
        return Fault(at + 1, _("a tab in the indentation"), _("indent with spaces"))
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
            yield Fault(first + 1, _("a quote that is opened and never closed"), _("close it"), mended)
            return


def _stopped_at(error: yaml.YAMLError, lines: list[str]) -> int:
    """The line, from 0: where the faulty thing began, not where the file ended."""
    mark = getattr(error, "problem_mark", None)
    if re.match("while (scanning a (quoted scalar|simple key)|parsing a flow)", getattr(error, "context", None) or ""):
        mark = getattr(error, "context_mark", mark)
    return min(mark.line, len(lines) - 1) if mark else 0


def _around_keys(lines: list[str], at: int) -> Fault | None:
    for pattern, what, fix, so, meant in _AROUND_KEYS:
        if found := re.fullmatch(pattern, lines[at]):
            if meant is None:
                mended = re.sub(rf"^[{_SPACE_LIKE} ]+", lambda spaces: " " * len(spaces[0]), lines[at])
            else:
                mended = found.expand(meant)
            return Fault(
                at + 1, what, fix.format(so=_shortened(found.expand(so))), [*lines[:at], mended, *lines[at + 1 :]]
            )
    return None


def _in_value(lines: list[str], at: int) -> Fault | None:
    line = _LINE.match(lines[at])
    if not line or not (line["key"] or line["hyphens"]):
        return None
    for pattern, what, fix in _VALUES:
        if re.match(pattern, line["value"]):
            return Fault(at + 1, what.format(sign=line["value"][:1]), fix, _quoted(lines, at, line))
    return None


def _in_brackets(line: str) -> tuple[Message, Message]:
    if any(line.count(left) != line.count(right) for left, right in ("[]", "{}")):
        return _("a list or mapping in brackets is not closed"), _('close it, or put the text in "quotes"')
    return _("a text inside brackets that YAML reads as something else"), _(
        "{quote}, each entry in its own", quote=_QUOTE
    )


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
    return Fault(
        at + 1,
        _("not valid YAML ({reason})", reason=getattr(error, "problem", message)),
        _("compare with the lines around"),
    )


def _shortened(text: str, most: int = 33) -> str:
    """The beginning of what was written, for a fix that quotes it."""
    return text if len(text) < most else f"{text[:most].rstrip()} …"
