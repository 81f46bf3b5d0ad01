"""What the watch says of a round: on the terminal in English, on the served page in German."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from press.errors import Exit
from press.watch.edits import FOLDERS
from press.watch.live import Notice
from press.watch.rebuild import Round

if TYPE_CHECKING:  # the build's modules are loaded with the first build, not to name its result
    from press.build.build import BuildResult

MOST_NAMES = 4  # of edited or made files that are named
UNTOUCHED = "the last good pictures stay"

TITLES = {
    Exit.BUG: "Das Programm hat einen Fehler",
    Exit.WRONG_INPUT: "So lässt es sich nicht setzen",
    Exit.PREFLIGHT: "Das lehnt die Prüfung ab",
    Exit.MACHINE: "Dem Rechner fehlt etwas",
}
BUILDING = Notice("Wird neu gesetzt …")
CHECKING = Notice("So sieht es jetzt aus. Geprüft wird noch …")


def greeting(order: str, address: str | None) -> list[str]:
    """What is watched, and where to look."""
    folders = f"{', '.join(f'{name}/' for name in FOLDERS[:-1])} and {FOLDERS[-1]}/"
    shown = [f"Live proof page: {address}"] if address else []
    return [f"Watching {folders} for the order `{order}`. Ctrl-C ends it.", *shown]


def round_summary(round_: Round) -> list[str]:
    """What was edited, what came of it, how long it took."""
    edited = _named(round_.edited) if round_.edited else "to begin with"
    if round_.built:
        return [f"{edited}: {_made(round_.built)} ({round_.seconds:.1f} s)"]
    if round_.superseded:
        return [f"{edited}: broken off for a newer edit ({round_.seconds:.1f} s)"]
    if round_.error:
        lines = [str(problem) for problem in round_.error.problems]
        what = f"{len(lines)} {'problem' if len(lines) == 1 else 'problems'}"
    else:
        what, lines = "a bug of ours", round_.bug.rstrip().splitlines()
    return [f"{edited}: {what}, {UNTOUCHED} ({round_.seconds:.1f} s)", *(f"  {line}" for line in lines)]


def notice(round_: Round) -> Notice | None:
    """What the page says over its pictures; nothing if they are what was written."""
    if round_.built:
        return None
    if round_.superseded:
        return BUILDING
    if round_.error:
        return Notice(TITLES[round_.error.exit_code], tuple(map(str, round_.error.problems)), failed=True)
    return Notice(TITLES[Exit.BUG], (round_.bug.rstrip().splitlines()[-1], "Genaueres steht im Terminal."), failed=True)


def _made(built: "BuildResult") -> str:
    made, whole = built.made, len(built.manifest.products)
    if built.comparison is None:
        return "nothing to set anew"
    if not made:
        return "ticket, package and proof page made anew"
    return f"all {whole} files set anew" if len(made) == whole > MOST_NAMES else f"set anew {_named(made)}"


def _named(names: Sequence[str]) -> str:
    """Names, and how many more, if they are many."""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more
