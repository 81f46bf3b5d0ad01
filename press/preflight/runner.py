"""Runs the checks of an edition on a finished file."""

import importlib
import pkgutil
from dataclasses import dataclass
from itertools import islice
from types import ModuleType

from press.language.message import Message, _
from press.pdf.opening import File
from press.preflight import checks
from press.preflight.document import Document
from press.preflight.expected import Expected
from press.preflight.finding import Finding, Severity, place
from press.system.os_errors import is_of_the_machine
from press.system.worker_pool import WorkerPool

MOST_FINDINGS = 200  # of one check on one file; of more, their number is given


@dataclass(frozen=True)
class Report:
    """All findings on one file, which checks ran, and how large their samples were."""

    findings: tuple[Finding, ...]
    checks: tuple[str, ...]
    samples: tuple[str, ...]


def load_checks(edition: str) -> tuple[ModuleType, ...]:
    """The checks of an edition, of every module in checks/. One that cannot be imported is an error, not a pass."""
    names = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    modules = [importlib.import_module(f"{checks.__name__}.{name}") for name in names]
    wanted = tuple(module for module in modules if edition in module.EDITIONS)
    if not wanted:
        raise LookupError(f"no checks for the edition {edition}: a gate that looks at nothing lets everything pass")
    return wanted


def preflight(file: File, expected: Expected, workers: WorkerPool | None = None) -> Report:
    """Every finding of every check of its edition. A check that breaks down is a finding of its own code."""
    wanted = load_checks(expected.edition)
    document = Document(file, expected, workers or WorkerPool(1))
    try:
        findings = [finding for check in wanted for finding in _run(check, document)]
        return Report(tuple(findings), tuple(check.CODE for check in wanted), tuple(document.sample_notes))
    finally:
        document.close()


def _run(check: ModuleType, document: Document) -> list[Finding]:
    def finding(severity: Severity, page: int | None, problem: Message, fix: Message) -> Finding:
        """`page` is from 0, as checks count."""
        file, number = document.expected.name, None if page is None else page + 1
        return Finding(check.CODE, severity, file, number, place(file, number), problem, fix)

    findings: list[Finding] = []
    try:
        found = check.check(document)
        findings += (finding(check.SEVERITY, *fault) for fault in islice(found, MOST_FINDINGS))
        if more := sum(1 for _ in found):
            findings.append(
                finding(check.SEVERITY, None, _("{more:,} more findings like these", more=more), _("mend those first"))
            )
    except Exception as error:  # whatever it is: a check that did not run did not pass
        if is_of_the_machine(error):
            raise
        problem = _("the check could not run ({name}: {error})", name=type(error).__name__, error=error)
        findings.append(finding("error", None, problem, _("mend the file, or report the check")))
    return findings
