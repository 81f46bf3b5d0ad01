"""The tables, as rows of cells."""

from statistics import median

from bench.editing import Save
from bench.figures import MADE, PREFLIGHTED, PRESS, Figure, figures
from bench.goals import Goal
from bench.measure import Measured
from bench.runs import Tried

Rows = list[list[str]]


def lane_rows(tried: list[Tried], count: int) -> Rows:
    """The lanes with one number of boards; those without a figure say why."""
    found = figures(tried)
    press = found.get((PRESS, count))
    rows = [
        ["lane", "set and finished", "of the press", "whole process", "on the wall", "file", "peak memory"],
        ["", "ms a board, CPU", "×", "ms a board, CPU", "ms a board", "KiB a board", "MiB"],
    ]
    for one in (one for one in tried if one.count == count):
        made = found.get((one.lane.name, count))
        rows.append([one.lane.title, *(_row(made, press) if made else [f"no figure: {one.failed}", *[""] * 5])])
    return rows


def _row(made: Figure, press: Figure | None) -> list[str]:
    of_press = ratio(made.made / press.made) if press else "–"
    return [number(made.made), of_press, number(made.whole), number(made.wall), number(made.size), f"{made.peak:,.0f}"]


def step_rows(tried: list[Tried]) -> Rows:
    """The press's own steps, milliseconds of processor time a board, and what they come to."""
    of_press = {count: made for (name, count), made in figures(tried).items() if name == PRESS}
    names = list(dict.fromkeys(name for made in of_press.values() for name in made.steps))
    return [
        ["the press, ms a board, CPU", *(f"{count:,}" for count in of_press)],
        *([name, *(number(made.of(name)) for made in of_press.values())] for name in names),
        ["set and finished: " + " + ".join(MADE), *(number(made.made) for made in of_press.values())],
        ["preflighted: " + " + ".join(PREFLIGHTED), *(number(made.of(*PREFLIGHTED)) for made in of_press.values())],
        ["whole process", *(number(made.whole) for made in of_press.values())],
    ]


def command_rows(commands: dict[str, list[Measured]]) -> Rows:
    return [
        ["invoke …", "s on the wall", "s CPU", "peak memory, MiB"],
        *(
            [
                name,
                f"{median(run.wall for run in runs):.2f}",
                f"{median(run.cpu for run in runs):.2f}",
                f"{median(run.peak for run in runs) / 2**20:,.0f}",
            ]
            for name, runs in commands.items()
        ),
    ]


def editing_rows(saves: list[Save]) -> Rows:
    """Every save in turn, in s on the wall."""
    return [
        ["saved", "seen after, s", "complete and checked after, s"],
        *(
            [save.about, f"{save.seen:.2f}", "refused" if save.complete is None else f"{save.complete:.2f}"]
            for save in saves
        ),
    ]


def goal_rows(goals: list[Goal]) -> Rows:
    return [
        ["goal", "at most", "measured", ""],
        *(
            [
                goal.about,
                f"{number(goal.limit)} {goal.unit}",
                "–" if goal.measured is None else f"{number(goal.measured)} {goal.unit}",
                goal.verdict,
            ]
            for goal in goals
        ),
    ]


def about_rows(tried: list[Tried]) -> Rows:
    """What each lane is, leaves out, and was checked for."""
    rows = [["lane", "what it is", "leaves out", "checked"]]
    for lane in dict.fromkeys(one.lane for one in tried):
        checked = [f"{one.count:,} boards: {one.checked}" for one in tried if one.lane is lane and one.checked]
        rows.append([lane.title, lane.about, lane.lacks, "; ".join(checked) or "–"])
    return rows


def number(value: float) -> str:
    """Three significant figures."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def ratio(value: float) -> str:
    """Two significant figures: more would be noise."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
