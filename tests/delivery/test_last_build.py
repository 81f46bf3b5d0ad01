"""invoke proof: which page it shows."""

import pytest
from proof_probe import Press

from press.cli.output import has_display
from press.delivery.last_build import proof_page
from press.errors import Exit, PressError


def page(folder):
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("page")
    return folder / "index.html"


def test_the_last_attempt_comes_first(own_press: Press):
    project = own_press.project
    own_press.order("probe", "layout: plakat")
    good = page(project.build / "probe")
    assert proof_page(project, "probe") == good
    assert proof_page(project, "probe") != (failed := page(project.build / "probe--refused"))
    assert proof_page(project, "probe") == failed


@pytest.mark.parametrize(
    "order, told", [("standard", "not built yet"), ("nope", "there is no order"), ("../probe", "there is no order")]
)
def test_nothing_to_show(own_press: Press, order, told):
    with pytest.raises(PressError) as caught:
        proof_page(own_press.project, order)
    assert caught.value.exit_code == Exit.WRONG_INPUT and told in str(caught.value)


def test_nobody_looks_without_a_terminal():
    assert not has_display()
