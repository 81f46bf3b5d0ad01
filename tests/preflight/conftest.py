"""Good files to break, each built once, however many workers break them."""

from functools import cache

import pytest

from preflight.finished import build_once


@pytest.fixture(scope="session")
def good(tmp_path_factory):
    """A function from an order of `finished` to its finished file."""
    return cache(lambda order: build_once(order, tmp_path_factory))
