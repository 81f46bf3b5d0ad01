"""What preflight expects comes from the order: a layout that forgets something must not change what is expected."""

import json
from pathlib import Path

import pytest
import yaml
from tools import ORDER

from press.build.build import build
from press.errors import PressError
from press.order.plan import make_plan
from press.paths import Project
from press.preflight.report import OrderReport
from press.system.progress import Progress

LAYOUT = """#import "../lib/code.typ": code
#import "../lib/notes.typ": sheet-id
#import "../lib/sheet.typ": code-card
#let facts = (
  title: "Probe", about: "A sheet with its ID and a code", trim: (210, 297), sides: 1, board: (rows: 3, columns: 3)
)
#metadata(facts) <layout>
#let layout(job, brand) = for sheet in job.sheets {{
  page({{
    place(dx: 50mm, dy: 50mm, sheet-id(job, brand, sheet))
    {code}
  }})
}}
"""
RIGHT = "place(dx: 50mm, dy: 100mm, code-card(job, brand, sheet, 32mm))"
WRONG = "place(dx: 50mm, dy: 100mm, code(job, brand, job.podcast.newsletter.link))"


def made(root: Path, code: str) -> OrderReport:
    """The report of an order of one product of this layout."""
    (root / "templates/layouts/probe.typ").write_text(LAYOUT.format(code=code), encoding="utf-8")
    order = yaml.safe_load((root / ORDER).read_text(encoding="utf-8")) | {"items": [{"layout": "probe", "boards": 3}]}
    (root / ORDER).write_text(json.dumps(order), encoding="utf-8")
    return build(make_plan(Project.at(root), "standard", editions=("print",)), Progress(terminal=False)).report


def test_the_layout_as_it_should_be(sample):
    assert made(sample, RIGHT).status == "draft"


@pytest.mark.parametrize("code", ["", WRONG], ids=["none", "another"])
def test_a_code_that_a_layout_forgets_or_mistakes(sample, code: str):
    with pytest.raises(PressError) as error:
        made(sample, code)
    assert error.value.exit_code == 3 and any("[codes]" in problem.what for problem in error.value.problems)
