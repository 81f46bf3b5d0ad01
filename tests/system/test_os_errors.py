"""What the machine lacks - room on the disk, a folder to write in, files to open: told plainly, and nothing is lost."""

import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from command import command
from tools import BUILT, DECK, PATIENCE_S, files, press
from witness import BUILD, links_leading_out, rephrase, state

LINUX = sys.platform == "linux"
KB, MB = 1000, 1_000_000
LEAST, MOST = 100 * KB, 10 * MB  # of room on the disk besides the last build
FEW = 8  # files open at once: enough to start Python, not to make an order
SLOW = "/var/tmp"  # a disk on which files are open for as long as they are flushed, all at once
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # Linux, prctl.h and capability.h


@pytest.fixture
def disk(small: Path):
    """Gives build/ a small disk of its own; a function sets how much room is on it, in bytes, or makes it read-only."""
    build, aside = small / "build", small / "aside"
    if not LINUX or os.geteuid():
        pytest.skip("a small disk takes Linux and root: only root may mount one")
    build.rename(aside)
    build.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(build)], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"this machine mounts no small disk: {mounted.stderr.strip()}")
    subprocess.run(["cp", "-a", f"{aside}/.", str(build)], check=True)

    def remount(room: int | None = None) -> None:
        used = os.statvfs(build)
        size = (used.f_blocks - used.f_bfree) * used.f_frsize
        subprocess.run(
            ["mount", "-o", "remount,ro" if room is None else f"remount,rw,size={size + room}", str(build)], check=True
        )

    yield remount
    subprocess.run(["umount", "-l", str(build)], check=True)


def refused(root: Path, *said: str, command: tuple[str, ...] = ("build",), **options) -> str:
    """A command that ends with 4, says so without a traceback, and changes nothing."""
    before = state(root)
    done = subprocess.run(
        [sys.executable, "-m", "invoke", *command],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        **options,
    )
    assert done.returncode == 4, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr and "nothing was changed" in done.stderr
    assert all(part in done.stderr for part in said), done.stderr
    assert state(root) == before
    return done.stderr


def test_a_full_disk(small, disk, often):
    """From a disk that has room for a few pictures to one that has enough."""
    times, choice, full = often(3, 30), random.Random("disk"), 0
    for number in range(times):
        rephrase(small, number)
        disk(round(LEAST * (MOST / LEAST) ** ((number + choice.random()) / times)))
        before = state(small)
        done = press(small, "build")
        assert done.returncode in (0, 4) and "Traceback" not in done.stdout + done.stderr, done.stderr
        assert (state(small) == before) == (done.returncode == 4) and links_leading_out(small) == []
        if done.returncode:
            assert f"the disk {small / 'build'} is full; make room on it" in done.stderr
        full += done.returncode == 4
    print(f"full disk: {full} of {times} builds refused")
    assert 0 < full < times  # and what was refused at first is made once there is room


def test_a_disk_that_can_only_be_read(small, disk):
    rephrase(small, 1)
    disk()
    said = refused(small, f"the disk {small / 'build'} can only be read")
    assert "build/.press/standard.lock" in said
    refused(small, command=("clean",))
    assert command(small, "check", "--build", "standard").returncode == 0  # looking takes no room


def without_rights() -> None:
    """Takes from root what lets it pass over the rights of files; others do not have it."""
    for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH) if os.geteuid() == 0 else ():
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right, 0, 0, 0)


RIGHTS = pytest.mark.skipif(
    not LINUX and (os.name == "nt" or os.geteuid() == 0), reason="rights of files bind neither root nor Windows"
)


@RIGHTS
@pytest.mark.parametrize(("path", "mode"), [(DECK, 0), ("assets/brands/kleinstadtniveau/brand.yaml", 0)])
def test_what_may_not_be_touched(small, path: str, mode: int):
    rephrase(small, 1)
    (small / path).chmod(mode)
    try:
        refused(small, path, preexec_fn=without_rights)
    finally:
        (small / path).chmod(0o755)
    assert links_leading_out(small) == []


@RIGHTS
def test_an_order_whose_place_may_not_be_changed_waits(small):
    """It is finished: once one may, it is put there."""
    rephrase(small, 1)
    before = files(small / BUILT)
    (small / "build").chmod(0o555)
    try:
        done = subprocess.run(BUILD, cwd=small, capture_output=True, text=True, preexec_fn=without_rights)
    finally:
        (small / "build").chmod(0o755)
    assert done.returncode == 4 and "Traceback" not in done.stderr and "waits" in done.stderr
    assert files(small / BUILT) == before
    assert "Nothing has changed" in command(small, "build").stdout and files(small / BUILT) != before


@pytest.mark.skipif(not LINUX, reason="only Linux has a device that is always full")
def test_output_into_a_full_file(small):
    before = state(small)
    rephrase(small, 1)
    with open("/dev/full", "w") as full:
        done = subprocess.run(BUILD, cwd=small, stdout=full, stderr=subprocess.PIPE, text=True, timeout=PATIENCE_S)
    assert done.returncode == 4 and "is full" in done.stderr and "Traceback" not in done.stderr
    assert state(small) == before and links_leading_out(small) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no sizes")
@pytest.mark.parametrize("most", [1, 100 * KB])
def test_files_may_not_be_large(small, most: int):
    import resource

    rephrase(small, 1)
    refused(
        small, "larger than a file may be", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    )
    assert links_leading_out(small) == []


@pytest.mark.skipif(not LINUX, reason="elsewhere another number of files is open from the start")
def test_few_files_may_be_open(small):
    import resource

    with tempfile.TemporaryDirectory(dir=SLOW) as disk:
        root = shutil.copytree(small, Path(disk) / "small")
        rephrase(root, 1)
        limit = (FEW, FEW)
        refused(root, "too many files are open", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limit))
        assert links_leading_out(root) == []
