"""The preflight report as pages that people can read, in German: what was looked at, on how much, with what outcome."""

from collections.abc import Iterable

from press.content.typography import bind, grouped
from press.delivery.finished_file import FinishedFile
from press.delivery.ticket.file_names import package_name
from press.delivery.ticket.german_checks import check_name, is_whole, sample_text
from press.delivery.ticket.job_ticket import A4_MM
from press.finishing.office_edition import OFFICE, finished_paper
from press.links.link_rules import Placeholder
from press.order.plan import Plan
from press.preflight.finding import Finding
from press.preflight.report import OrderReport
from press.typesetting.job import brand_tokens
from press.typesetting.job_schema import ReportFile, ReportJob
from press.typesetting.single_page import set_single_page
from press.typst_engine.compiler import Typesetter

OUTCOMES = {
    "pass": "ohne Fehler",
    "draft": "ohne Fehler, aber Entwurf: Platzhalter sind noch zu ersetzen",
    "fail": "mit Fehlern",
}


def make_report(plan: Plan, files: Iterable[FinishedFile], report: OrderReport, typesetter: Typesetter) -> bytes:
    """pruefbericht.pdf of the files that go to the print shop. Raises PressError if it cannot be set."""
    files, brand = tuple(files), plan.brand.value
    codes = list(dict.fromkeys(code for file in files for code in report.files[file.product.file].checks))
    job: ReportJob = {
        "template": "report",
        "edition": OFFICE.name,
        "title": f"Prüfbericht {plan.name}",
        "bleed": 0,
        "trim": A4_MM,
        "brand": brand_tokens(brand, OFFICE.palette(brand, plan.screen)),
        "outcome": f"{len(files)} Druckdateien geprüft: {OUTCOMES[report.status]}",
        "checks": [check_name(code) for code in codes],
        "files": [_file(plan, file, report) for file in files],
        "open": [bind(text) for text in _still_open(plan.draft_reasons)],
        "note": "Alle Angaben für Maschinen: preflight.json. Gebaut nach PDF/X-4 (ISO 15930-7), nicht zertifiziert.",
    }
    return finished_paper(set_single_page(typesetter, job, OFFICE.standards, OFFICE.tagged, where=plan.order.where))


def _file(plan: Plan, file: FinishedFile, report: OrderReport) -> ReportFile:
    own = report.of(file.product.file)
    parts = [sample_text(note) for note in own.samples if not is_whole(note)]
    looked = "jede Seite" if not parts else f"jede Seite; in Stichproben {', '.join(parts)}"
    return {
        "name": package_name(plan.name, file, plan.brand.value),
        "facts": [
            ("Seiten", grouped(file.pages)),
            ("Prüfungen", f"{len(own.checks)} von {len(own.checks)} gelaufen"),
            ("Geprüft", looked),
            ("Ergebnis", _outcome(own.findings)),
        ],
    }


def _outcome(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "ohne Befund"
    return ", ".join(dict.fromkeys(f"{check_name(finding.code)} (siehe preflight.json)" for finding in findings))


def _still_open(reasons: Iterable[Placeholder]) -> Iterable[str]:
    """Placeholders, each where it is written."""
    return (
        f"Platzhalter statt echter Adresse: {reason.link} ({reason.file}, Zeile {reason.line})" for reason in reasons
    )
