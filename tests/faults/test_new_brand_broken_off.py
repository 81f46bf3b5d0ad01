"""A new brand that is broken off at the last moment: nothing of it is left, or all of it."""

import pytest
from tools import files

from press.errors import Exit, PressError, Problem
from press.new_brand.answers import Answers
from press.new_brand.start import start_brand
from press.paths import Project

WISH = Answers("Probe", ((11, 93, 75),), None, None, "https://x.example", (), None, "Bitter", "Fira Sans", True)


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
