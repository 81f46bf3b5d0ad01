"""The catalogue, built once for each brand, however many workers look at it."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools import ROOT, copy_project

from catalogue.paper import Page, pages
from press.order.layouts import Layout, load_layouts
from press.paths import Project
from press.typst_engine.templates import read_templates

BRANDS = Project.at(ROOT).brands()


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A built catalogue and what its content says. Not to be changed."""

    root: Path
    brand: str
    said: str  # by the build

    @property
    def folder(self) -> Path:
        return self.root / "build/katalog"

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
def catalogue(request, tmp_path_factory) -> Catalogue:
    """The catalogue in each brand, as `invoke build` makes it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    said = shared / f"{request.param}.said"
    while not said.exists():
        if not any(_build(shared, brand) for brand in (request.param, *BRANDS)):
            time.sleep(0.2)  # another worker builds it
    code, output = json.loads(said.read_text(encoding="utf-8"))
    assert code == 0, output
    return Catalogue(shared / request.param, request.param, output)


def _build(shared: Path, brand: str) -> bool:
    """Builds the catalogue in a brand, unless some worker began to; what was said is the sign that it is done."""
    try:
        (shared / brand).mkdir()
    except FileExistsError:
        return False
    root = copy_project(shared / brand)
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "build", "--order", "katalog", "--brand", brand],
        cwd=root,
        timeout=600,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )
    written = shared / f"{brand}.tmp"
    written.write_text(json.dumps([done.returncode, done.stdout + done.stderr]), encoding="utf-8")
    written.rename(shared / f"{brand}.said")
    return True
