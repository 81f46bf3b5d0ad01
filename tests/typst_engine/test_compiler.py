"""Typst behind its door: a warning or a mistake in a template is a problem with a file and a line."""

from pathlib import Path

import pytest
from tools import BUILT, make, press, write_item

from press.errors import PressError

LAYOUT = "templates/layouts/probe.typ"
LINE = 9  # of what a test puts in
SOURCE = """#let facts = (
  title: "Probe",
  about: "A layout to make mistakes in",
  trim: (210, 297),
  sides: 1,
)
#metadata(facts) <layout>
#let layout(job, brand) = {
  %s
  page[#job.texts.title]
}
"""


@pytest.fixture(autouse=True)
def in_the_project(sample: Path, monkeypatch):
    monkeypatch.chdir(sample)


def write_layout(root: Path, put: str) -> None:
    (root / LAYOUT).write_text(SOURCE % put, encoding="utf-8")
    write_item(root, "probe")


def refused(root: Path, put: str) -> tuple[str, str]:
    """Where and what, when a layout holds `put`."""
    write_layout(root, put)
    with pytest.raises(PressError) as error:
        make(root)
    assert error.value.exit_code == 2 and not (root / BUILT).exists()
    return error.value.problems[0].where, error.value.problems[0].what


@pytest.mark.parametrize(
    "put, told",
    [
        ('set text(font: "Nirgends")', "unknown font family: nirgends"),  # a warning of Typst
        ("brand.nothing", 'dictionary does not contain key "nothing"'),
        ('panic("stop")', "panicked with: stop"),
        ("assert(1 == 2)", "assertion failed"),
        ("let x = (", "unclosed delimiter"),
    ],
)
def test_mistakes_in_a_layout(sample: Path, put: str, told: str):
    where, what = refused(sample, put)
    assert told in what and where == f"{LAYOUT}:{LINE}"


def test_a_mistake_in_a_shared_part_is_placed_there(sample: Path):
    (sample / "templates/lib/broken.typ").write_text("// A part\n#let part() = none.width\n", encoding="utf-8")
    assert refused(sample, 'import "../lib/broken.typ": part; part()')[0] == "templates/lib/broken.typ:2"


def test_system_fonts_are_not_seen(sample: Path):
    """A font that many machines have is unknown here, so that sheets are the same everywhere."""
    assert "unknown font family" in refused(sample, 'set text(font: "DejaVu Sans")')[1]


def test_places_are_told_from_the_root_wherever_one_stands(sample: Path):
    write_layout(sample, "brand.nothing")
    done = press(sample / "content", "build")
    assert done.returncode == 2 and done.stderr.startswith(f"{LAYOUT}:{LINE}: ")
