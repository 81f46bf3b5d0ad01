"""The goals: what was aimed at, what was measured. They are shown whether they are met or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.commands import CHANGED, CHECK, FRESH, LIST, PRINT, UNCHANGED, seconds
from bench.figures import PREFLIGHTED, PRESS, Figure
from bench.measure import Measured

SMALL, MANY, LARGE = 1_000, 10_000, 50_000  # boards
EVERYTHING, FULLBLEED = "everything", "fullbleed"


@dataclass(frozen=True)
class Goal:
    """A measure that shall not be above its limit; None if it was not measured."""

    about: str
    limit: float
    unit: str
    measured: float | None

    @property
    def met(self) -> bool | None:
        return None if self.measured is None else self.measured <= self.limit

    @property
    def verdict(self) -> str:
        return {None: "not measured", True: "met", False: "missed"}[self.met]


def goals(figures: dict[tuple[str, int], Figure], commands: dict[str, list[Measured]]) -> list[Goal]:
    return [*_of_boards(figures), *_of_commands({name: seconds(runs) for name, runs in commands.items()})]


def _of_boards(figures: dict[tuple[str, int], Figure]) -> Iterator[Goal]:
    small, many, large = (figures.get((PRESS, count)) for count in (SMALL, MANY, LARGE))
    fullbleed, everything = figures.get((FULLBLEED, MANY)), figures.get((EVERYTHING, MANY))
    yield Goal(
        f"{MANY:,} boards, set and finished: of fullbleed's processor time",
        1,
        "×",
        many.made / fullbleed.made if many and fullbleed else None,
    )
    yield Goal(
        f"{MANY:,} boards, set and finished: of the time of everything on every page",
        1 / 8,
        "×",
        many.made / everything.made if many and everything else None,
    )
    yield Goal(
        f"{MANY:,} boards, from YAML to preflighted PDF: processor time a board",
        0.5,
        "ms",
        many.of(*PREFLIGHTED) if many else None,
    )
    yield Goal(f"{MANY:,} boards: a board's share of the file", 1, "KiB", many.size if many else None)
    yield Goal(f"{MANY:,} boards: peak memory of any process", 400, "MiB", many.peak if many else None)
    yield Goal(
        f"{LARGE:,} boards: peak memory, of that of {MANY:,}",
        1.2,
        "×",
        large.peak / many.peak if large and many else None,
    )
    yield Goal(
        f"{LARGE:,} boards: processor time a board, of that at {SMALL:,}",
        1.3,
        "×",
        large.whole / small.whole if large and small else None,
    )


def _of_commands(times: dict[str, float]) -> Iterator[Goal]:
    yield Goal("invoke build, nothing changed", 0.5, "s", times.get(UNCHANGED))
    yield Goal("invoke build, one phrase changed", 1.5, "s", times.get(CHANGED))
    yield Goal("invoke build, all new", 10, "s", times.get(FRESH))
    yield Goal("the office edition's share of that", 2, "s", times[FRESH] - times[PRINT] if times else None)
    yield Goal("invoke check", 0.6, "s", times.get(CHECK))
    yield Goal("invoke list", 0.5, "s", times.get(LIST))
