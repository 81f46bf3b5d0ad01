"""Rules of the house that no module can keep by itself."""

import re
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


def code(template: str) -> str:
    """A template without its comments, facts and imports."""
    template = re.sub(r"^#let facts = \(\n(?: .*\n)*\)", "", template, flags=re.MULTILINE)
    return re.sub(r"^\s*//.*$|^#import .*$|(?<=\s)// .*$", "", template, flags=re.MULTILINE)


def literals(template: str) -> list[str]:
    source = code(template)
    found = [match[0] for rule in (COLOUR, FONT, ADDRESS, CONTENT) for match in rule.finditer(source)]
    return found + [string for string in STRING.findall(source) if WORDS.search(string)]


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


def test_typst_has_one_door():
    modules = {path: path.read_text(encoding="utf-8") for path in (ROOT / "press").rglob("*.py")}
    assert [
        path.relative_to(ROOT).as_posix()
        for path, text in modules.items()
        if re.search(r"^\s*(import|from) typst\b", text, re.M)
    ] == ["press/typst_engine/compiler.py"]
