"""What is compared with, and what a system may have in another way."""

import shutil
import subprocess
import sys

import pytest
from shared import shared
from tools import python

from same.building import ELSEWHERE, build


@pytest.fixture(scope="session")
def here(tmp_path_factory) -> dict[str, str]:
    """The sample's build in plain circumstances."""
    made = shared(tmp_path_factory, "plain", build)
    assert {
        "standard/print/bingo-3x3.pdf",
        "standard/office/argumente.pdf",
        "standard/previews/argumente-print-1.png",
        "standard/index.html",
        "standard/auftrag.pdf",
        "standard/auftrag.json",
        "standard/pruefbericht.pdf",
        "standard/standard-ENTWURF.zip",
        "standard/manifest.json",
    } <= set(made)
    return made


@pytest.fixture
def thorough(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--thorough"):
        pytest.skip("takes minutes: run with --thorough")


@pytest.fixture(scope="session")
def locales(tmp_path_factory):
    """`locales("de_DE", "ISO-8859-1")`: the environment of a locale made for the test."""
    folder = tmp_path_factory.mktemp("locales")

    def made(language: str, charset: str) -> dict[str, str]:
        if not shutil.which("localedef"):
            pytest.skip("no localedef to make a locale with")
        name = f"{language}.{charset}"
        done = subprocess.run(
            ["localedef", "-i", language, "-f", charset, folder / name], capture_output=True, text=True
        )
        if not (folder / name).is_dir():
            pytest.skip(f"localedef knows no {name}: {done.stderr.strip()[-100:]}")
        chosen = {"LOCPATH": str(folder), "LC_ALL": name}
        known = python(
            "import locale; print(locale.setlocale(locale.LC_ALL, ''), locale.getpreferredencoding(False))", **chosen
        )
        assert known.split() == [name, charset], f"the locale is not in force: {known}"
        return chosen

    return made


@pytest.fixture(scope="session")
def other_zlib(tmp_path_factory) -> dict[str, str]:
    """The environment of a system whose zlib writes other bytes."""
    if sys.platform != "linux" or not shutil.which("cc"):
        pytest.skip("no C compiler to make another zlib with, or not Linux")
    library = tmp_path_factory.mktemp("zlib") / "other.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, ELSEWHERE / "other_zlib.c", "-ldl"], check=True)
    chosen = {"LD_PRELOAD": str(library)}
    for code in _COMPRESSORS:
        assert python(code, LD_PRELOAD="") != python(code, **chosen), f"the other zlib is not in force: {code}"
    return chosen


# Who compresses with the system's zlib: Python, Pillow, qpdf.
_COMPRESSORS = (
    "import zlib; print(zlib.compress(bytes(range(256)) * 9 + b'abcabd' * 200))",
    "import io; from PIL import Image; to = io.BytesIO(); "
    "Image.linear_gradient('L').save(to, 'PNG'); print(to.getvalue())",
    "import io, pikepdf; pdf, to = pikepdf.Pdf.new(), io.BytesIO(); "
    "pdf.Root.X = pdf.make_stream(bytes(range(256)) * 9); pdf.save(to, static_id=True); print(to.getvalue())",
)
