"""Content streams scanned in bulk say what pikepdf reads one by one."""

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from press.pdf.graphics.content_stream import INLINE, SEGMENTS, operations
from press.pdf.graphics.operands import name, numbers, strings, tag_and_entries, values
from press.pdf.graphics.path_extent import Path, path_extent
from press.pdf.graphics.stream_scanner import PATH, scan

PDF = Pdf.new()
NUMBERS = st.integers(-99999, 99999) | st.decimals(-9999, 9999, places=4)
NAMES = st.from_regex(r"\A/[A-Za-z0-9+#. ]{1,9}\Z").map(Name)
TEXTS = st.binary(max_size=12).map(String)
ENTRIES = st.dictionaries(NAMES.map(str), NUMBERS | TEXTS | NAMES, max_size=3).map(Dictionary)
MARKED = st.tuples(NAMES, ENTRIES | NAMES | st.builds(lambda inner: Dictionary(A=inner), ENTRIES))
POINT = st.tuples(NUMBERS, NUMBERS)
SUBPATH = st.builds(
    lambda start, more: [(start, "m"), *more],
    POINT,
    st.lists(
        st.tuples(POINT, st.just("l"))
        | st.tuples(st.tuples(*[NUMBERS] * 6), st.just("c"))
        | st.tuples(st.tuples(*[NUMBERS] * 4), st.sampled_from(["v", "y", "re"]))
        | st.just(((), "h")),
        max_size=6,
    ),
)
OTHER = (
    st.tuples(st.tuples(TEXTS), st.sampled_from(["Tj", "'"]))
    | st.tuples(st.tuples(st.lists(TEXTS | NUMBERS, max_size=5).map(Array)), st.just("TJ"))
    | st.tuples(st.tuples(NAMES, NUMBERS), st.just("Tf"))
    | st.tuples(MARKED, st.sampled_from(["BDC", "DP"]))
    | st.tuples(st.tuples(*[NUMBERS] * 6), st.sampled_from(["cm", "Tm"]))
    | st.tuples(st.tuples(*[NUMBERS] * 4), st.sampled_from(["k", "K", "scn"]))
    | st.tuples(st.tuples(NAMES), st.sampled_from(["cs", "gs", "Do", "BMC"]))
    | st.tuples(st.just(()), st.sampled_from(["q", "Q", "BT", "ET", "EMC", "f*", "B", "n", "W"]))
).map(lambda one: [one])
STREAMS = st.lists(SUBPATH | OTHER, max_size=12).map(lambda parts: [one for part in parts for one in part])


def stream_of(data: bytes) -> pikepdf.Stream:
    return PDF.make_stream(data)


def one_by_one(data: bytes) -> list[tuple[str, list]]:
    return [(str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(stream_of(data))]


def assert_same(data: bytes) -> None:
    """What the checks take from each operation is what pikepdf reads."""
    read, path, extents = [], Path(), []
    for op, operands in one_by_one(data):
        if op in SEGMENTS:
            path.add(op, operands)
        else:
            extents.append((path.thinness, path.thickest))
            path = Path()
            read.append((op, operands))
    path, found, own = b"", [], []
    for op, operands in operations(stream_of(data)):
        if op == PATH:
            path += operands
        else:
            own.append(path_extent(path)[:2] if path else (Path().thinness, Path().thickest))
            path = b""
            found.append((op, operands))
    assert [op for op, _ in found] == [op for op, _ in read] and own == extents
    for (op, written), (_, operands) in zip(found, read):
        if op in ("Tj", "'", "TJ"):
            shown = operands[-1] if op == "TJ" else operands
            assert strings(written) == tuple(bytes(part) for part in shown if isinstance(part, String))
        elif op in ("BDC", "DP"):
            tag, entries = tag_and_entries(written)
            assert name(tag) == operands[0]
            assert (name(entries) if entries[:1] == b"/" else pikepdf.Object.parse(entries)) == operands[1]
        elif op in ("cm", "Tm", "k", "K", "scn"):
            assert numbers(written) == tuple(map(float, operands))
        elif op in ("Tf", "cs", "gs", "Do", "BMC"):
            assert values(written) == [one if isinstance(one, Name) else float(one) for one in operands]


@settings(max_examples=30)
@given(STREAMS)
def test_what_pikepdf_writes_is_scanned_and_says_the_same(stream):
    data = pikepdf.unparse_content_stream([(list(operands), Operator(op)) for operands, op in stream])
    assert_same(data)
    nested = any(isinstance(one, Dictionary) and "/A" in one for operands, _ in stream for one in operands)
    assert scan(data) is not None or nested


@pytest.mark.parametrize(
    "data",
    [
        rb"q 1 0 0 -1 35.4 -.5 cm/c0 cs 0 0 1. scn BT/f1 8 Tf[(\000\(a\)\\)-5(x\12\8\
y)]TJ<0 1a b>Tj ET Q",
        b"(a (b (c) d) e)Tj",
        b"(one\nQ\ntwo)Tj\nQ\nq",
        b"/Span<</MCID 0/ActualText(\xfe\xff\0\\()>>BDC EMC/P/Pr0 BDC/Tag BMC",
        b"0 0 m 9 0 l 9 9 l h\nf\n1 2 3 4 re W* n 0 0 m 4 5 5 6 7 8 c/G gs h S",
        b"",
        b" \n",
    ],
)
def test_what_others_write_is_scanned(data):
    assert scan(data) is not None
    assert_same(data)


@pytest.mark.parametrize(
    "data",
    [
        b"q % a comment ) [\n1 0 0 1 2 3 cm Q",
        b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \nQ\n EI Q",
        b"(a\rb)Tj (c\\\r\nd)Tj",
        b"((((deep))))Tj",
        b"1 0\0 0 1 2 3 cm",
        b"1 2 m 3 4 l unknown f",
        b"/A<</B<</C<</D 1>>>>>>BDC EMC",
        b"[true null] 0 d",
    ],
)
def test_what_is_not_of_the_grammar_is_left_to_pikepdf(data):
    assert scan(data) is None
    assert_same(data)


def test_an_inline_image_is_one_operation():
    assert [op for op, _ in operations(stream_of(b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q"))] == ["q", INLINE, "Q"]
