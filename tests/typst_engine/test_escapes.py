"""Templates that try to get out: to the net, to packages, to files that are none of the project's. Each is refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from press import EDITION_DATE
from press.errors import PressError
from press.typst_engine.compiler import Typesetter
from press.typst_engine.stage import NO_FONTS, cut_off
from press.typst_engine.templates import MAIN, Templates

SECRET = "GEHEIM"
PACKAGE = "templates may import nothing from outside: package "
PARTS = {"lib/part.typ": b"#let part = 1", "words.txt": b"Ja"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch) -> Path:
    """A folder to set in, with a secret and a package of the home folder in reach."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    for place in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(place, str(tmp_path / place))
        for space in ("local", "preview"):
            package = tmp_path / place / f"typst/packages/{space}/leak/1.0.0"
            package.mkdir(parents=True)
            (package / "typst.toml").write_text(
                '[package]\nname = "leak"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n', encoding="utf-8"
            )
            (package / "lib.typ").write_text(f'#let leak = "{SECRET}"', encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def attempt(desk: Path, source: str) -> bytes:
    """What comes of a template as a PDF. Raises PressError."""
    templates = Templates({MAIN: source.encode(), **PARTS})
    return Typesetter(templates, NO_FONTS, desk / "stage").pdf({}, EDITION_DATE, ("1.7",), tagged=False)


TO_PACKAGES = {
    "by its name": ('#import "@preview/leak:1.0.0": leak', "@preview/leak:1.0.0"),
    "another one of the net": ('#import "@preview/cetz:0.4.2": canvas', "@preview/cetz:0.4.2"),
    "of the home folder": ('#import "@local/leak:1.0.0": leak', "@local/leak:1.0.0"),
    "included": ('#include "@local/leak:1.0.0"', "@local/leak:1.0.0"),
    "by a built name": ('#let p = "@" + "preview/leak:1.0.0"\n#import p: leak', "@preview/leak:1.0.0"),
    "by an escaped name": ('#import "\\u{40}local/leak:1.0.0": leak', "@local/leak:1.0.0"),
    "by a cut name": ('#import "x@local/leak:1.0.0".slice(1): leak', "@local/leak:1.0.0"),
    "evaluated": ('#eval("import \\"@preview/leak:1.0.0\\": *")', "@preview/leak:1.0.0"),
    "evaluated by a built name": (
        '#let ev = dictionary(std).at("ev" + "al")\n#ev("import \\"@pre" + "view/leak:1.0.0\\": *")',
        "@preview/leak:1.0.0",
    ),
}

TO_FILES = {
    "above": '#read("../secret.txt")',
    "far above": '#read("../../../../../../../../../../etc/passwd")',
    "absolute": '#read("/etc/passwd")',
    "absolute, above": '#read("/../secret.txt")',
    "of the project, not of the stage": '#read("/assets/brands/musterstadt/brand.yaml")',
    "of another stage": '#read("/../../stage-other/root/given/job.json")',
    "the system's": '#read("/proc/self/environ")',
    "a device": '#read("/dev/zero")',
    "text": '#read("/secret.txt", encoding: none)',
    "JSON": '#json("../../secret.txt")',
    "CSV": '#csv("/etc/passwd", delimiter: ":")',
    "YAML": '#yaml("/etc/hosts")',
    "TOML": '#toml("/../secret.txt")',
    "CBOR": '#cbor("/../secret.txt")',
    "XML": '#xml("../../../secret.txt")',
    "a bibliography": '#bibliography("/../secret.yaml")',
    "a style": '#bibliography("words.txt", style: "/etc/passwd")',
    "a picture": '#image("/../secret.txt")',
    "a picture of bytes that name a file": '#image(bytes("/etc/passwd"))',
    "a picture that names another": (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        "<image href='/etc/passwd' width='9' height='9'/></svg>\"))"
    ),
    "a plugin": '#plugin("/usr/lib/leak.wasm")',
    "a plugin of bytes": '#plugin(bytes("/usr/lib/leak.wasm"))',
    "a template": '#include "../../secret.typ"',
    "Windows' own": '#read("C:\\\\Windows\\\\win.ini")',
    "Windows' shares": '#read("\\\\\\\\host.example\\\\share\\\\x.txt")',
    "a URL": '#read("https://192.0.2.1/x.txt")',
    "a file URL": '#read("file:///etc/passwd")',
    "a syntax": '#raw("x", syntaxes: "/etc/passwd")',
    "a theme": '#raw("x", theme: "/etc/passwd", lang: "c")',
    "a font": '#set text(font: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", fallback: false)\nX',
    "an attachment": '#pdf.attach("/etc/passwd")',
}

HARMLESS = {"a picture that names another"}  # nothing is read: see below


def test_there_are_twenty_and_more():
    assert len(TO_PACKAGES) + len(TO_FILES) >= 20


@pytest.mark.parametrize("way", TO_PACKAGES)
def test_no_package(desk: Path, way: str):
    source, package = TO_PACKAGES[way]
    with pytest.raises(PressError) as error:
        attempt(desk, f"// First line\n{source}")
    (problem,) = error.value.problems
    assert error.value.exit_code == 2 and problem.what == PACKAGE + package
    assert problem.where == f"templates/{MAIN}:{2 + source.count(chr(10))}"


@pytest.mark.parametrize("way", sorted(TO_FILES.keys() - HARMLESS))
def test_no_file_of_elsewhere(desk: Path, way: str):
    with pytest.raises(PressError) as error:
        attempt(desk, TO_FILES[way])
    assert error.value.exit_code == 2 and all(p.where.startswith("templates/main.typ:") for p in error.value.problems)
    told = str(error.value)
    assert SECRET not in told and "root:" not in told and str(desk) not in told


@pytest.mark.parametrize("way", sorted(HARMLESS))
def test_harmless(desk: Path, way: str):
    """It is set, and what it names is not in it."""
    try:
        made = attempt(desk, TO_FILES[way])
    except PressError:
        return
    assert made.startswith(b"%PDF") and b"/Image" not in made and b"root:" not in made


def test_what_is_on_the_stage_is_read(desk: Path):
    """The same calls, of files that are there."""
    source = '#import "/templates/lib/part.typ": part\n#import"lib/part.typ": part\n#assert(read("words.txt") == "Ja")'
    assert attempt(desk, source + '\n#assert(read("/templates/words.txt") == "Ja")').startswith(b"%PDF")


def test_a_warning_that_there_is_no_such_font_comes_with_its_place(desk: Path):
    with pytest.raises(PressError, match=r"templates/main\.typ:1: unknown font family"):
        attempt(desk, '#text(font: "DejaVu Sans")[X]')


def test_the_environment_is_as_it_was(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    before = dict(os.environ)
    with cut_off():
        assert os.environ["https_proxy"] == "http://127.0.0.1:0" and os.environ["no_proxy"] == ""
    assert dict(os.environ) == before


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
