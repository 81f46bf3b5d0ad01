"""preflight.json: all findings of an order, and what they mean for it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from press.links.link_rules import Placeholder
from press.preflight.finding import Finding
from press.preflight.runner import Report
from press.schema.validation import Model
from press.system.safe_files import read_file

Status = Literal["pass", "draft", "fail"]
MAX_BYTES = 100_000_000  # of a report that is read: a hundred times the largest of ours
PLACEHOLDER = "placeholder"  # the code of a draft's findings


class Inspected(Model):
    """What was looked at in a file: the codes of the checks that ran, and how large their samples were."""

    checks: tuple[str, ...]
    samples: tuple[str, ...]


class OrderReport(Model):
    """The report of an order: its status, every finding, and what was looked at by file."""

    status: Status
    findings: tuple[Finding, ...]
    files: dict[str, Inspected]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")

    def of(self, file: str) -> Report:
        """The report of one file. Raises KeyError."""
        own = self.files[file]
        return Report(tuple(found for found in self.findings if found.file == file), own.checks, own.samples)

    def as_bytes(self) -> bytes:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2).encode() + b"\n"


def order_report(reports: Mapping[str, Report], reasons: Iterable[Placeholder]) -> OrderReport:
    """The report on an order's files, and on why it is only a draft."""
    findings = [finding for report in reports.values() for finding in report.findings]
    findings += [
        Finding(PLACEHOLDER, "draft", reason.file, None, reason.where, reason.what, reason.fix) for reason in reasons
    ]
    files = {name: Inspected(checks=report.checks, samples=report.samples) for name, report in reports.items()}
    return OrderReport(status=status(findings), findings=tuple(findings), files=files)


def status(findings: Iterable[Finding]) -> Status:
    severities = {finding.severity for finding in findings}
    return "fail" if "error" in severities else "draft" if "draft" in severities else "pass"


def read_report(file: Path) -> OrderReport | None:
    """A report that was written; None if there is none, or none that the press wrote."""
    try:
        return OrderReport.model_validate_json(read_file(file, MAX_BYTES))
    except (OSError, ValueError):
        return None
