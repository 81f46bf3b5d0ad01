"""A new brand that is broken off at the last moment: nothing of it is left, or all of it."""

import pytest
from tools import files

from press.brand.brand import Colour
from press.errors import Exit, PressError, Problem
from press.new_brand.answers import Answers
from press.new_brand.chosen_font import ChosenFont
from press.new_brand.start import start_brand
from press.paths import Project

FONTS = ChosenFont("Bitter"), ChosenFont("Fira Sans")
WISH = Answers("Probe", (Colour(hex="#0b5d4b"),), None, None, "https://x.example", (), None, *FONTS, True)


def test_a_specimen_that_cannot_be_published_takes_the_brand_with_it(sample, monkeypatch):
    def held(*_):
        raise PressError(Problem("x", "y", "z"), Exit.MACHINE)

    before = files(sample)
    monkeypatch.setattr("press.new_brand.start.publish", held)
    with pytest.raises(PressError):
        start_brand(Project.at(sample), "probe", WISH)
    assert files(sample) == before
    monkeypatch.undo()
    assert start_brand(Project.at(sample), "probe", WISH).folder.is_dir()
