"""Rules of the house that no module can keep by itself."""

import re
import tomllib
from pathlib import Path

import pytest
from tools import ROOT

LAYOUTS = sorted((ROOT / "templates/layouts").glob("*.typ"))
PARTS = sorted(
    set((ROOT / "templates/lib").glob("*.typ")) - {ROOT / "templates/lib/tokens.typ"}
)  # there tokens become colours

NAMED = (
    "black|white|gr[ae]y|silver|red|maroon|yellow|orange|green|lime|olive|blue|navy|aqua|teal|purple|fuchsia|eastern"
)
COLOUR = re.compile(
    r"\b(?:cmyk|rgb|luma|oklab|oklch|gradient)\s*[.(]|color\.\w+|\"#[0-9a-fA-F]{3,8}\"|"
    rf"\b(?:fill|stroke|paint)\s*:\s*(?:[\d.]+pt\s*\+\s*)?(?:{NAMED})\b"
)
FONT = re.compile(r"\bfont\s*:\s*[(\"]")
ADDRESS = re.compile(r"https?:|www\.|\w@\w|\b[\w-]+\.(?:de|org|com|example)\b")
STRING = re.compile(r"\"[^\"\n]*\"")
WORDS = re.compile(
    r"[A-ZÄÖÜäöüß„“–]|\b(?:und|oder|der|die|das|mit|von|zum|zur)\b"
)  # a sign that it is German, for people
CONTENT = re.compile(r"\[\s*[A-Za-zÄÖÜäöüß]{2,}")


# Structure elements (ISO 32000-1, 14.8.4) that a layout may name.
TAGS = {f'"{tag}"' for tag in ("P", "L", "LI", "Lbl", "LBody", "Sect", "TOC", "TOCI", "Reference", "TD", "TH", "Title")}


def code(template: str) -> str:
    """A template without its comments, facts and imports."""
    template = re.sub(r"^#let facts = \(\n(?: .*\n)*\)", "", template, flags=re.MULTILINE)
    return re.sub(r"^\s*//.*$|^#import .*$|(?<=\s)// .*$", "", template, flags=re.MULTILINE)


def literals(template: str) -> list[str]:
    source = code(template)
    found = [match[0] for rule in (COLOUR, FONT, ADDRESS, CONTENT) for match in rule.finditer(source)]
    return found + [string for string in STRING.findall(source) if WORDS.search(string) and string not in TAGS]


def test_there_is_something_to_look_at():
    assert len(LAYOUTS) >= 2 and len(PARTS) >= 5


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.name)
def test_a_layout_holds_no_colour_font_address_or_text(path: Path):
    assert literals(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_a_shared_part_holds_no_colour_or_font(path: Path):
    source = code(path.read_text(encoding="utf-8"))
    assert [found[0] for rule in (COLOUR, FONT, ADDRESS) for found in rule.finditer(source)] == []


@pytest.mark.parametrize(
    "line",
    [
        "fill: cmyk(0%, 0%, 0%, 100%)",
        "fill: rgb(1, 2, 3)",
        "luma(50%)",
        'paint: "#ffcc00"',
        "fill: white",
        "stroke: 1pt + black",
        "color.spot(x)",
        'set text(font: "Baloo 2")',
        'font: ("A", "B")',
        '"https://example.org"',
        "[Mehr auf kommune.de]",
        '"Bogen"',
        '"für dich"',
        '" und "',
        "[Spiel mit!]",
    ],
)
def test_the_rule_can_fail(line: str):
    before = '#import "x.typ": y\n#let facts = (\n  title: "Ein Titel",\n)\n// Ein Kommentar\n'
    assert literals(before) == [] and literals(f"{before}#let layout(job, brand) = {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "fill: brand.accent",
        'tail: "left"',
        '"board"',
        "text(fill: brand.on-accent)",
        "[#job.texts.sheet]",
        'kept(phrase, "long", "foot of a card")',
        '", "',
        '// rgb(1, 2, 3) and "Ein Wort"',
        "font: brand.fonts.text",
        "set rect(stroke: none)",
    ],
)
def test_the_rule_can_be_kept(line: str):
    assert literals(f"#let layout(job, brand) = {line}\n") == []


# Strings of a job or a brand that somebody writes, and the calls in which a layout may name them: a part, which
# `fit-part` sets in its place, or what makes words of them, (text, key).
WRITTEN = re.compile(
    r"\bjob\.(?:texts|credits|title|podcast\.(?:name|about))\b|\bbrand\.(?:name|imprint|contact|website)\b"
)
FITTED = {"part", "words", "words-of", "wording", "address-of"}
ASKED = re.compile(r"\s*(?:!=|==)|\s*\.len\(")  # a question about it sets nothing


def placed_raw(template: str) -> list[str]:
    """Strings that a template sets by itself, outside the parts that fit them."""
    source = code(template)
    return [
        found[0]
        for found in WRITTEN.finditer(source)
        if not ASKED.match(source, found.end()) and not _is_fitted(source, found.start())
    ]


def _is_fitted(source: str, at: int) -> bool:
    """Whether a place lies in the parentheses of a call that fits, or of a pair (text: …, key: …)."""
    depth = 0
    for i in range(at - 1, -1, -1):
        if source[i] in ")]}":
            depth += 1
        elif source[i] in "([{":
            if depth:
                depth -= 1
                continue
            called = re.search(r"([\w-]+)$", source[:i])
            if source[i] == "(" and ((called and called[1] in FITTED) or re.match(r"\(\s*text:", source[i:])):
                return True
    return False


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.name)
def test_a_layout_sets_no_text_outside_the_parts_that_fit_it(path: Path):
    assert placed_raw(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "place(text(size: 8pt, job.texts.title))",
        "[#job.texts.sheet]",
        "label(brand, 9pt, brand.name)",
        "job.credits.join()",
        "block(width: 3mm, brand.imprint)",
    ],
)
def test_text_set_by_a_layout_is_seen(line: str):
    assert placed_raw(f"#let layout(job, brand) = {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "part((words-of(words(job, key), w),), size => text(size: size, job.texts.title))",
        '(text: job.texts.overline + job.texts.title, key: "overline")',
        "if brand.imprint != none { small }",
    ],
)
def test_text_in_a_part_may_stand(line: str):
    assert placed_raw(f"#let layout(job, brand) = {line}\n") == []


def test_ci_runs_the_test_command_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.+)\n```", readme)
    tests = [command for command in commands if command.endswith("invoke test")]
    assert len(tests) == 1 and any(command.endswith("invoke build") for command in commands)
    assert tests[0] in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_what_is_installed_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert (
        len(wanted) > 10
        and [name for name in wanted if not re.fullmatch(r"[\w-]+==[\d.]+(; sys_platform .+)?", name)] == []
    )


def test_typst_has_one_door():
    modules = {path: path.read_text(encoding="utf-8") for path in (ROOT / "press").rglob("*.py")}
    importing = [path for path, text in modules.items() if re.search(r"^\s*(import|from) typst\b", text, re.M)]
    assert {path.parent.name for path in importing} == {"typst_engine"}
