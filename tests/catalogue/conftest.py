"""The catalogue, built once for each brand, however many workers look at it.

In a usual run in one of them: real/ makes each layout with the names, logos and faces of others.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from shared import shared
from tools import ROOT, copy_project, press

from catalogue.paper import Page, pages
from press.layouts.layout import Layout
from press.layouts.layout_loading import load_layouts
from press.paths import Project
from press.typst_engine.templates import read_templates

BRANDS = Project.at(ROOT).brands()
USUAL = "kleinstadtniveau"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A built catalogue and what its content says. Not to be changed."""

    root: Path
    brand: str
    said: str  # by the build

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


@pytest.fixture(
    scope="session",
    params=[pytest.param(brand, marks=[] if brand == USUAL else pytest.mark.thorough) for brand in BRANDS],
)
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue in each brand, as `invoke build` makes it."""
    brand = request.param
    root, said = shared(tmp_path_factory, f"catalogue-{brand}", lambda folder: built_catalogue(folder, brand))
    return Catalogue(root, brand, said)


def built_catalogue(root: Path, brand: str) -> tuple[Path, str]:
    """The project, and what the build said."""
    done = press(copy_project(root), "build", "--order", "katalog", "--brand", brand)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return root, said
