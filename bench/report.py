"""The report: tables on the terminal and in build/bench/, the raw figures as JSON, and the picture."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.editing import Save
from bench.goals import Goal
from bench.measure import Measured
from bench.picture import picture
from bench.runs import Tried
from bench.tables import Rows, about_rows, command_rows, editing_rows, goal_rows, lane_rows, step_rows
from press.cli.output import table

NAME = "bench"
LANES = "Lanes"  # the heading of what they are
NOTE = (
    "CPU is the time of all processors together; peak memory is that of the largest process. "
    "Every lane runs in a process of its own, in turn with the others; figures are medians."
)


def sections(
    tried: list[Tried], commands: dict[str, list[Measured]], saves: list[Save], goals: list[Goal]
) -> dict[str, Rows]:
    """Heading → table."""
    lanes = {f"{count:,} boards": lane_rows(tried, count) for count in sorted({one.count for one in tried})}
    return {
        **lanes,
        "Steps of the press": step_rows(tried),
        "Commands": command_rows(commands),
        "Editing, invoke watch --serve": editing_rows(saves),
        "Goals": goal_rows(goals),
        LANES: about_rows(tried),
    }


def as_lines(tables: dict[str, Rows]) -> list[str]:
    """For a terminal; what lanes are is told in the file."""
    return [line for heading, rows in tables.items() if heading != LANES for line in ("", heading, *table(rows))]


def as_markdown(tables: dict[str, Rows], machine: str) -> str:
    parts = ["# Benchmark", NOTE, f"{machine}."]
    for heading, (head, *rows) in tables.items():
        parts += [
            f"## {heading}",
            "\n".join(["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]),
        ]
    return "\n\n".join(parts) + "\n"


def write_report(
    folder: Path,
    machine: str,
    tried: list[Tried],
    commands: dict[str, list[Measured]],
    saves: list[Save],
    goals: list[Goal],
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    raw = {"machine": machine, **_raw(tried, commands, goals), "saves": [asdict(save) for save in saves]}
    written = {
        f"{NAME}.md": as_markdown(sections(tried, commands, saves, goals), machine),
        f"{NAME}.json": json.dumps(raw, indent=1, ensure_ascii=False),
        f"{NAME}.svg": picture(tried),
    }
    for name, text in written.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name, text in written.items() if text]


def _raw(tried: list[Tried], commands: dict[str, list[Measured]], goals: list[Goal]) -> dict[str, Any]:
    return {
        "lanes": [
            {
                "lane": one.lane.name,
                "title": one.lane.title,
                "boards": one.count,
                "checked": one.checked,
                "failed": one.failed,
                "runs": [asdict(run) for run in one.runs],
            }
            for one in tried
        ],
        "commands": {name: [_without_words(run) for run in runs] for name, runs in commands.items()},
        "goals": [asdict(goal) | {"verdict": goal.verdict} for goal in goals],
    }


def _without_words(run: Measured) -> dict[str, Any]:
    return {key: value for key, value in asdict(run).items() if key != "output"}
