"""The same bytes wherever, whenever and by whomever a thing is built; every file of the order is compared."""

from collections.abc import Callable
from pathlib import Path

import pytest

from same.building import CIRCUMSTANCES, CONTENT, HERE, build, differing

# At once; of those that speak of the same thing, the last one counts.
ALL = {key: value for change in CIRCUMSTANCES.values() for key, value in change.items()}


def test_in_other_circumstances_of_every_kind(here, tmp_path, request):
    """Several processes that make files at once are among them; line ends of Windows, which the manifest tells, for it
    sums up what was read; and where they can be made, another zlib and a locale whose file names are not UTF-8."""
    assert ALL["ELSEWHERE_CORES"] != HERE["ELSEWHERE_CORES"]
    others = _where_it_can_be_made(lambda: request.getfixturevalue("other_zlib"))
    others |= _where_it_can_be_made(lambda: request.getfixturevalue("locales")("de_DE", "ISO-8859-1"))
    changes = ALL | {"FOLDER": "mit Leerzeichen/Größe, ß & 'so'"} | others
    assert differing(here, build(tmp_path, prepare=with_line_ends, **changes)) == ["standard/manifest.json"]


def _where_it_can_be_made(make: Callable[[], dict[str, str]]) -> dict[str, str]:
    try:
        return make()
    except pytest.skip.Exception:
        return {}


def with_line_ends(root: Path) -> None:
    """What somebody edits on Windows."""
    for path in root.rglob("*"):
        if path.suffix in (".yaml", ".typ", ".svg"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("circumstance", CIRCUMSTANCES)
def test_in_one_other_circumstance(here, tmp_path, thorough, circumstance):
    assert differing(here, build(tmp_path, **CIRCUMSTANCES[circumstance])) == []


@pytest.mark.parametrize("language, charset", [("de_DE", "ISO-8859-1"), ("tr_TR", "UTF-8"), ("ru_RU", "KOI8-R")])
def test_in_another_locale(here, tmp_path, thorough, locales, language, charset):
    assert differing(here, build(tmp_path, FOLDER="Größe", **locales(language, charset))) == []


@pytest.mark.thorough  # else it is one of the circumstances of every kind
def test_on_a_system_with_another_zlib(here, tmp_path, other_zlib):
    assert differing(here, build(tmp_path, **other_zlib)) == []


@pytest.mark.parametrize("order", sorted(path.stem for path in (CONTENT / "orders").glob("*.yaml")))
@pytest.mark.parametrize("brand", ["kleinstadtniveau", "musterstadt"])
def test_the_real_orders(tmp_path, thorough, other_zlib, order, brand):
    plain, other = (
        build(tmp_path / name, "--order", order, "--brand", brand, content=CONTENT, **change)
        for name, change in (("plain", {}), ("other", ALL | other_zlib))
    )
    assert len(plain) > 60 and differing(plain, other) == []


def test_line_ends_of_windows_print_the_same(here, tmp_path, thorough):
    assert differing(here, build(tmp_path, prepare=with_line_ends)) == ["standard/manifest.json"]
