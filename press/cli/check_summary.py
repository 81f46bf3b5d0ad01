"""What `invoke check` prints: what was checked, what there is to look at, what is still open."""

from typing import TYPE_CHECKING

from press.errors import Problem
from press.language.message import _, joined, ngettext
from press.paths import Project

if TYPE_CHECKING:
    from press.build.fitting import CheckedFitting
    from press.delivery.verify_order import Checked

COUNTED = {  # what is checked, by how many
    "decks": lambda n: ngettext("{n} deck", "{n} decks", n),
    "brands": lambda n: ngettext("{n} brand", "{n} brands", n),
    "layouts": lambda n: ngettext("{n} layout", "{n} layouts", n),
    "orders": lambda n: ngettext("{n} order", "{n} orders", n),
}


def verified_order(found: "Checked", project: Project) -> str:
    """A published order that is whole."""
    size = ngettext("{n} file, {size:.1f} MB", "{n} files, {size:.1f} MB", found.files, size=found.size / 1e6)
    return _(
        "Checked: {path}/, {size}, all as they were made; status {status}.",
        path=project.name(found.folder),
        size=size,
        status=found.status,
    )


def check_report(found: "CheckedFitting") -> list[str]:
    """How much was checked, what there is to look at, what is still open."""
    checked = found.checked
    counts = joined(", ", (COUNTED[kind](count) for kind, count in checked.counts.items()))
    fits = ngettext("Every text of {n} product fits.", "Every text of {n} products fits.", found.products)
    return [
        _("Checked: {counts}. {fits}", counts=counts, fits=fits),
        *typography_notes(checked.notes),
        *draft_reasons(checked.reasons),
    ]


def typography_notes(notes: tuple[Problem, ...]) -> list[str]:
    """Typography that only somebody who reads it can set right; it stops nothing."""
    if not notes:
        return []
    return [
        "",
        ngettext("Typography, {n} place to look at:", "Typography, {n} places to look at:", len(notes)),
        *("  " + str(note) for note in notes),
    ]


def draft_reasons(reasons: tuple[Problem, ...]) -> list[str]:
    """What keeps the orders from print."""
    if not reasons:
        return [_("Nothing is open: ready for print.")]
    return [
        "",
        _("DRAFT, not for print. {count} open:", count=len(reasons)),
        *("  " + str(reason) for reason in reasons),
    ]
