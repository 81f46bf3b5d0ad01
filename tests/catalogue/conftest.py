"""The catalogue, built once for each brand, however many workers look at it.

In full in one of them. In others print files alone, whose preflight is for a thorough run: real/ asks for that of other
brands, too, and it is more than half of the build.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from shared import shared
from tools import ROOT, copy_project, press, python

from catalogue.paper import Page, pages
from press.order.layouts import Layout, load_layouts
from press.paths import Project
from press.typst_engine.templates import read_templates

BRANDS = Project.at(ROOT).brands()
IN_FULL = "kleinstadtniveau"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A built catalogue and what its content says. Not to be changed."""

    root: Path
    brand: str
    said: str  # by the build
    checked: bool  # by all of preflight

    @property
    def folder(self) -> Path:
        (folder,) = self.root.glob("build/katalog*")  # in another brand than the order's, beside it
        return folder

    def data(self, name: str) -> dict[str, Any]:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def content(self, name: str) -> dict[str, Any]:
        return yaml.safe_load((self.root / "content" / name).read_text(encoding="utf-8"))

    @cached_property
    def products(self) -> dict[str, dict[str, Any]]:
        """Of the print edition, by id."""
        return {
            product["id"]: product
            for product in self.data("manifest.json")["products"]
            if product["edition"] == "print"
        }

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        templates = read_templates(Project.at(self.root))
        return load_layouts(templates, templates.layouts)

    @cached_property
    def texts(self) -> dict[str, str]:
        own = self.root / f"content/brands/{self.brand}.yaml"
        return self.content("texts.yaml") | (self.content(f"brands/{self.brand}.yaml") if own.exists() else {})

    @cached_property
    def phrases(self) -> list[dict[str, str]]:
        """Of both decks: a phrase's number is its place, from 1."""
        return [
            phrase
            for deck in self.content("orders/katalog.yaml")["decks"]
            for phrase in self.content(f"phrases/{deck}.yaml")["phrases"]
        ]

    def pages(self, product: str) -> list[Page]:
        return _pages(self.folder / self.products[product]["file"])


@cache
def _pages(file: Path) -> list[Page]:
    """With all that was once found on them."""
    return pages(file)


@pytest.fixture(scope="session", params=BRANDS)
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue in each brand, as `invoke build` makes it: one of them whole; the other whole in a thorough run."""
    brand = request.param
    checked = brand == IN_FULL or request.config.getoption("--thorough")
    make = built_catalogue if checked else hardly_checked_catalogue
    root, said = shared(tmp_path_factory, f"catalogue-{brand}", lambda folder: make(folder, brand))
    return Catalogue(root, brand, said, checked)


def built_catalogue(root: Path, brand: str) -> tuple[Path, str]:
    """The project, and what the build said."""
    done = press(copy_project(root), "build", "--order", "katalog", "--brand", brand)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return root, said


def hardly_checked_catalogue(root: Path, brand: str) -> tuple[Path, str]:
    """The same of print files alone, without most of preflight."""
    arguments = ["invoke", "build", "--order", "katalog", "--brand", brand, "--edition", "print"]
    tests = str(Path(__file__).parents[1])
    said = python(
        f"import os, sys; sys.path[:0] = [{tests!r}]; os.chdir({str(copy_project(root))!r})\n"
        "from invoke.main import program; from tools import one_check_alone\n"
        f"with one_check_alone(): program.run({arguments!r})",
        PYTHONPATH=str(ROOT),
    )
    return root, said
