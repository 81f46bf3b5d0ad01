"""What does not fit is told without a build: of all orders, of one alone, whatever is wrong elsewhere."""

import json

import pytest
from tools import PODCAST, attempt, edit, write_item

from press.build import fitting
from press.build.fitting import MEMORY, check_fitting
from press.order.variant import Overrides
from press.paths import Project
from press.system.worker_pool import WorkerPool
from press.typesetting.typst_facts import SetFacts

LONG = "https://example.org/" + "kleinstadtniveau" * 12  # nothing in it may break


@pytest.fixture
def poster(sample):
    """An order of one poster, which is quickly set."""
    write_item(sample, "plakat")
    return sample


def check(root, *options):
    """Products that fit, or the problems."""
    found, problems = attempt(check_fitting, Project.at(root), WorkerPool(1), *options)
    return found.products if found else problems


def test_a_text_that_does_not_fit_is_told_with_its_place_and_by_how_much(poster):
    edit(poster / PODCAST, r"(?<=^link: ).*", LONG)
    problems = check(poster)
    line = next(n for n, text in enumerate((poster / PODCAST).read_text().splitlines(), 1) if text.startswith("link:"))
    assert {problem.where for problem in problems} == {f"{PODCAST}:{line}"}
    assert all("kleinstadtniveau" in problem.what and "pt over the" in problem.what for problem in problems)
    assert all("`plakat`" in problem.what for problem in problems)
    assert not list((poster / "build").glob("standard*"))


def test_a_broken_brand_is_told_beside_it_and_not_at_all_for_an_order_without_it(poster):
    edit(poster / PODCAST, r"(?<=^link: ).*", LONG)
    edit(poster / "assets/brands/musterstadt/brand.yaml", r"^name:.*", "name: [")
    everything, one = check(poster), check(poster, "standard")
    assert any("musterstadt" in problem.where for problem in everything)
    assert one == [problem for problem in everything if "musterstadt" not in problem.where]


def test_another_brand_is_checked_as_it_would_be_built(poster):
    edit(poster / "assets/brands/musterstadt/brand.yaml", r"^name:.*", f"name: {'Stadt' * 24}")
    assert check(poster, "standard") == 2
    (*_, problem) = check(poster, "standard", Overrides("musterstadt"))
    assert problem.where.startswith("assets/brands/musterstadt/brand.yaml:")


def test_what_fits_is_set_once_and_again_when_anything_changes(poster, monkeypatch):
    made, fits = [], SetFacts((), (), 1, None)
    monkeypatch.setattr(fitting, "set_facts", lambda context, one: made.append(one.file) or fits)
    assert check(poster) == 2 and len(made) == 2
    assert check(poster) == 2 and len(made) == 2
    edit(poster / PODCAST, r"(?<=^about: ).*", "Etwas anderes.")
    assert check(poster) == 2 and len(made) == 4
    memory = poster / "build/.press" / MEMORY
    assert len(json.loads(memory.read_text())) == 4
    for spoilt in ("", "{}", "[1, 2]", "[" * 10_000):
        memory.write_text(spoilt)
        assert check(poster) == 2
    assert len(made) == 12
