"""What reads like a message in the code and is none: literals that nobody can say in another language.

Sinks – a Problem, a Finding, what is said, asked or told as help – take messages alone, of however few words. Anywhere
else a literal that reads like English prose is one, unless it stands where no message does: a docstring, a model's
description, an error of our own, a pattern, a check's rationale.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Two words of small letters, or one beside a value that is filled in.
PROSE = re.compile(r"(?:^|[ (])[a-z]{2,}[,:;]? (?:[a-z]{2,}|\{)|\} [a-z]{2,}")
WORD = re.compile(r"[A-Za-z]{3,}")
GERMAN = re.compile(
    r"[äöüßÄÖÜ„“]|\b(?:und|oder|der|die|das|den|nicht|eine?|ist|zum|zur|von|auf|mit|für|noch|ohne|alles)\b"
)
MESSAGES = {"_", "ngettext"}
# A call → its first argument that a person reads.
SINKS = {
    "Problem": 1,
    "Finding": 5,
    "say": 0,
    "say_error": 0,
    "wrong": 0,
    "refused": 0,
    "press_task": 0,
    "ask": 0,
    "input": 0,
}
# Calls that no person hears of: patterns, facts for other programs, errors that are bugs of ours.
SILENT = {
    *("compile", "match", "search", "fullmatch", "sub", "findall", "finditer", "split", "startswith", "endswith"),
    *("Field", "note_sample", "getattr", "setattr", "TypeVar", "Literal", "NotFound", "task"),
    *("ValueError", "LookupError", "TypeError", "RuntimeError", "KeyError", "AssertionError", "OSError", "IndexError"),
    *("FileNotFoundError", "NotImplementedError", "UpToDate", "replace", "add_header", "SystemExit"),
}
KEPT = {"RATIONALE", "__all__"}  # constants that only developers read


@dataclass(frozen=True)
class Outside:
    line: int
    text: str


def outside(source: str) -> Iterator[Outside]:
    """Every literal in a file that should be a message."""
    yield from _in(ast.parse(source), sink=False)


def _in(node: ast.AST, sink: bool) -> Iterator[Outside]:
    match node:
        case ast.Call():
            yield from _in_call(node, sink)
        case ast.Constant(value=str(text)) if _is_message(text, sink):
            yield Outside(node.lineno, text)
        case ast.JoinedStr():
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            if _is_message(text, sink):
                yield Outside(node.lineno, text)
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _in(part.value, sink=False)
        case ast.Assign(targets=[ast.Name(id=name)]) if name in KEPT:
            return
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.Import() | ast.ImportFrom() | ast.Constant():
            return  # a docstring; what is compared is told to nobody
        case ast.IfExp(test=test, body=body, orelse=other):
            yield from _in(test, sink=False)
            yield from _in(body, sink)
            yield from _in(other, sink)
        case ast.Subscript(value=value):
            yield from _in(value, sink=False)
        case ast.AnnAssign(value=value) if value:
            yield from _in(value, sink=False)
        case ast.arg() | ast.AnnAssign():
            return
        case ast.Dict(keys=keys, values=values):
            for part in (*(key for key in keys if not isinstance(key, ast.Constant) and key), *values):
                yield from _in(part, sink)
        case ast.FunctionDef(returns=returns):
            for child in ast.iter_child_nodes(node):
                if child is not returns:
                    yield from _in(child, sink=False)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _in(child, sink and isinstance(node, ast.Tuple | ast.List | ast.Starred | ast.BoolOp))


def _in_call(call: ast.Call, sink: bool) -> Iterator[Outside]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in MESSAGES:
        for argument in (*call.args[2:], *call.keywords):
            yield from _in(argument, sink=False)
    elif name not in SILENT:
        yield from _in(call.func, sink=False)
        for number, argument in enumerate(call.args):
            yield from _in(argument, sink=number >= SINKS.get(name, 99))
        for keyword in call.keywords:
            if keyword.arg not in ("description", "encoding"):
                yield from _in(keyword.value, sink=name in SINKS and keyword.arg in ("what", "fix", "problem", "help"))


def _is_message(text: str, sink: bool) -> bool:
    """To a sink nothing goes but messages, and what is no word: a name in backquotes, an option, a place.

    Several lines, a comment and a command are written into files, or typed.
    """
    if "\n" in text or text.startswith(("#", "invoke ")):
        return False
    words = re.sub(r"`[^`]*`|\{\}|--[a-z-]+|\S+/\S*|invoke [a-z ]+", "", text)
    return bool(WORD.search(words)) if sink else bool(PROSE.search(text)) and not GERMAN.search(text)
