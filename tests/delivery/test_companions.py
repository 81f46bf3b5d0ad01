"""Companions: a folder that one entry declares is published with the order, shown, and held against its manifest."""

import zipfile
from pathlib import Path

import pytest
from tools import BUILT, make, manifest

from press.delivery.companion import Companion
from press.delivery.filenames import INDEX
from press.delivery.verify_order import check_published
from press.errors import Exit, PressError
from press.order.plan import Plan
from press.paths import Project
from press.preflight.finding import Finding
from press.preflight.runner import Report

ENTRY, BESIDE = "beigabe/start.html", "beigabe/daten.txt"


def probe(*findings: Finding, wanted: bool = True) -> Companion:
    def write(plan: Plan, work: Path) -> Report:
        for name in (ENTRY, BESIDE):
            (work / name).parent.mkdir(exist_ok=True)
            (work / name).write_text(plan.id, encoding="utf-8")
        return Report(findings, ("probe",), ())

    return Companion(ENTRY, "Zum Probieren", lambda plan: wanted, write)


def declare(monkeypatch, *companions: Companion) -> None:
    monkeypatch.setattr("press.build.companions.COMPANIONS", companions)


def test_it_is_published_with_the_order(small: Path, monkeypatch):
    declare(monkeypatch, probe())
    (small / "build/.press/standard/record/sums.json").unlink()  # built once more
    result = make(small)
    page = (small / BUILT / INDEX).read_text(encoding="utf-8")
    assert {ENTRY, BESIDE} <= set(manifest(small)["outputs"])
    assert f'href="{ENTRY}"' in page and "Zum Probieren" in page and BESIDE not in page
    assert result.report.of(ENTRY).checks == ("probe",)
    (package,) = (small / BUILT).glob("*.zip")
    assert not any("beigabe" in name or "start" in name for name in zipfile.ZipFile(package).namelist())
    check_published(Project.at(small), "standard")
    (small / BUILT / BESIDE).write_text("other", encoding="utf-8")
    with pytest.raises(PressError, match=BESIDE):
        check_published(Project.at(small), "standard")


def test_one_that_is_not_wanted_is_not_there(small: Path, monkeypatch):
    declare(monkeypatch, probe(wanted=False))
    (small / "build/.press/standard/record/sums.json").unlink()
    make(small)
    assert not (small / BUILT / "beigabe").exists()
    assert ENTRY not in (small / BUILT / INDEX).read_text(encoding="utf-8")


def test_an_error_in_it_refuses_the_order(small: Path, monkeypatch):
    declare(monkeypatch, probe(Finding("probe", "error", ENTRY, None, ENTRY, "a dead link", "mend it")))
    (small / "build/.press/standard/record/sums.json").unlink()
    with pytest.raises(PressError, match="a dead link") as refused:
        make(small)
    assert refused.value.exit_code == Exit.PREFLIGHT and not (small / BUILT / "beigabe").exists()
