"""Reading YAML: data as it stands there, the line of each value, and an error instead of a surprise."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools import python

from press.errors import PressError
from press.schema.yaml_source import Source, read

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
    with pytest.raises(PressError, match=r"file\.yaml:[12]: .*` #`"):
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


@pytest.mark.parametrize(
    "fits, over, told",
    [
        ("a: " + "x" * 999_997, "a: " + "x" * 999_998, "larger than 1000 kB"),
        ("a: " + "[" * 19 + "]" * 19, "a: " + "[" * 20 + "]" * 20, "nested too deeply"),
        ("a: 18446744073709551615", "a: 18446744073709551616", "cannot be read"),
        ("a: -18446744073709551615", "a: -18446744073709551616", "cannot be read"),
    ],
    ids=["size", "depth", "number", "negative"],
)
def test_what_just_fits_and_what_does_not(file: Path, fits: str, over: str, told: str):
    """A million bytes, twenty levels, and numbers below 2 to the power of 64."""
    assert load(file, fits).data.keys() == {"a"}
    with pytest.raises(PressError, match=told):
        load(file, over)


def test_every_doubled_key_is_told(file: Path):
    with pytest.raises(PressError) as error:
        load(file, "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")
    assert [problem.where for problem in error.value.problems] == ["file.yaml:2", "file.yaml:5"]


@pytest.mark.parametrize(
    "written, value",
    [
        ("21", 21),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("021", "021"),
        ("0x10", "0x10"),
        ("0o17", "0o17"),
        ("0b11", "0b11"),
        ("1:30", "1:30"),
        ("1:30.5", "1:30.5"),
        ("1_000", "1_000"),
        (".5", ".5"),
        ("5.", "5."),
        ("1.0e+3", "1.0e+3"),
        (".inf", ".inf"),
        ("1,5", "1,5"),
        ("50%", "50%"),
        ("15mm", "15mm"),
        ("=", "="),
        ("true", True),
    ],
)
def test_only_plain_decimals_are_numbers(file: Path, written: str, value: object):
    """PyYAML, after YAML 1.1, would make 17 of the first odd one."""
    read_value = load(file, f"a: {written}\n").data["a"]
    assert read_value == value and type(read_value) is type(value)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085"])
def test_line_breaks_of_word_are_no_lines(file: Path, mark: str):
    """Editors count no line there; YAML would."""
    source = load(file, f"a: x{mark}y\nb: z\n")
    assert source.data == {"a": "x y", "b": "z"} and source.where("b") == "file.yaml:2"
    with pytest.raises(PressError, match=r"file\.yaml:2: .*` #`"):
        load(file, f"a: x{mark}y\nb: c d #e\n")


def test_files_of_old_macs(file: Path):
    source = load(file, b"a: 1\rb: 2\r")
    assert source.data == {"a": 1, "b": 2} and source.where("b") == "file.yaml:2"


@pytest.mark.parametrize(
    "text, told",
    [
        ('a: "b" c\nd: [e] f\n', {1: "closing quote", 2: "`[`"}),
        ("a:\n  -b: c\n    d: e\n  -b: f\n", {2: "hyphen", 4: "hyphen"}),
        ("a:b\nc: d\n", {1: "no space after the colon"}),
        ('a: "b\nc: d\ne: "f"\n', {1: "never closed"}),
        ('a: "b\nc: d"\n', {1: "never closed"}),
        ("a: 'Geht's'\nb: ok\n", {1: "apostrophe"}),
        ('a: "b" c\n  d\n  e\nf: g\n', {1: "closing quote"}),
        ("a: [b, c\nd: e\n", {1: "not closed"}),
        ('a: {b: "c" d}\n', {1: "inside brackets"}),
        ("a: b\n---\nc: d\n", {2: "---"}),
        ("a: |x\nb: `c`\n", {1: "`|`", 2: "```"}),
    ],
)
def test_what_is_no_yaml_is_told_as_what_it_is(file: Path, text: str, told: dict[int, str]):
    """One mistake a problem, each at its line."""
    with pytest.raises(PressError) as error:
        load(file, text)
    assert [problem.where for problem in error.value.problems] == [f"file.yaml:{line}" for line in told]
    assert all(part in problem.what for part, problem in zip(told.values(), error.value.problems, strict=True))


def test_quoted_texts_of_several_lines_are_fine(file: Path):
    assert load(file, 'a: "b\n  c: d"\ne: "f\n  g"\n').data == {"a": "b c: d", "e": "f g"}


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(1 - 2**64, 2**64 - 1)
    | st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" ")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=4)
    ),
)


def _tuples(value):
    if isinstance(value, dict):
        return {key: _tuples(part) for key, part in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@pytest.mark.long
@ONE_FILE
@given(data=st.dictionaries(st.sampled_from(["x", "name", "board"]), PLAIN))
def test_what_yaml_writes_is_read_back(file: Path, data: dict):
    assert load(file, yaml.safe_dump(data, allow_unicode=True)).data == _tuples(data)


@ONE_FILE
@given(text=st.binary(max_size=60) | st.text("ab:-#\"'[]{}&*!|>%@`, \n\t", max_size=60).map(str.encode))
def test_whatever_stands_there_it_is_read_or_refused(file: Path, text: bytes):
    refused = None
    try:
        load(file, text)
    except PressError as error:
        refused = error
    assert refused is None or (
        refused.problems and all(problem.where.startswith("file.yaml:") for problem in refused.problems)
    )
