"""A project with a short address: a key for each link, and targets that are no placeholders."""

import shutil
from pathlib import Path

import pytest
from shared import shared
from tools import PODCAST, SAMPLE, copy_project, edit, make, print_only, write_item

BRAND = "assets/brands/kleinstadtniveau/brand.yaml"
SHORT = "https://www.kommune.de/b/"
TARGETS = {
    "bb": "https://ziel.de/funk",
    "brief": "https://ziel.de/brief?a=1&b=2",
    "21": "https://ziel.de/folge/1",
    "f2": "https://ziel.de/folge/2#anfang",
}
LINKS = ("probefunk.example$", "probefunk.example/brief", "probefunk.example/1", "probefunk.example/2")


def with_short_address(root: Path) -> Path:
    """The sample in print alone; its orders lead to keys of `SHORT`."""
    for (key, target), link in zip(TARGETS.items(), LINKS):
        indent = {"bb": "", "brief": "  "}.get(key, "    ")
        edit(root / PODCAST, f"link: https://{link}", f"link: {target}\n{indent}key: {key}")
    edit(root / PODCAST, "^newsletter:", f"short: {SHORT}\nnewsletter:")
    edit(root / BRAND, "^website: .*", "website: https://www.kommune.de")
    return root


@pytest.fixture
def town(sample: Path) -> Path:
    """Nothing built yet."""
    return with_short_address(sample)


@pytest.fixture(scope="session")
def released_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sheets, released. Not to be changed."""

    def release(root: Path) -> Path:
        write_item(with_short_address(copy_project(root, SAMPLE)), "bingo-3x3", 2)
        print_only(root, "bingo-3x3")
        make(root, checked=True, release=True)
        return root

    return shared(tmp_path_factory, "released", release)


@pytest.fixture
def released(released_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(released_once, tmp_path / "released")
