"""All companions there are: who makes another one names it here, and nowhere else."""

from pathlib import Path

from press.delivery.companion import Companion
from press.game import game_pages
from press.order.plan import Plan
from press.preflight.runner import Report

COMPANIONS: tuple[Companion, ...] = (game_pages.COMPANION,)  # in the order in which the proof page lists them


def companions_of(plan: Plan) -> tuple[Companion, ...]:
    """Those that go with an order."""
    return tuple(companion for companion in COMPANIONS if companion.wanted(plan))


def write_companions(plan: Plan, work: Path) -> dict[str, Report]:
    """Writes the companions of an order into its working folder; gives the report on each by the file people open."""
    return {companion.entry: companion.write(plan, work) for companion in companions_of(plan)}
