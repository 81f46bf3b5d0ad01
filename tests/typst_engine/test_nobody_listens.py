"""Templates that ask the net for something, where somebody listens: nothing is heard."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typst_engine.escapes import TO_FILES, TO_PACKAGES

# In a namespace with nothing but itself, somebody listens where the user's own proxy is said to be.
LISTENED = """
import os, socket, subprocess, sys, threading
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
ear = socket.create_server(("127.0.0.1", 0))
heard = []
def listen():
    while True:
        line, _ = ear.accept()
        heard.append(line.recv(200))
        line.close()
threading.Thread(target=listen, daemon=True).start()
address = f"http://127.0.0.1:{ear.getsockname()[1]}"
for name in ("http_proxy", "https_proxy", "all_proxy"):
    os.environ[name] = os.environ[name.upper()] = address
from contextlib import nullcontext
from pathlib import Path
import press.typst_engine.compiler as compiler
from press import EDITION_DATE
from press.errors import PressError
from press.typst_engine.templates import Templates
if sys.argv[2] == "open":
    compiler.cut_off = nullcontext
for n, source in enumerate(sys.argv[3:]):
    setter = compiler.Typesetter(
        Templates({"main.typ": source.encode()}), compiler.NO_FONTS, Path(sys.argv[1]) / str(n)
    )
    try:
        setter.pdf({}, EDITION_DATE, ("1.7",), tagged=False)
        print("set")
    except PressError as error:
        print("refused", error)
print("heard", len(heard))
"""
UNSHARE = ("unshare", "--map-root-user", "--net")


def isolated() -> bool:
    """Whether this machine lets an ordinary user make a namespace, and set its own interface up."""
    tools = all(shutil.which(tool) for tool in (UNSHARE[0], "ip"))
    return tools and subprocess.run([*UNSHARE, "ip", "link", "set", "lo", "up"], capture_output=True).returncode == 0


needs_namespace = pytest.mark.skipif(
    not isolated(), reason="needs Linux, ip, and the right to make a network namespace"
)


def listened(folder: Path, how: str) -> list[str]:
    sources = [source for source, _ in TO_PACKAGES.values()] + [
        TO_FILES["a URL"],
        TO_FILES["a picture that names another"],
    ]
    done = subprocess.run(
        [*UNSHARE, sys.executable, "-c", LISTENED, str(folder), how, *sources],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_namespace
def test_nobody_who_listens_hears_of_it(tmp_path: Path):
    *told, heard = listened(tmp_path, "cut off")
    assert heard == "heard 0" and sum(line.startswith("refused") for line in told) >= len(TO_PACKAGES) + 1


@needs_namespace
def test_the_ear_hears(tmp_path: Path):
    *_, heard = listened(tmp_path, "open")
    assert int(heard.split()[1]) >= 1
