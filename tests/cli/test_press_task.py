"""Tasks: which options they have, and what they are given."""

from inspect import signature
from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit as InvokeExit

from press.cli.press_task import LOOKS_AFTER, tasks_at, with_texts
from press.errors import Exit, PressError, Problem
from press.language.message import _

press_task = tasks_at(Path())


def test_further_options_are_last_and_take_no_letter_from_others():
    def body(context, order="standard", layout=None, **further): ...

    assert list(with_texts(signature(body), ["logo", "language"]).parameters) == [
        "context",
        "order",
        "layout",
        "logo",
        "language",
    ]


def test_a_task_takes_its_texts_by_name_and_the_language_is_none_of_them():
    given = {}

    @press_task(_("Try it."), help={"order": _("which")}, texts={"logo": _("a file")})
    def tried(context, order="standard", **further):
        given.update(further, order=order)

    tried(Context(), order="one", logo="a.svg", language="en")
    assert given == {"order": "one", "logo": "a.svg"}
    assert tried.help["logo"] == "a file" and "language" in tried.help and tried.body.__doc__ == "Try it."


def test_while_a_task_runs_python_looks_for_cycles_seldom(monkeypatch):
    asked = []
    monkeypatch.setattr("press.cli.press_task.gc.set_threshold", asked.append)

    @press_task(_("Try it."))
    def tried(context):
        assert asked == [LOOKS_AFTER]

    tried(Context())
    assert asked


@pytest.mark.parametrize("code", [Exit.WRONG_INPUT, Exit.PREFLIGHT, Exit.MACHINE])
def test_what_goes_wrong_is_an_exit_code(code, capsys):
    @press_task(_("Fail."))
    def failed(context):
        raise PressError(Problem("here", _("none"), _("mend it")), code)

    with pytest.raises(InvokeExit) as end:
        failed(Context())
    assert end.value.code == code and "here: none; mend it" in capsys.readouterr().err
