"""The ZIP unpacks beside itself: its names are relative and plain, and no id could make another."""

import re
import zipfile
from pathlib import Path

import pytest
from tools import BUILT, ORDER, edit, plan

from press.errors import PressError
from press.order.plan import make_plan
from press.paths import Project

PLAIN = re.compile(r"[a-zA-Z0-9][\w.+-]*")


def names(root: Path) -> list[str]:
    (archive,) = (root / BUILT).glob("*.zip")
    with zipfile.ZipFile(archive) as package:
        return package.namelist()


def test_every_name_is_a_plain_file(sample_once: Path) -> None:
    found = names(sample_once)
    assert len(found) == len(set(found)) == 7 and [name for name in found if not PLAIN.fullmatch(name)] == []


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", "a/../../b.pdf", "C:\\a.pdf", "a\\b.pdf", "", ".", ".."])
def test_what_is_no_plain_file(name: str) -> None:
    assert not PLAIN.fullmatch(name)


@pytest.mark.parametrize("name", ["../x", "/x", "x/y", "..", "C:x", "x\\\\y", "x\\ny", "X", "x.pdf", "ö"])
def test_an_id_that_would_lead_elsewhere(sample: Path, name: str) -> None:
    edit(sample / ORDER, "^    boards: 2", f'    boards: 2\n    id: "{name}"')
    with pytest.raises(PressError) as error:
        plan(sample)
    assert [problem.where for problem in error.value.problems] == [f"{ORDER}:9"]


@pytest.mark.parametrize("order", ["../orders/standard", "/etc/passwd", "..", "", "standard/../standard"])
def test_an_order_of_another_folder(sample: Path, order: str) -> None:
    with pytest.raises(PressError, match="there is no order"):
        make_plan(Project.at(sample), order)
