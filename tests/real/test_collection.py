"""Whatever a sender brings fits, or is refused by name; what is made passes preflight. A thorough run tries all."""

import re
from pathlib import Path

import pytest
from tools import copy_project

from press.errors import PressError
from real.collection import endings, write_sender
from real.senders import SENDERS, Sender

# In a usual run each sender makes one product, some two; among them is each layout in print.
COVERING = {
    "kurz": {"print/bingo-3x3.pdf", "office/plakat.pdf"},
    "inkscape": {"print/bingo-quer.pdf", "office/tischaufsteller.pdf"},
    "illustrator": {"print/bingo-4x4.pdf"},
    "figma": {"print/bingo-5x5.pdf"},
    "corel": {"print/bingo-3x4.pdf"},
    "breit": {"print/plakat.pdf"},
    "hoch": {"print/karten.pdf"},
    "png": {"print/tischaufsteller.pdf"},
    "jpeg": {"print/bingo-a6.pdf", "print/argumente.pdf"},
    "pdf": {"print/ansagerliste.pdf"},
    "umlaut": {"print/bingo-a5.pdf"},
    "lang": {"print/faltblatt.pdf", "office/bingo-3x3.pdf"},
    "voll": {"print/spickzettel.pdf", "office/ansagerliste.pdf"},
    "rund": {"print/bingo-gross.pdf", "office/karten.pdf"},
}
REFUSED = {"acht": "`contact` has too many entries; write at most 6"}  # senders, as a whole

# A refusal says in which file and line, what, and by how much it does not fit in which layout.
BY_NAME = re.compile(
    r"(content|assets)/[\w./-]+:\d+: .+"
    r"(runs \d+\.\d pt over the .+ of `|makes modules of 0\.\d+ mm in the code of `).+; .+"
)


def written(tmp_path: Path, sender: Sender) -> Path:
    root = copy_project(tmp_path / "project")
    write_sender(root, sender)
    return root


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_what_a_sender_brings(tmp_path: Path, sender: Sender, often) -> None:
    root, only = written(tmp_path, sender), often(COVERING.get(sender.id, set()), None)
    if sender.id in REFUSED:
        with pytest.raises(PressError) as refused:
            list(endings(root))
        assert REFUSED[sender.id] in str(refused.value)
        return
    ends = list(endings(root, only))
    assert ends and (only is None or {end.product for end in ends} == only)
    for end in ends:
        assert not end.found, end.found
        assert all(BY_NAME.fullmatch(line) for line in end.refused), end.refused
        assert only is None or not end.refused, end.refused


def test_the_usual_run_makes_each_layout() -> None:
    made = set().union(*COVERING.values())
    layouts = {path.stem for path in (Path(__file__).parents[2] / "templates/layouts").glob("*.typ")}
    assert {path.split("/")[1].removesuffix(".pdf") for path in made if path.startswith("print/")} == layouts
    assert set(COVERING) | set(REFUSED) == {sender.id for sender in SENDERS}
