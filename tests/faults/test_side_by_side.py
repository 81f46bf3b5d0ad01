"""Commands at the same time on one checkout, in every pair: each does its work or says why not, nothing is lost."""

import random
import shutil
import signal
import sys
import time
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from command import command
from tools import DECK, PATIENCE_S, REMEMBERED, edit, files
from witness import our_traceback, started, state

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'
BRAND = ("brand", "Haus", "--colour", "#00607a", "--website", "https://www.haus.example", "--logo", "logo.svg")
COMMANDS = {
    "brand": BRAND,
    "specimen": ("specimen",),
    "build": ("build",),
    "watch": ("watch",),
    "clean": ("clean",),
}
PAIRS = list(combinations_with_replacement(COMMANDS, 2))
MADE = {"build": "standard", "brand": "brand--haus", "specimen": "brand--kleinstadtniveau"}
SPECIMEN = {"specimen.pdf", "specimen.png"}


def start(root: Path, name: str):
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from invoke.main import program; program.run()"
    )
    return started(root, sys.executable, "-c", code, *COMMANDS[name])


def over(root: Path, name: str, process) -> tuple[int, str]:
    """Its exit code and what it said. A watch is ended once its first round is over."""
    said = ""
    if name == "watch":
        said = process.stdout.readline() + process.stdout.readline()
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, said + out + err


def whole(root: Path) -> None:
    """What lies there is whole, and nothing else does."""
    lying = {path.name for path in (root / "build").iterdir()}
    assert lying <= {".press", "standard", "brand--haus", "brand--kleinstadtniveau"}
    if "standard" in lying:
        state(root)
    for name in lying & {"brand--haus", "brand--kleinstadtniveau"}:
        assert set(files(root / "build" / name)) == SPECIMEN
    left = {
        path.relative_to(root / "build").as_posix()
        for path in (root / "build").glob(".press/*/*")
        if path.parent.name not in REMEMBERED
    }
    assert left <= {".press/standard/record"}


@pytest.mark.skipif(sys.platform == "win32", reason="no Ctrl-C can be sent to one process there")
def test_every_pair(small, often):
    (small / "logo.svg").write_text(LOGO, encoding="utf-8")
    choice = random.Random("pairs")
    for number, pair in enumerate(choice.sample(PAIRS, often(2, len(PAIRS)))):
        edit(small / DECK, "board: .*", f'board: "Das ist der {number}. Versuch."')
        shutil.rmtree(small / "assets/brands/haus", ignore_errors=True)
        both = []
        for name in pair:
            both.append((name, start(small, name)))
            time.sleep(choice.random())
        ends = [(name, *over(small, name, process)) for name, process in both]
        for name, code, said in ends:
            assert not our_traceback(said, small), (pair, said)
            assert code in ((130,) if name == "watch" else (0, 2, 4) if name == "brand" else (0, 4)), (pair, name, said)
        codes = [(name, code) for name, code, _ in ends]
        assert any(code in (0, 130) for _, code in codes), (pair, ends)
        whole(small)
        assert (small / "assets/brands/haus/brand.yaml").exists() == (("brand", 0) in codes), (pair, ends)
        if "clean" not in pair:
            for name, folder in MADE.items():
                assert (name, 0) not in codes or (small / "build" / folder).is_dir(), (pair, ends)
        print(pair, codes)
    assert command(small, "build").returncode == 0 and state(small)
