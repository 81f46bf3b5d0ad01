"""The runner: a check that does not run is a failure, and so is a check that is not there."""

import importlib
import json
from collections import Counter

import pytest

from preflight.finished import two_sheets
from press.errors import Problem
from press.preflight.finding import Finding
from press.preflight.report import as_bytes, order_report, status
from press.preflight.runner import Report, load_checks, preflight

CHECKS = load_checks("print")
NO_CHECKS = (ImportError, LookupError, RuntimeError, ValueError)
PACKAGE = importlib.import_module(CHECKS[0].__name__.rpartition(".")[0])


def test_every_check_says_what_it_is():
    assert len(CHECKS) >= 18
    assert max(Counter(check.CODE for check in CHECKS).values()) == 1
    for check in CHECKS:
        assert check.SEVERITY in ("error", "warning") and check.RATIONALE.strip() and check.__doc__.strip()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_a_check_that_breaks_down_is_an_error(good, check, monkeypatch):
    finished = good(two_sheets)

    def breaks_down(document):
        yield 1, "one thing found", "mend it"
        raise RuntimeError("on the way")

    monkeypatch.setattr(check, "check", breaks_down)
    monkeypatch.setattr(check, "SEVERITY", "warning")
    for other in set(CHECKS) - {check}:
        monkeypatch.setattr(other, "check", lambda document: ())
    found = preflight(finished.data, finished.expected).findings
    assert [(finding.code, finding.severity) for finding in found] == [(check.CODE, "warning"), (check.CODE, "error")]
    assert found[0].where == f"{finished.expected.name} page 2" and found[1].where == finished.expected.name


def test_the_report_names_every_check_and_sample(good):
    finished = good(two_sheets)
    report = preflight(finished.data, finished.expected)
    assert set(report.checks) == {check.CODE for check in CHECKS}
    assert report.notes


@pytest.mark.parametrize("code", ["import nothing_of_this_name", "1 / 0", "CODE = 'x'"], ids=["import", "run", "facts"])
def test_a_module_that_is_no_check_is_an_error(code: str, tmp_path, monkeypatch):
    (tmp_path / "broken_check.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(PACKAGE, "__path__", [*PACKAGE.__path__, str(tmp_path)])
    monkeypatch.delitem(importlib.sys.modules, f"{PACKAGE.__name__}.broken_check", raising=False)
    with pytest.raises((ImportError, ArithmeticError, AttributeError)):
        load_checks("print")


def test_no_checks_at_all_are_an_error(tmp_path, monkeypatch):
    """An installation without the check files must not pass every PDF."""
    monkeypatch.setattr(PACKAGE, "__path__", [str(tmp_path)])
    with pytest.raises(NO_CHECKS):
        load_checks("print")


def test_an_edition_without_checks_is_an_error():
    with pytest.raises(NO_CHECKS):
        load_checks("screen")


def test_status_and_report():
    def finding(severity):
        return Finding("boxes", severity, "print/a.pdf page 1", "no TrimBox", "build anew")

    assert [
        status(map(finding, severities)) for severities in ((), ["warning"], ["draft", "warning"], ["draft", "error"])
    ] == ["pass", "pass", "draft", "fail"]
    reason = Problem("content/podcast.yaml:3", "a placeholder", "write the address")
    report = order_report({"print/a.pdf": Report((finding("warning"),), ("boxes",), ())}, [reason])
    assert json.loads(as_bytes(report))["status"] == "draft"
    assert all(set(entry) == {"code", "severity", "where", "problem", "fix"} for entry in report["findings"])
    assert [entry["severity"] for entry in report["findings"]] == ["warning", "draft"]
