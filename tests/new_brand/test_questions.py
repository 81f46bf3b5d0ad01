"""Questions at a terminal: asked until the answer can be read, and only for what no option said."""

import os
import subprocess
import sys

import pytest

from press.brand.brand import load_brand
from press.errors import PressError
from press.new_brand.answers import read_website
from press.new_brand.prompts import gather


def test_questions_are_asked_again_until_they_can_be_read(capsys) -> None:
    answers = iter(
        ["blue", "#0b5d4b #f2a900", "", "seedorf.de", "Am Markt 1; 12345 Seedorf", "", "Papyrus", "Bitter", ""]
    )
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    wish = gather("Seedorf", "seedorf", {}, ask)
    assert [colour.hex for colour in wish.colours] == ["#0b5d4b", "#f2a900"]
    assert (wish.website, wish.invented) == ("https://seedorf.de", False)
    assert wish.contact == ("Am Markt 1", "12345 Seedorf")
    assert (wish.imprint, wish.logo) == (None, None)
    assert (wish.display.family, wish.text.family) == ("Bitter", "Source Sans 3")
    assert len(asked) == 9 and asked[0] == asked[1]
    assert "`blue` is no colour" in capsys.readouterr().out


def test_options_are_not_asked_for() -> None:
    options = {
        "colours": "#0b5d4b",
        "logo": "",
        "website": "x.de",
        "contact": "",
        "imprint": "",
        "display": "Bitter",
        "text": "Bitter",
    }
    gather("X", "x", options, lambda question: pytest.fail(question))


@pytest.mark.parametrize(
    "written, read",
    [
        ("seedorf.de", "https://seedorf.de"),
        ("https://www.Müllheim.de/aktuell", "https://www.xn--mllheim-n2a.de/aktuell"),
        ("straße.de", "https://xn--strae-oqa.de"),
    ],
)
def test_a_host_with_umlauts_is_turned_into_what_is_looked_up(written: str, read: str) -> None:
    assert read_website(written, "--website") == read


def test_a_host_that_cannot_be_looked_up_is_told() -> None:
    with pytest.raises(PressError):
        read_website("☃.de", "--website")


@pytest.mark.skipif(os.name == "nt", reason="no pty")
def test_on_a_terminal_it_asks(project) -> None:
    import pty

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "invoke", "brand", "Fragenhausen", "--website", "fragen.de"],
        cwd=project.root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, b"#7a1f3d\n\n\n\n\n\n")
    seen = b""
    try:
        while chunk := os.read(ours, 1000):
            seen += chunk
    except OSError:  # the other end is gone
        pass
    assert running.wait(120) == 0, seen.decode()
    assert b"One to three colours" in seen and b"Website" not in seen
    assert load_brand(project, "fragenhausen").value.colours.accent.hex == "#7a1f3d"
