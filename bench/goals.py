"""The goals: what was aimed at, what was measured. They are shown whether they are met or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.commands import CHANGED, CHECK, FRESH, LIST, PRINT, UNCHANGED, processor_time, seconds
from bench.editing import Save, complete, seen
from bench.figures import PREFLIGHTED, PRESS, Figure
from bench.measure import Measured

FEW, SMALL, MANY, LARGE = 100, 1_000, 10_000, 50_000  # boards
EVERYTHING, FULLBLEED, REPORTLAB = "everything", "fullbleed", "reportlab"


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


def goals(figures: dict[tuple[str, int], Figure], commands: dict[str, list[Measured]], saves: list[Save]) -> list[Goal]:
    return [*_of_boards(figures), *_of_commands(commands), *_of_editing(saves)]


def _of_boards(figures: dict[tuple[str, int], Figure]) -> Iterator[Goal]:
    few, small, many, large = (figures.get((PRESS, count)) for count in (FEW, SMALL, MANY, LARGE))
    fullbleed, everything = figures.get((FULLBLEED, MANY)), figures.get((EVERYTHING, MANY))
    reportlab = figures.get((REPORTLAB, FEW))
    yield Goal(
        f"{FEW:,} boards, set and finished: of ReportLab's processor time",
        1,
        "×",
        few.made / reportlab.made if few and reportlab else None,
    )
    yield Goal(f"{FEW:,} boards, the whole command: processor time", 1.3, "s", few.whole * FEW / 1000 if few else None)
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
    yield Goal(f"{MANY:,} boards, the whole command: processor time a board", 0.35, "ms", many.whole if many else None)
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


def _of_commands(commands: dict[str, list[Measured]]) -> Iterator[Goal]:
    wall = {name: seconds(runs) for name, runs in commands.items()}
    spent = {name: processor_time(runs) for name, runs in commands.items()}
    yield Goal("invoke build, nothing changed: processor time", 0.35, "s", spent.get(UNCHANGED))
    yield Goal("invoke build, one phrase changed: processor time", 4, "s", spent.get(CHANGED))
    yield Goal("invoke build, all new: processor time", 6, "s", spent.get(FRESH))
    yield Goal("the office edition's share of that on the wall", 2, "s", wall[FRESH] - wall[PRINT] if wall else None)
    yield Goal("invoke check", 0.6, "s", wall.get(CHECK))
    yield Goal("invoke list", 0.5, "s", wall.get(LIST))


def _of_editing(saves: list[Save]) -> Iterator[Goal]:
    yield Goal("invoke watch, from a save to the page", 0.4, "s", seen(saves) if saves else None)
    yield Goal("invoke watch, from a save to the checked order", 1.5, "s", complete(saves) if saves else None)
