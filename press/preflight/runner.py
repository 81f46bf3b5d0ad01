"""Runs the checks of an edition on a finished file."""

import importlib
import pkgutil
from dataclasses import dataclass
from types import ModuleType

from press.preflight import checks
from press.preflight.finding import Finding
from press.preflight.subject import Ordered, Subject


@dataclass(frozen=True)
class Report:
    """All findings on one file, which checks ran, and how large their samples were."""

    findings: tuple[Finding, ...]
    checks: tuple[str, ...]
    notes: tuple[str, ...]


def load_checks(edition: str) -> tuple[ModuleType, ...]:
    """The checks of an edition, of every module in checks/. One that cannot be imported is an error, not a pass."""
    names = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    modules = [importlib.import_module(f"{checks.__name__}.{name}") for name in names]
    wanted = tuple(module for module in modules if edition in module.EDITIONS)
    if not wanted:
        raise LookupError(f"no checks for the edition {edition}: a gate that looks at nothing lets everything pass")
    return wanted


def preflight(data: bytes, ordered: Ordered, edition: str = "print") -> Report:
    """Every finding of every check. A check that breaks down is a finding of its own code."""
    wanted = load_checks(edition)
    subject = Subject(data, ordered)
    try:
        findings = [finding for check in wanted for finding in _run(check, subject)]
        return Report(tuple(findings), tuple(check.CODE for check in wanted), tuple(subject.notes))
    finally:
        subject.close()


def _run(check: ModuleType, subject: Subject) -> list[Finding]:
    findings = []
    try:
        for page, problem, fix in check.check(subject):
            findings.append(Finding(check.CODE, check.SEVERITY, subject.where(page), problem, fix))
    except Exception as error:  # whatever it is: a check that did not run did not pass
        findings.append(Finding(check.CODE, "error", subject.where(), f"the check could not run ({type(error).__name__}: {error})",
                                "mend the file, or report the check"))
    return findings
