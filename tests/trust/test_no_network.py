"""The whole build without a network: it asks for none, and makes the same bytes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tools import PATIENCE_S, SAMPLE, copy_project, order_files, write_item

UNSHARE = ("unshare", "--map-root-user", "--net")  # a namespace whose only interface is down
REACHES = "import socket; socket.create_connection(('192.0.2.1', 9), 3)"  # TEST-NET-1, RFC 5737

# An audit hook tells of every connection and name that Python asks for.
WATCHED = """
import sys
asked = []
CALLS = ("socket.connect", "socket.getaddrinfo", "urllib.")
sys.addaudithook(lambda event, arguments: asked.append((event, arguments[-1])) if event.startswith(CALLS) else None)
import {probe}
from press.build.build import build
from press.system.progress import Progress
from press.order.plan import make_plan
from press.paths import Project
build(make_plan(Project.at({root!r}), "standard"), Progress(terminal=False))
print("asked", len(asked), *asked)
"""


def isolated() -> bool:
    """Whether this machine lets an ordinary user make a namespace."""
    return bool(shutil.which(UNSHARE[0])) and subprocess.run([*UNSHARE, "true"], capture_output=True).returncode == 0


def watched(root: Path, probe: str = "sys") -> str:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED.format(root=str(root), probe=probe)],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def two_sheets(to: Path) -> Path:
    """One item in both editions: each step of a build, once."""
    write_item(copy_project(to, SAMPLE), "bingo-3x3", 2)
    return to


@pytest.fixture(scope="module")
def normal(tmp_path_factory) -> tuple[Path, str]:
    """Two sheets, built with an ear on what it asks for."""
    root = two_sheets(tmp_path_factory.mktemp("normal") / "sample")
    return root, watched(root)


def test_a_build_asks_for_no_connection(normal) -> None:
    assert normal[1] == "asked 0"


def test_the_ear_hears(normal, tmp_path: Path) -> None:
    (tmp_path / "reaching.py").write_text(
        "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass\n", encoding="utf-8"
    )
    told = watched(normal[0], f"sys; sys.path.insert(0, {str(tmp_path)!r}); import reaching")
    assert told.startswith("asked 2") and "127.0.0.1" in told


@pytest.mark.skipif(not isolated(), reason="needs Linux and the right to make a network namespace (unshare)")
def test_a_build_without_a_network_makes_the_same_bytes(normal, tmp_path: Path) -> None:
    root = two_sheets(tmp_path / "sample")
    assert subprocess.run([*UNSHARE, sys.executable, "-c", REACHES], capture_output=True).returncode != 0
    done = subprocess.run(
        [*UNSHARE, sys.executable, "-m", "invoke", "build"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    alone, other = order_files(root), order_files(normal[0])
    assert alone.keys() == other.keys() and [name for name in alone if alone[name] != other[name]] == []
