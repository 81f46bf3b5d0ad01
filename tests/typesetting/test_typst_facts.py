"""Fit: a text that runs over and a code too fine to read stop the build, with their place."""

import pytest
from tools import BUILT, DECK, ORDER, PODCAST, edit, make, write_deck, write_item

from press.errors import PressError
from press.typesetting.typst_facts import read_facts

FINE = "https://probefunk.example/" + "x" * 250


def problems(root, **overrides) -> list[str]:
    error = refused(root, **overrides)
    assert error.exit_code == 2
    return [str(problem) for problem in error.problems]


def refused(root, **overrides) -> PressError:
    with pytest.raises(PressError) as error:
        make(root, **overrides)
    assert not (root / BUILT).exists()
    return error.value


def test_every_text_that_runs_over_is_told(sample):
    word = "Verwaltungsverfahrensbeschleunigungsgesetz"
    edit(sample / DECK, "board: Da könnte.*", f"board: {word}")
    edit(sample / DECK, "board: Wer soll.*", f"board: Das {word} sagt nein.")
    told = problems(sample, only=("bingo-3x3",))
    assert [line.split(" runs ")[0] for line in told] == [f"{DECK}:11: phrase `zwei`", f"{DECK}:15: phrase `drei`"]
    assert all("board cell of `bingo-3x3`" in line for line in told)


def test_soft_hyphens_make_a_long_word_fit(sample):
    edit(
        sample / DECK, "board: Da könnte.*", 'board: "Verwaltungs\\u00adverfahrens\\u00adbeschleunigungs\\u00adgesetz"'
    )
    make(sample, only=("bingo-3x3",))


def test_phrases_that_are_on_no_board_count_too(sample):
    """All cells share one size, so that an edit or a seed later does not come as a surprise."""
    write_deck(sample, [f"Satz {n}." for n in range(1, 30)] + ["W" * 60])
    write_item(sample, "bingo-3x3", boards=1)
    assert problems(sample)[0].startswith(DECK)


@pytest.mark.parametrize(
    "find, line, layout",
    [
        ("link: https://probefunk.example$", 4, "bingo-3x3"),
        ("link: https://probefunk.example/1", 12, "argumente"),
    ],
)
def test_a_link_too_long_for_a_code(sample, find: str, line: int, layout: str):
    edit(sample / PODCAST, find, f"link: {FINE}")
    (told,) = too_fine(problems(sample), layout)
    assert told.startswith(f"{PODCAST}:{line}: the link {FINE[:40]}")


def test_an_episode_link_too_long_for_the_sheets(sample):
    edit(sample / ORDER, "seed: 7", "seed: 7\nlink: episode")
    edit(sample / PODCAST, "link: https://probefunk.example/1", f"link: {FINE}")
    (told,) = too_fine(problems(sample, only=("bingo-3x3",)), "bingo-3x3")
    assert told.startswith(f"{PODCAST}:12: the link {FINE[:40]}")


def too_fine(told: list[str], layout: str) -> list[str]:
    return [line for line in told if f"in the code of `{layout}`, under 0.4 mm" in line]


def test_a_code_too_small(sample):
    (sample / "templates/layouts/probe.typ").write_text(
        """
#import "../lib/code.typ": code
#metadata((title: "Probe", about: "A layout with a small code", trim: (210, 297), sides: 1)) <layout>
#let layout(job, brand) = page(code(job, brand, job.podcast.link, side: 19.9mm))
""",
        encoding="utf-8",
    )
    write_item(sample, "probe")
    (told,) = problems(sample)
    assert told.startswith("templates/layouts/probe.typ") and "at least 20 mm" in told


def test_texts_that_fit(sample):
    """Many words, short and long ones, and next to none."""
    write_deck(sample, ["Wort " * 18, "Wo ist das? " * 7, "Datenschutz-Grundverordnung!", "Ja.", *"ABCDE"])
    make(sample)


def test_an_address_that_runs_off_the_sheet(sample):
    """The code can still be read; the address in print cannot."""
    link = "https://probefunk.example/" + "x" * 60
    edit(sample / PODCAST, "link: https://probefunk.example$", f"link: {link}")
    assert refused(sample).exit_code in (2, 3)


def test_another_text_that_runs_over(sample):
    edit(sample / "content/texts.yaml", "^arguments_title: .*", f"arguments_title: {'W' * 110}")
    assert refused(sample).exit_code in (2, 3)


PAGES = {"kind": "pages", "count": 1}


@pytest.mark.parametrize("odd", [5, 5.5, [1, 2], [], None, "x", True, {}, {"kind": "x"}, {"kind": "fit"}, PAGES])
def test_facts_that_are_none_are_told_with_the_layout(odd):
    """A layout may put anything under the label; also the number of pages a second time."""
    with pytest.raises(PressError) as error:
        read_facts([PAGES, odd], None, "layouts/probe")
    assert error.value.exit_code == 2
    assert {problem.where for problem in error.value.problems} == {"templates/layouts/probe.typ:1"}
    assert read_facts([PAGES], None, "layouts/probe").pages == 1
