"""What the watch says of a round: on the terminal, and on the served page, which is German."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from press.errors import Exit
from press.language.catalogue import in_language
from press.language.choice import GERMAN
from press.language.message import _, joined, ngettext
from press.watch.edits import FOLDERS
from press.watch.live import Notice
from press.watch.rebuild import Round

if TYPE_CHECKING:  # the build's modules are loaded with the first build, not to name its result
    from press.build.build import BuildResult

MOST_NAMES = 4  # of edited or made files that are named
UNTOUCHED = _("the last good pictures stay")
ROUND = _("{edited}: {what} ({seconds:.1f} s)")

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
    *names, last = (f"{name}/" for name in FOLDERS)
    folders = _("{names} and {last}", names=", ".join(names), last=last)
    shown = [_("Live proof page: {address}", address=address)] if address else []
    return [_("Watching {folders} for the order `{order}`. Ctrl-C ends it.", folders=folders, order=order), *shown]


def round_summary(round_: Round) -> list[str]:
    """What was edited, what came of it, how long it took."""
    edited = _named(round_.edited) if round_.edited else _("to begin with")
    if round_.built:
        return [ROUND.format(edited=edited, what=_made(round_.built), seconds=round_.seconds)]
    if round_.superseded:
        return [ROUND.format(edited=edited, what=_("broken off for a newer edit"), seconds=round_.seconds)]
    if round_.error:
        lines = [str(problem) for problem in round_.error.problems]
        what = ngettext("{n} problem", "{n} problems", len(lines))
    else:
        what, lines = _("a bug of ours"), round_.bug.rstrip().splitlines()
    what = joined(", ", (what, UNTOUCHED))
    return [ROUND.format(edited=edited, what=what, seconds=round_.seconds), *("  " + line for line in lines)]


def notice(round_: Round) -> Notice | None:
    """What the page says over its pictures; nothing if they are what was written."""
    if round_.built:
        return None
    if round_.superseded:
        return BUILDING
    if round_.error:
        return Notice(
            TITLES[round_.error.exit_code],
            tuple(in_language(str(problem), GERMAN) for problem in round_.error.problems),
            failed=True,
        )
    return Notice(TITLES[Exit.BUG], (round_.bug.rstrip().splitlines()[-1], "Genaueres steht im Terminal."), failed=True)


def _made(built: "BuildResult") -> str:
    made, whole = built.made, len(built.manifest.products)
    if built.comparison is None:
        return _("nothing to set anew")
    if not made:
        return _("ticket, package and proof page made anew")
    return (
        _("all {whole} files set anew", whole=whole)
        if len(made) == whole > MOST_NAMES
        else _("set anew {names}", names=_named(made))
    )


def _named(names: Sequence[str]) -> str:
    """Names, and how many more, if they are many."""
    more = _(" and {more} more", more=len(names) - MOST_NAMES) if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more
