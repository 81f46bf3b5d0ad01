"""What the command line asks of the benchmark."""

from dataclasses import dataclass

from bench.goals import LARGE, MANY, SMALL
from bench.lanes import Lane, lanes
from press.errors import PressError, Problem
from press.language.message import _

FEW = 100
BOARDS = ",".join(map(str, (FEW, SMALL, MANY)))
RUNS = "3"


@dataclass(frozen=True)
class Options:
    counts: tuple[int, ...]  # of boards
    rounds: int
    lanes: tuple[Lane, ...]
    readme: bool  # whether the README's picture is made anew


def options(
    boards: str = BOARDS, runs: str = RUNS, only: str | None = None, large: bool = False, readme: bool = False
) -> Options:
    """Raises PressError for what is no number, or no lane."""
    known = {lane.name: lane for lane in lanes()}
    chosen = [name.strip() for name in only.split(",")] if only else list(known)
    unknown = [
        Problem("--only", _("there is no lane `{name}`", name=name), _("choose of: {known}", known=", ".join(known)))
        for name in chosen
        if name not in known
    ]
    if unknown:
        raise PressError(unknown)
    counts = {_number("--boards", count) for count in boards.split(",")} | ({LARGE} if large else set())
    return Options(
        tuple(sorted(counts)),
        _number("--runs", runs),
        tuple(lane for name, lane in known.items() if name in chosen),
        readme,
    )


def _number(option: str, value: str) -> int:
    if not (value.strip().isascii() and value.strip().isdigit() and int(value) > 0):
        raise PressError(
            Problem(
                option,
                _("`{value}` is no number from 1", value=value),
                _("write digits, with commas between several numbers"),
            )
        )
    return int(value)
