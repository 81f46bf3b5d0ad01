"""Reading YAML: data as it stands there, the line of each value, and an error instead of a surprise."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools import python

from press.errors import PressError
from press.schema.yaml_source import MAX_BYTES, MAX_NUMBER, Source, read

ONE_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.yaml"


def load(file: Path, text: str | bytes) -> Source:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file, "file.yaml")


def test_values_and_their_lines(file: Path):
    source = load(file, "# comment\na: 1\nb:\n  - x\n  - c: >-\n      two\n      lines\n    d:\n      e: null\n")
    assert source.data == {"a": 1, "b": ("x", {"c": "two lines", "d": {"e": None}})}
    assert [
        source.where(*path) for path in [("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "c"), ("b", 1, "d", "e")]
    ] == [f"file.yaml:{line}" for line in (2, 3, 4, 5, 5, 9)]


def test_what_is_missing_is_placed_in_what_it_belongs_to(file: Path):
    source = load(file, "a: 1\nb:\n  - c: 2\n")
    assert source.where("b", 0, "d", "e") == "file.yaml:3" and source.where("z") == "file.yaml:1"


@pytest.mark.parametrize(
    "text", [b"\xef\xbb\xbfa: \xc3\xbc\nb: 2\n", b"a: \xc3\xbc\r\nb: 2\r\n"], ids=["mark", "lines"]
)
def test_files_of_windows_editors(file: Path, text: bytes):
    source = load(file, text)
    assert source.data == {"a": "ü", "b": 2} and source.where("b") == "file.yaml:2"


@pytest.mark.parametrize(
    "text, value",
    [
        ("a: 2026 # the year\n", 2026),
        ("a: b  # why\n", "b"),
        ('a: "b c #d" # e\n', "b c #d"),
        ("a: b#c d\n", "b#c d"),
        ("a:\n  # b\n  - c d\n", ("c d",)),
        ("a: |\n  b #c\n", "b #c\n"),
    ],
)
def test_comments_that_cut_nothing(file: Path, text: str, value: object):
    assert load(file, text).data == {"a": value}


@pytest.mark.parametrize("text", ["a: b c #d\n", "- b c #d\n", "a: b\n  c #d\n", "a:\n  b c #d\n", "a: ü c\t#d\n"])
def test_comments_that_cut_a_sentence(file: Path, text: str):
    with pytest.raises(PressError, match="file.yaml:[12]: .*` #`"):
        load(file, text)


@pytest.mark.parametrize("depth", [500, 1_000, 200_000])
def test_deep_nesting_is_answered_with_no_crash(file: Path, depth: int):
    """In a process of its own: the deepest has taken it down."""
    file.write_text("[" * depth + "]" * depth)
    told = python(
        "from pathlib import Path; from press.errors import PressError; from press.schema.yaml_source import read\n"
        f"try: read(Path({str(file)!r}), 'file.yaml')\n"
        "except PressError as error: print(error)"
    )
    assert told.startswith("file.yaml:1: nested too deeply")


def test_a_file_too_large(file: Path):
    with pytest.raises(PressError, match="larger than"):
        load(file, "a: " + "x" * MAX_BYTES)


def test_every_doubled_key_is_told(file: Path):
    with pytest.raises(PressError) as error:
        load(file, "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")
    assert [problem.where for problem in error.value.problems] == ["file.yaml:2", "file.yaml:5"]


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(1 - MAX_NUMBER, MAX_NUMBER - 1)
    | st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" ")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=4)
    ),
)


def _tuples(value):
    if isinstance(value, dict):
        return {key: _tuples(part) for key, part in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@ONE_FILE
@given(data=st.dictionaries(st.sampled_from(["x", "name", "board"]), PLAIN))
def test_what_yaml_writes_is_read_back(file: Path, data: dict):
    assert load(file, yaml.safe_dump(data, allow_unicode=True)).data == _tuples(data)


@ONE_FILE
@given(text=st.binary(max_size=60) | st.text("ab:-#\"'[]{}&*!|>%@`, \n\t", max_size=60).map(str.encode))
def test_whatever_stands_there_it_is_read_or_refused(file: Path, text: bytes):
    try:
        load(file, text)
    except PressError as error:
        assert error.problems and all(problem.where.startswith("file.yaml:") for problem in error.problems)
