"""The report: all findings of an order, and what they mean for it."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from press.errors import Problem
from press.preflight.finding import Finding
from press.preflight.runner import Report

DRAFT = "draft"


def draft_findings(reasons: Iterable[Problem]) -> list[Finding]:
    """Why an order is only a draft, as findings."""
    return [Finding("placeholder", DRAFT, reason.where, reason.what, reason.fix) for reason in reasons]


def order_report(reports: dict[str, Report], reasons: Iterable[Problem]) -> dict[str, Any]:
    """preflight.json: the status, every finding, and per file what was looked at."""
    findings = [finding for report in reports.values() for finding in report.findings] + draft_findings(reasons)
    return {
        "status": status(findings),
        "findings": [asdict(finding) for finding in findings],
        "files": {name: {"checks": report.checks, "samples": report.notes} for name, report in reports.items()},
    }


def status(findings: Iterable[Finding]) -> str:
    severities = {finding.severity for finding in findings}
    return "fail" if "error" in severities else DRAFT if DRAFT in severities else "pass"


def as_bytes(report: dict[str, Any]) -> bytes:
    return json.dumps(report, ensure_ascii=False, indent=2).encode() + b"\n"
