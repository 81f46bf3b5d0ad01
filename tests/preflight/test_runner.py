"""The runner: a check that does not run is a failure, and so is a check that is not there."""

import errno
import importlib
import json
from collections import Counter
from contextlib import nullcontext

import pytest

from preflight.finished import two_sheets
from press.links.link_rules import Placeholder
from press.preflight.finding import Finding
from press.preflight.report import order_report, read_report, status
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


@pytest.mark.parametrize(
    "error, passes_on",
    [
        (OSError(errno.EMFILE, "Too many open files"), True),
        (MemoryError(), True),
        (OSError("broken data stream when reading image file"), False),
    ],
    ids=["files", "memory", "picture"],
)
def test_what_the_machine_lacks_is_no_fault_of_the_file(good, monkeypatch, error: Exception, passes_on: bool):
    def lacks(document):
        raise error

    finished, check = good(two_sheets), CHECKS[0]
    for other in CHECKS:
        monkeypatch.setattr(other, "check", lacks if other is check else lambda document: ())
    with pytest.raises(type(error)) if passes_on else nullcontext():
        assert [finding.code for finding in preflight(finished.data, finished.expected).findings] == [check.CODE]


def test_the_report_names_every_check_and_sample(good):
    finished = good(two_sheets)
    report = preflight(finished.data, finished.expected)
    assert set(report.checks) == {check.CODE for check in CHECKS}
    assert report.samples


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
        return Finding("boxes", severity, "print/a.pdf", 1, "print/a.pdf page 1", "no TrimBox", "build anew")

    assert [
        status(map(finding, severities)) for severities in ((), ["warning"], ["draft", "warning"], ["draft", "error"])
    ] == ["pass", "pass", "draft", "fail"]
    link = "https://example.org"
    reason = Placeholder("content/podcast.yaml:3", "a placeholder", "write it", link, "content/podcast.yaml", 3)
    report = order_report({"print/a.pdf": Report((finding("warning"),), ("boxes",), ())}, [reason])
    written = json.loads(report.as_bytes())
    keys = ["code", "severity", "file", "page", "where", "problem", "fix"]
    assert written["status"] == "draft" and all(list(entry) == keys for entry in written["findings"])
    places = [(entry["severity"], entry["file"], entry["page"], entry["where"]) for entry in written["findings"]]
    assert places == [
        ("warning", "print/a.pdf", 1, "print/a.pdf page 1"),
        ("draft", "content/podcast.yaml", None, "content/podcast.yaml:3"),
    ]


def test_a_report_is_read_back(tmp_path):
    finding = Finding("boxes", "error", "print/a.pdf", 2, "print/a.pdf page 2", "no TrimBox", "build anew")
    reports = {"print/a.pdf": Report((finding,), ("boxes",), ("one",)), "print/b.pdf": Report((), ("boxes",), ())}
    report = order_report(reports, [])
    (tmp_path / "preflight.json").write_bytes(report.as_bytes())
    read = read_report(tmp_path / "preflight.json")
    assert read == report and {name: read.of(name) for name in reports} == reports
    (tmp_path / "preflight.json").write_bytes(report.as_bytes().replace(b'"page": 2', b'"page": "2"'))
    assert read_report(tmp_path / "preflight.json") is None
