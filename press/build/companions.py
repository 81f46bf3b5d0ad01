"""All companions there are: who makes another one names it here, and nowhere else."""

from collections.abc import Iterable
from pathlib import Path

from press.delivery.code_pictures import INDEX as CODES
from press.delivery.code_pictures import code_picture_faults, write_code_pictures
from press.delivery.companion import Companion
from press.game import game_pages
from press.language.message import Message, _
from press.links.redirect_folder import README as REDIRECTS
from press.links.redirect_folder import redirect_faults, write_redirects
from press.order.plan import Plan
from press.preflight.finding import Finding
from press.preflight.runner import Report


def companions_of(plan: Plan) -> tuple[Companion, ...]:
    """Those that go with an order."""
    return tuple(companion for companion in COMPANIONS if companion.wanted(plan))


def write_companions(plan: Plan, work: Path) -> dict[str, Report]:
    """Writes the companions of an order into its working folder; gives the report on each by the file people open."""
    return {companion.entry: companion.write(plan, work) for companion in companions_of(plan)}


def _redirects(plan: Plan, work: Path) -> Report:
    write_redirects(plan.content, plan.addresses, work)
    return _report("redirects", redirect_faults(plan.addresses, work))


def _codes(plan: Plan, work: Path) -> Report:
    write_code_pictures(plan, work)
    return _report("codes", code_picture_faults(plan, work))


def _report(code: str, faults: Iterable[tuple[str, Message]]) -> Report:
    """What one check finds in a companion, by file."""
    findings = (Finding(code, "error", file, None, file, problem, _("build again")) for file, problem in faults)
    return Report(tuple(findings), (code,), ())


# In the order in which the proof page lists them.
COMPANIONS: tuple[Companion, ...] = (
    game_pages.COMPANION,
    Companion(
        REDIRECTS,
        "Die kurzen Adressen: Anleitung und Dateien für den Webserver",
        lambda plan: plan.addresses.short is not None,
        _redirects,
    ),
    Companion(CODES, "Die Codes als SVG und PNG, für Folien, E-Mail und Netz", lambda plan: True, _codes),
)
