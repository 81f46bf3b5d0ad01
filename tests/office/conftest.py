"""The office edition of the standard order with two handouts more, as a build hands it to preflight; built once."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from shared import shared
from tools import ORDER, copy_project

from press.build.build import build
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.preflight.expected import Expected
from press.preflight.runner import preflight
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool


@dataclass(frozen=True)
class Finished:
    data: bytes
    expected: Expected


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> dict[str, Finished]:
    """Product → its file and what was expected: two boards, the brochure, the caller's list, cards."""
    return shared(tmp_path_factory, "office", _build)


def _build(root: Path) -> dict[str, Finished]:
    seen = {}

    def watch(file: Path, expected: Expected, *rest, **named):
        seen[expected.name.removeprefix("office/").removesuffix(".pdf")] = Finished(file.read_bytes(), expected)
        return preflight(file, expected, *rest, **named)

    copy_project(root)
    order = root / ORDER
    order.write_text(
        order.read_text(encoding="utf-8") + "\n  - layout: ansagerliste\n  - layout: karten\n", encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("press.build.steps.preflight", watch)
        plan = make_plan(Project.at(root), "standard", Overrides(boards=2), ("office",))
        build(plan, Progress(terminal=False), workers=WorkerPool(1))
    assert set(seen) == {"bingo-3x3", "argumente", "ansagerliste", "karten"}
    return seen
