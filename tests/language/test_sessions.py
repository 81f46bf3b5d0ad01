"""The same commands on a German and on an English system, as they were read and found right.

`SESSIONS=write` takes a change over, once it was read in both languages.
"""

import os
from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit
from tools import DECK, edit

import tasks
from press.language import choice

RECORDED = Path(__file__).parent / "sessions"
SENTENCES = "Das haben wir noch nie gemacht; Dafür bin ich nicht zuständig"
COMMANDS = (
    ("list", tasks.list_, {}),
    ("list --layout karten", tasks.list_, {"layout": "karten"}),
    ("build --order nix", tasks.build, {"order": "nix"}),
    ("build --brand nix --boards 999999", tasks.build, {"brand": "nix", "boards": "999999"}),
    (f'new deck Eigenes --phrases "{SENTENCES}"', tasks.new, {"what": "deck", "name": "Eigenes", "phrases": SENTENCES}),
    ("verify 7K3Q", tasks.verify, {"sheet_id": "7K3Q"}),
    ("check --order standard", tasks.check, {"order": "standard"}),
)


@pytest.fixture
def session(sample: Path, monkeypatch, capsys):
    """What the commands print on a system of a language; before the last one, mistakes are made in the deck."""
    monkeypatch.setattr(tasks, "ROOT", sample)
    monkeypatch.delenv("PRESS_LANGUAGE")
    monkeypatch.setattr(choice, "_spoken", None)

    def run(locale: str) -> str:
        monkeypatch.setenv("LC_ALL", locale)
        lines = []
        for words, task, options in COMMANDS:
            if task is tasks.check:
                edit(sample / DECK, r"^  - id: .*$", "  - id: Falsch Geschrieben")
                edit(sample / DECK, r"^credit: .*$", "credit: [eins]\nkredit: zwei")
            capsys.readouterr()
            code = 0
            try:
                task(Context(), **options)
            except Exit as end:
                code = end.code
            printed = capsys.readouterr()
            lines += [f"$ invoke {words}", printed.out + printed.err + f"→ {code}", ""]
        return "\n".join(lines)

    return run


@pytest.mark.parametrize("language, locale", [("de", "de_DE.UTF-8"), ("en", "en_US.UTF-8")])
def test_a_session_is_as_recorded(language: str, locale: str, session):
    said, file = session(locale), RECORDED / f"{language}.txt"
    if os.environ.get("SESSIONS") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


def test_a_command_ends_alike_in_both():
    german, english = ((RECORDED / f"{language}.txt").read_text(encoding="utf-8") for language in ("de", "en"))
    ends = [[line for line in text.splitlines() if line[:1] in "$→" and line] for text in (german, english)]
    assert ends[0] == ends[1] and len(ends[0]) == 2 * len(COMMANDS)
