"""The same bytes from every Python the project may run on, each with the pinned packages of its own."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tools import ROOT

from same.building import CONTENT, build, differing

# Looked for by name; others, in folders that are not on the PATH, are named in PRESS_PYTHONS as a PATH is written.
NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")
INSTALL_S = 900


def version(python: str) -> str | None:
    """`3.12.1`, or None where a file of that name is no Python that runs."""
    try:
        done = subprocess.run(
            [python, "-c", "import sys, venv, ensurepip; print(sys.version.split()[0])"],
            capture_output=True,
            text=True,
            timeout=60,
        )
    except OSError:
        return None
    return done.stdout.strip() or None


def others() -> dict[str, str]:
    """Version → interpreter, for each minor version other than this one's."""
    named = [
        *filter(None, os.environ.get("PRESS_PYTHONS", "").split(os.pathsep)),
        *filter(None, map(shutil.which, NAMES)),
    ]
    found = {"{}.{}".format(*sys.version_info): ("", "")}
    for python in named:
        if (told := version(python)) and re.match(r"3\.\d+", told):
            found.setdefault(re.match(r"3\.\d+", told)[0], (told, python))
    return {told: python for told, python in found.values() if told}


def installed(folder: Path, python: str) -> str:
    """A Python of its own with the press in it, as users install it."""
    source = folder / "source"
    shutil.copytree(ROOT / "press", source / "press", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True, timeout=INSTALL_S)
    own = str(folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    pip = [own, "-m", "pip", "-q", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "install", source], capture_output=True, text=True, timeout=INSTALL_S)
    if done.returncode:
        smallest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
        reached = subprocess.run(
            [*pip, "download", "--no-deps", "-d", folder, *smallest], capture_output=True, timeout=INSTALL_S
        )
        if reached.returncode:
            pytest.skip("packages cannot be had here")
    assert done.returncode == 0, done.stderr
    return own


def test_every_python_at_hand_makes_the_same_files(tmp_path, thorough):
    pythons = others()
    if not pythons:
        pytest.skip("no Python of another version on the PATH or in PRESS_PYTHONS")
    here = build(tmp_path / "here", content=CONTENT)
    assert len(here) > 60
    found = {
        told: differing(
            here, build(tmp_path / told, content=CONTENT, python=installed(tmp_path / f"python {told}", python))
        )
        for told, python in pythons.items()
    }
    print("compared:", ", ".join(found))
    assert found == {told: [] for told in pythons}
