"""The office edition of the standard order, as a build hands it to preflight; built once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from press.build.build import build
from press.system.progress import Progress
from press.order.order import Overrides
from press.order.plan import make_plan
from press.preflight.expected import Ordered
from press.preflight.runner import preflight
from press.paths import Project
from tools import copy_project


@dataclass(frozen=True)
class Finished:
    data: bytes
    ordered: Ordered


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> dict[str, Finished]:
    """Product → its file and what was ordered: two boards and the brochure."""
    seen = {}

    def watch(file: Path, ordered: Ordered, *rest, **named):
        seen[ordered.name.removeprefix("office/").removesuffix(".pdf")] = Finished(file.read_bytes(), ordered)
        return preflight(file, ordered, *rest, **named)

    root = copy_project(tmp_path_factory.mktemp("office") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("press.build.steps.preflight", watch)
        build(make_plan(Project.at(root), "standard", Overrides(boards=2), ("office",)), Progress(terminal=False))
    assert set(seen) == {"bingo-3x3", "argumente"}
    return seen
