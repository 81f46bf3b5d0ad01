"""`invoke watch`: an edit is built, a broken one round_summary, and Ctrl-C ends it with nothing left behind."""

import os

import pytest
from finished_pdf import letters, pages
from tools import DECK, edit, files, press, python
from watched import ONE, ONE_BUILT, watching

from press.watch.messages import UNTOUCHED

PICTURES = f"{ONE_BUILT}/previews"
END_S = 3  # in which Ctrl-C ends it: one on a quiet machine, and tests run on busy ones
HEAVY = ("typst", "pikepdf", "pypdfium2", "PIL", "watchfiles", "fontTools", "jinja2", "page_validation", "zxingcpp")

interruptible = pytest.mark.skipif(os.name == "nt", reason="no Ctrl-C can be sent to one process there")


def printed(root) -> str:
    return "".join(pages(root / ONE_BUILT / "print/bingo-3x3.pdf"))


@interruptible
def test_a_day_of_editing(sample):
    with watching(sample, *ONE) as watch:
        assert watch.line() == "Watching content/, assets/ and templates/ for the order `standard`. Ctrl-C ends it."
        assert watch.line().startswith("to begin with: set anew print/bingo-3x3.pdf (")
        first = files(sample / PICTURES)

        assert watch.say("Ganz neu gesagt.").startswith(f"{DECK}: set anew print/bingo-3x3.pdf (")
        assert letters("Ganz neu gesagt.") in printed(sample) and (second := files(sample / PICTURES)) != first

        assert watch.say("Ein : Fehler: ja").startswith(f"{DECK}: 1 problem, {UNTOUCHED} (")
        assert watch.line() == f'  {DECK}:15: a colon inside a text without quotes; put the text in "quotes"'
        assert files(sample / PICTURES) == second

        assert watch.say("Ganz neu gesagt.").startswith(f"{DECK}: nothing to set anew (")
        assert files(sample / PICTURES) == second

        edit(sample / DECK, "(?<=id: drei\n).*", "    board: Noch nicht gut.")
        while not (sample / "build/.press/standard--bingo-3x3--print/work").exists():
            pass
        assert watch.say("Besser.").startswith(f"{DECK}: broken off for a newer edit (")
        assert watch.line().startswith(f"{DECK}: set anew print/bingo-3x3.pdf (")
        assert "Besser." in printed(sample) and (second := files(sample / PICTURES))

        edit(sample / DECK, "(?<=id: drei\n).*", "    board: Mitten im Bauen.")
        while not (sample / "build/.press/standard--bingo-3x3--print/work").exists():
            pass
        code, said, seconds = watch.end()
        assert (code, said) == (130, "Interrupted; the last good build is untouched.") and seconds < END_S
        assert files(sample / PICTURES) == second
        assert sorted(os.listdir(sample / "build")) == [".press", "standard--bingo-3x3--print"]


@interruptible
def test_it_ends_while_it_waits(sample):
    edit(sample / DECK, "board", "bord")
    with watching(sample) as watch:
        watch.line()
        assert f"2 problems, {UNTOUCHED}" in watch.line() and watch.line() and watch.line()
        code, said, seconds = watch.end()
        assert (code, said) == (130, "Interrupted; the last good build is untouched.") and seconds < END_S


def test_what_was_typed_wrong(sample):
    done = press(sample, "watch", "--order", "x")
    assert done.returncode == 2 and "--order: there is no order `x`" in done.stderr and "Traceback" not in done.stderr


def loaded(sample, run: str) -> set[str]:
    """What a process has loaded of what takes long, after some code in the project's folder."""
    code = (
        f"import os, sys; os.chdir({str(sample)!r}); sys.path.insert(0, '.')\n{run}\n"
        f"print('LOADED', *(n for n in {HEAVY} if n in sys.modules))"
    )
    (line,) = [line for line in python(code).splitlines() if line.startswith("LOADED")]
    return set(line.split()[1:])


GREETED = """from press.paths import Project
from press.watch.loop import Wanted, watch
rounds = watch(Project.at('.'), Wanted('standard'), serve=True)
assert 'Watching' in next(rounds)[0]
"""


@pytest.mark.parametrize(
    "run",
    [
        "from invoke.main import program\n"
        "try: program.run(['invoke', '--list'])\nexcept SystemExit as end: assert not end.code, end.code",
        GREETED,
    ],
    ids=["list of tasks", "watch until it builds"],
)
def test_what_is_not_needed_is_not_loaded(sample, run):
    assert loaded(sample, run) == set()


def test_what_is_needed_is_told_apart(sample):
    """The measure can fail: with the first build much is loaded, but nothing to watch with."""
    edit(sample / DECK, "board", "bord")
    assert {"typst", "PIL"} <= loaded(sample, f"{GREETED}next(rounds)") <= set(HEAVY) - {"watchfiles"}
