"""A session of the benchmark: everything in turn, then the report."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.commands import time_commands
from bench.editing import edit_session
from bench.figures import figures
from bench.goals import goals
from bench.machine import machine
from bench.options import Options
from bench.prepare import prepare
from bench.report import NAME, as_lines, sections, write_report
from bench.runs import run_lanes
from press.paths import Project
from press.system.progress import Progress

SHOWN = "assets/gallery/speed.svg"  # the picture as the README shows it


def bench(project: Project, options: Options, progress: Progress) -> list[str]:
    """Measures, writes build/bench/, and gives the tables as lines. Raises PressError."""
    here = machine()
    with TemporaryDirectory() as scratch:
        works = prepare(project, Path(scratch) / "lanes", options.counts)
        tried = run_lanes(options.lanes, works, options.rounds, progress)
        commands = time_commands(project, Path(scratch) / "commands", options.rounds, progress)
        saves = edit_session(project, Path(scratch) / "editing", progress)
    aims = goals(figures(tried), commands, saves)
    written = write_report(project.bench, here, tried, commands, saves, aims)
    if options.readme:
        written.append(Path(shutil.copy(project.bench / f"{NAME}.svg", project.root / SHOWN)))
    return [
        here,
        *as_lines(sections(tried, commands, saves, aims)),
        "",
        *(f"Wrote {project.name(path)}" for path in written),
    ]
