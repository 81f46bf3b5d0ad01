"""Trials: many spoilt files, tried in processes of their own: one that dies or swells is seen and not shared."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tools import SAMPLE, copy_project

SECONDS, MIB = 5, 500  # the most that any file may take, of the processor and of memory
PATIENCE = 60  # s, for one case; a process that is silent for longer hangs
HERE = Path(__file__).parent

PROBE = """\
#import "lib/logo.typ": logo
#let layout(job, brand) = page(background: place(dy: 50%, rect(width: 100%, height: 50%, fill: brand.accent)), {
  if brand.logo != none {
    place(dx: 10mm, dy: 10mm, logo(brand, 18mm))
    place(dx: 10mm, dy: 60mm, logo(brand, 18mm, on: "accent"))
  }
  place(dx: 10mm, dy: 35mm, text(font: brand.fonts.display, job.title))
})
"""


@dataclass(frozen=True)
class Case:
    """A file that takes the place of another in the project, and the way it is tried."""

    way: str
    name: str
    data: bytes


@dataclass(frozen=True)
class End:
    """How a case ended; a process that died tells the exit code it died with."""

    case: Case
    exit: int
    told: tuple[str, ...]
    seconds: float = 0
    mib: int = 0


def trial_project(to: Path) -> Path:
    """The sample, printed in the other shipped brand (the one with logos), with a page to try logos and fonts on."""
    root = copy_project(to, SAMPLE)
    (root / "templates/probe.typ").write_text(PROBE, encoding="utf-8")
    return root


def try_all(root: Path, cases: list[Case], folder: Path) -> list[End]:
    """Tries every case; a process that dies or hangs is followed by one for the rest."""
    ends: list[End] = []
    while len(ends) < len(cases):
        rest = folder / f"from-{len(ends)}"
        rest.mkdir(parents=True)
        for number, case in enumerate(cases[len(ends) :]):
            (rest / f"{number:05}@{case.way}@{case.name.replace('/', '%')}").write_bytes(case.data)
        ends += _batch(root, cases[len(ends) :], rest)
    return ends


def _batch(root: Path, cases: list[Case], folder: Path) -> list[End]:
    command = [sys.executable, str(HERE / "worker.py"), str(root), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
        try:
            out, _ = process.communicate(timeout=PATIENCE + SECONDS * len(cases))
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
    told = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    ends = [End(case, end["exit"], tuple(end["told"]), end["seconds"], end["mib"]) for case, end in zip(cases, told)]
    if len(ends) < len(cases):
        assert out.count("\n> ") + out.startswith("> ") > len(ends), f"the worker did not begin: {command}"
        ends.append(End(cases[len(ends)], process.returncode or 1, ("the process died",)))
    return ends


def faults(ends: list[End], allowed: tuple[int, ...] = (0, 2), seconds: float = SECONDS) -> list[str]:
    """Every end that must not be: another exit code, too slow, too large, a refusal that names no place."""
    return [
        f"{end.case.way} {end.case.name}: exit {end.exit}, {end.seconds} s, {end.mib} MiB: {' | '.join(end.told)[:600]}"
        for end in ends
        if end.exit not in allowed or end.seconds > seconds or end.mib > MIB or (end.exit and not end.told)
    ]


def summed(ends: list[End]) -> str:
    """A line on all of them, as tests/README.md tells it."""
    exits = ", ".join(f"{count} × {code}" for code, count in sorted(Counter(end.exit for end in ends).items()))
    seconds, mib = max(end.seconds for end in ends), max(end.mib for end in ends)
    return f"{len(ends)} cases, exits {exits}; worst {seconds:.1f} s, {mib} MiB"
