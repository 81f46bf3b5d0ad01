"""Errors and findings on pages are German whatever the terminal speaks; JSON is English whatever it speaks."""

import json

import pytest
from tools import ROOT

from press.errors import PressError, Problem
from press.language import choice
from press.language.choice import speak
from press.language.message import _
from press.order.order import load_order
from press.paths import Project
from press.preflight.finding import Finding, place
from press.preflight.report import order_report
from press.preflight.runner import Report
from press.proof.findings import notes_by_place
from press.system.say import say
from press.watch.messages import notice, round_summary
from press.watch.rebuild import Round

FILE = "office/argumente.pdf"
FOUND = Finding(
    *("type-size", "error", FILE, 3, place(FILE, 3)),
    *(_("text of {size:g} pt", size=4.5), _("set it in at least {least:g} pt", least=6)),
)


@pytest.fixture(params=["de", "en"])
def terminal(request, monkeypatch) -> str:
    monkeypatch.setattr(choice, "_spoken", None)
    speak(request.param)
    return request.param


def test_a_finding_on_the_proof_page_is_german(terminal: str):
    (note,) = notes_by_place([FOUND])[FILE, 3]
    assert note.message == "Text von 4,5 pt; mindestens in 6 pt setzen"


def test_the_report_for_machines_is_english(terminal: str):
    report = json.loads(order_report({FILE: Report((FOUND,), ("type-size",), ())}, ()).as_bytes())
    (finding,) = report["findings"]
    assert (finding["where"], finding["problem"], finding["fix"]) == (
        f"{FILE} page 3",
        "text of 4.5 pt",
        "set it in at least 6 pt",
    )


def test_an_error_on_the_served_page_is_german(terminal: str):
    with pytest.raises(PressError) as caught:
        load_order(Project.at(ROOT), "nix")
    told = notice(Round((), None, caught.value, "", 1.0))
    assert told and told.lines[0].startswith("--order: es gibt keinen Auftrag `nix`; zur Wahl stehen: ")


def test_the_terminal_tells_the_same_in_its_own(terminal: str, capsys):
    error = PressError(Problem("--order", _("there is no order `{order}`", order="nix"), _("there is none yet")))
    say(*round_summary(Round((), None, error, "", 1.5)))
    assert (
        capsys.readouterr().out
        == {
            "de": "zu Beginn: 1 Fehler, die letzten guten Bilder bleiben (1,5 s)\n"
            "  --order: es gibt keinen Auftrag `nix`; noch ist keines da\n",
            "en": "to begin with: 1 problem, the last good pictures stay (1.5 s)\n"
            "  --order: there is no order `nix`; there is none yet\n",
        }[terminal]
    )
