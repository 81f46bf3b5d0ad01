"""No message is written where it cannot be said in another language, and none is made plain English on its way."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from outside import outside
from tools import ROOT

from press.language.message import Message, _

# What is no message there: pages that people see, which are German; what is written into files; PDF's own words.
WRITTEN = (
    *("press/delivery/ticket/", "press/finishing/", "press/game/game_words.py", "press/pdf/", "press/proof/"),
    *(
        "press/new_brand/font_licences.py",
        "press/new_brand/specimen_text.py",
        "press/new_brand/yaml_writer.py",
        "press/new_content/deck_yaml.py",
    ),
)
# Elsewhere: patterns of what libraries say, headings of lists, sample notes by which the report finds its German.
NO_MESSAGES = {
    "tasks.py": {"ruff check", "ruff format --check"},
    "press/brand/logo/svg_reading/computed.py": {"translate({} {}) {} translate({} {})"},
    "press/brand/logo/svg_reading/plain_svg.py": {'<{} id="{}">'},
    "press/content/papers.py": {"{name: {}, weight: {}, coated: false}"},
    "press/content/texts.py": {"Texts that replace those of content/texts.yaml."},
    "press/new_content/columns.py": {
        *("kurze antwort", "antwort kurz", "short answer", "lange antwort", "antwort lang", "long answer", "lfd nr"),
    },
    "press/new_content/episodes.py": {"folge {}"},
    "press/new_content/order_yaml.py": {"{} for {}"},
    "press/preflight/document.py": {"read aloud {} of {} pages", "{} on {} of {} pages"},
    "press/schema/yaml_mistakes.py": {
        *("mapping values are not allowed", "could not find expected ':'", "special characters are not allowed"),
        *("found unexpected end of stream|while scanning a quoted", "unknown escape character", "another document"),
        *("found undefined alias", "while parsing a block (mapping|collection)"),
    },
    "press/system/os_errors.py": {"can't start new thread"},
    "press/typst_engine/compiler.py": {"failed to download package", "package not found", "package manifest"},
    "press/watch/messages.py": {
        *(
            "Das Programm hat einen Fehler",
            "Dem Rechner fehlt etwas",
            "Wird neu gesetzt …",
            "Genaueres steht im Terminal.",
        ),
    },
}
FILES = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "tasks.py", *sorted((ROOT / "press").rglob("*.py")))
    if not path.relative_to(ROOT).as_posix().startswith(WRITTEN)
]


def source(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def test_no_message_is_written_outside():
    found = {(file, one.text): one.line for file in FILES for one in outside(source(file))}
    assert len(FILES) > 200
    assert {
        f"{file}:{line}": text for (file, text), line in found.items() if text not in NO_MESSAGES.get(file, ())
    } == {}
    allowed = {(file, text) for file, texts in NO_MESSAGES.items() for text in texts}
    assert allowed - found.keys() == set()  # what is allowed is there


@pytest.mark.parametrize(
    "code",
    [
        'Problem(where, "no such thing", _("delete it"))',
        'Problem(where, _("x"), f"delete {name}")',
        'Problem(where, "gone" if gone else _("x"), _("delete it"))',
        'say("Made", path)',
        'say(f"Made {path}")',
        'raise wrong("empty", "fill it")',
        'what = f"{count} pages are missing"',
        'FIX = "build the product anew"',
        'yield None, f"a link to {link}", fix',
        '@press_task("Build.", help={"order": "which"})\ndef build(): ...',
        'ask("Name: ")',
        '_("{what}", what="nothing to do")',
        '_("the {what}", what=f"{n} of them")',
    ],
)
def test_one_that_is_outside_is_seen(code: str):
    assert list(outside(code))


@pytest.mark.parametrize(
    "code",
    [
        'Problem(f"{file}:{line}", _("no such thing"), _("delete it"))',
        'Problem("--only", _("x"), choose_one(names))',
        'say(str(path), f"  {cell}")',
        '"""A docstring of many words."""',
        'raise ValueError("this is a bug of ours")',
        'Field(description="What it is for.")',
        'if line == "the end of it": ...',
        'TITLE = "Noch nicht zu Ende"',
        'ngettext("{n} board", "{n} boards", n)',
        'RATIONALE = "more than one sees of it"',
    ],
)
def test_what_is_none_passes(code: str):
    assert list(outside(code)) == []


def calls(file: str) -> list[ast.Call]:
    """Every call that makes a message."""
    return [
        node
        for node in ast.walk(ast.parse(source(file)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    ]


def unfilled(call: ast.Call) -> set[str]:
    """Placeholders that a message names and is not given, or is given and does not name."""
    given = {str(keyword.arg) for keyword in call.keywords}
    counting = isinstance(call.func, ast.Name) and call.func.id == "ngettext"
    if not given and not counting:
        return set()  # filled in later, or nothing to fill in
    templates = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    named = {name for template in templates for _, name, _, _ in Formatter().parse(template) if name}
    return (named ^ given) - ({"n"} if counting else set())


def test_every_message_has_what_it_names():
    found = [(file, call) for file in FILES for call in calls(file)]
    assert len(found) > 900
    assert [(file, call.lineno) for file, call in found if not isinstance(call.args[0], ast.Constant)] == []
    assert {f"{file}:{call.lineno}": unfilled(call) for file, call in found if unfilled(call)} == {}


@pytest.mark.parametrize("code", ['_("a {b}", c=1)', '_("a", c=1)', 'ngettext("{n} {a}", "{n} {a}", 2)'])
def test_one_without_is_seen(code: str):
    (expression,) = ast.parse(code).body
    assert unfilled(expression.value)


def test_a_message_in_an_f_string_of_the_press_is_told(monkeypatch):
    """What `conftest.py` does in every test."""
    with pytest.raises(AssertionError, match="plain English"):
        eval(compile("f'{message}'", str(ROOT / "press/cli/output.py"), "eval"), {"message": _("no sheet ID")})
    assert f"{_('no sheet ID')}" == "no sheet ID"  # anybody else may


def test_the_guard_is_on():
    assert Path(Message.__format__.__code__.co_filename).name == "conftest.py"


def shadowed(source: str) -> list[str]:
    """The functions in which `_` is a name of their own, and called: Python then knows no other in all of them."""
    return [
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef) and {"bound", "called"} <= set(_uses(function))
    ]


def _uses(function: ast.FunctionDef) -> Iterator[str]:
    """What a function itself does with `_`; what comprehensions bind is theirs."""
    waiting: list[ast.AST] = [function.args, *function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield "called"
        if isinstance(node, ast.arg) and node.arg == "_":
            yield "bound"
        if isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store):
            yield "bound"
        if not isinstance(node, ast.FunctionDef | ast.Lambda | ast.comprehension):
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize(
    "body, wrong",
    [
        ("    _ = 1\n    return _('text')", True),
        ("    for _, x in y:\n        raise Problem(_('text'))", True),
        ("    return [x for _, x in y], _('text')", False),
        ("    _ = 1\n    return g('text')", False),
    ],
)
def test_a_name_of_its_own_would_be_found(body: str, wrong: bool):
    assert bool(shadowed(f"def f(y):\n{body}\n")) is wrong


def test_nowhere_is_the_function_a_name_of_its_own():
    files = [ROOT / "tasks.py", *(ROOT / "press").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    assert len(files) > 300
    assert {str(file): found for file in files if (found := shadowed(file.read_text(encoding="utf-8")))} == {}
