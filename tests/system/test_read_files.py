"""Files of others are read as far as asked for, and with no more memory than they take."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from press.system.safe_files import read_file, read_plain_file

MOST = 20_000_000


@pytest.mark.parametrize("read", [read_file, read_plain_file])
@pytest.mark.parametrize("most, wanted", [(0, b""), (2, b"ab"), (3, b"abc"), (4, b"abc"), (MOST, b"abc")])
def test_so_many_bytes_and_no_more(tmp_path: Path, read: Callable, most: int, wanted: bytes):
    (tmp_path / "x").write_bytes(b"abc")
    assert read(tmp_path / "x", most) == wanted


@pytest.mark.parametrize("read", [read_file, read_plain_file])
def test_memory_is_asked_for_by_the_file_not_by_the_limit(tmp_path: Path, read: Callable):
    (tmp_path / "x").write_bytes(b"abc")
    tracemalloc.start()
    try:
        read(tmp_path / "x", MOST)
        assert tracemalloc.get_traced_memory()[1] < MOST / 10
    finally:
        tracemalloc.stop()


def test_what_is_longer_than_it_says_is_read_whole(tmp_path: Path, monkeypatch):
    """As a file that somebody adds to meanwhile."""
    (tmp_path / "x").write_bytes(b"abcdef")
    shorter = os.stat_result([*os.stat(tmp_path / "x")[:6], 2, 0, 0, 0])
    monkeypatch.setattr(os, "fstat", lambda _: shorter)
    assert read_file(tmp_path / "x", 5) == b"abcde" and read_file(tmp_path / "x", MOST) == b"abcdef"
