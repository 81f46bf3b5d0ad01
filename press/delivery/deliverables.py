"""What goes with an order's files: to the print shop, and to the website."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from press.brand.brand import Brand
from press.content import markdown
from press.delivery.filenames import ARGUMENTS, MACHINE_TICKET, REPORT, REPORT_PAGE, TICKET
from press.delivery.finished_file import FinishedFile
from press.delivery.package import make_package
from press.delivery.ticket.job_ticket import make_ticket
from press.delivery.ticket.machine_ticket import machine_ticket
from press.delivery.ticket.paperwork_check import check_paperwork
from press.delivery.ticket.report_page import make_report
from press.finishing.edition import Deliverable
from press.finishing.registry import edition_of
from press.order.plan import Plan
from press.preflight.report import OrderReport, order_report
from press.preflight.runner import Report
from press.typst_engine.compiler import Typesetter


def write_deliverables(
    plan: Plan, files: Sequence[FinishedFile], reports: Mapping[str, Report], work: Path, typesetter: Typesetter
) -> OrderReport:
    """Writes all that the editions of the files come with, and the report on it and on the files, which it gives back.

    `reports` are those of the files by name. Where they hold an error, only the report is written. Raises PressError if
    ticket or report cannot be set.
    """
    report = order_report(reports, plan.draft_reasons)
    wanted = frozenset[Deliverable]().union(*(edition_of(file.product).deliverables for file in files))
    if report.status != "fail" and Deliverable.TICKET in wanted:
        report = _write_paperwork(plan, _with(Deliverable.TICKET, files), reports, work, typesetter)
    (work / REPORT).write_bytes(report.as_bytes())
    if report.status != "fail":
        if Deliverable.PACKAGE in wanted:
            packed = _with(Deliverable.PACKAGE, files)
            make_package(plan.name, bool(plan.draft_reasons), packed, plan.brand.value, work)
        if Deliverable.ARGUMENTS in wanted and any(phrase.short or phrase.long for phrase in plan.content.phrases):
            (work / ARGUMENTS).write_bytes(markdown.arguments(plan.content, _sender(plan.brand.value)).encode())
    return report


def _write_paperwork(
    plan: Plan, files: Sequence[FinishedFile], reports: Mapping[str, Report], work: Path, typesetter: Typesetter
) -> OrderReport:
    """Writes the tickets and the report to read; gives the report on all of it."""
    (work / MACHINE_TICKET).write_bytes(machine_ticket(plan, files).as_bytes())
    (work / TICKET).write_bytes(make_ticket(plan, files, work, typesetter))
    reports = {**reports, TICKET: check_paperwork(work / TICKET, plan.screen)}
    read = make_report(plan, files, order_report(reports, plan.draft_reasons), typesetter)
    (work / REPORT_PAGE).write_bytes(read)
    reports = {**reports, REPORT_PAGE: check_paperwork(work / REPORT_PAGE, plan.screen)}
    return order_report(reports, plan.draft_reasons)


def _with(deliverable: Deliverable, files: Sequence[FinishedFile]) -> list[FinishedFile]:
    return [file for file in files if deliverable in edition_of(file.product).deliverables]


def _sender(brand: Brand) -> markdown.Sender:
    return markdown.Sender(brand.name, brand.website, tuple(brand.contact), brand.imprint)
