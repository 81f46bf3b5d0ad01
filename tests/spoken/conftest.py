"""The office files of the catalogue, of the build that its own tests look at."""

from pathlib import Path

import pytest
from catalogue.conftest import built_catalogue
from shared import shared

BRAND = "kleinstadtniveau"


@pytest.fixture(scope="session")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a file for each product of the catalogue."""
    root, _ = shared(tmp_path_factory, f"catalogue-{BRAND}", lambda folder: built_catalogue(folder, BRAND))
    return root / "build/katalog/office"
