"""Compression of our own: what it packs can be read by others, and no stream ends in a line end."""

import random
import re
import zlib
from io import BytesIO

import deflate
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf
from PIL import Image, ImageDraw

from press.pdf.saving import saved, saved_plainly
from press.system.compression import packed, save_png

CONTAINER = re.compile(rb"/Type /(ObjStm|XRef) /Length (\d+) /Filter /FlateDecode[^\n]*>>\nstream\n")
AMBIGUOUS = re.compile(rb"[\r\n]\r?\nendstream")
XMP = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>'
SEED = 20261101


def document(chance: random.Random, objects: int) -> Pdf:
    """A PDF with streams of several kinds, plain and packed, and with other objects."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.Root.Held = Array(
        pdf.make_indirect(Dictionary(Number=n, Text=chance.randbytes(chance.randrange(40)))) for n in range(objects)
    )
    kinds = ({}, {"Type": Name.XObject, "Subtype": Name.Image}, {"Length1": 3})
    pdf.Root.Streams = Array(
        pdf.make_stream(chance.randbytes(chance.randrange(1, 300)), **kind) for kind in kinds for _ in range(3)
    )
    pdf.Root.Streams[0].write(zlib.compress(b"packed before"), filter=Name.FlateDecode)
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    return pdf


def said(pdf: Pdf) -> tuple[list, list[bytes]]:
    return [(int(o.Number), bytes(o.Text)) for o in pdf.Root.Held], [stream.read_bytes() for stream in pdf.Root.Streams]


@pytest.mark.parametrize("mode", [ObjectStreamMode.generate, ObjectStreamMode.disable])
def test_a_packed_file_says_what_the_plain_one_said(often, mode):
    chance = random.Random(SEED)
    for _ in range(often(40, 2000)):
        with document(chance, chance.randrange(400)) as pdf:
            wanted, data = said(pdf), saved(pdf, mode, fix_metadata_version=False)
        with pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=False) as read:
            assert said(read) == wanted and read.get_warnings() == [] and read.check_pdf_syntax() == []
            assert XMP in data


def test_the_containers_are_packed_by_us():
    with document(random.Random(SEED), 300) as pdf:
        data = saved(pdf)
    found = [(match[1], data[match.end() : match.end() + int(match[2])]) for match in CONTAINER.finditer(data)]
    assert [kind for kind, _ in found].count(b"ObjStm") >= 3 and found[-1][0] == b"XRef"
    assert [kind for kind, body in found if packed(zlib.decompress(body)) != body] == []


def test_no_stream_ends_in_a_line_end(often):
    chance = random.Random(SEED)
    for _ in range(often(60, 2000)):
        with document(chance, chance.randrange(300)) as pdf:
            wanted, data = said(pdf), saved_plainly(pdf)
        assert not AMBIGUOUS.search(data)
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as read:
            held, streams = said(read)
            assert held == wanted[0] and all(
                one.startswith(other) and len(one) <= len(other) + 1 for one, other in zip(streams, wanted[1])
            )


@pytest.mark.parametrize("entries", [{}, {"Length1": 3}, {"Subtype": Name.Image}], ids=["text", "font", "image"])
@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_a_stream_whose_checksum_is_a_line_end_gets_another(entries, end):
    data = next(data for data in (bytes([one, 7, 7]) for one in range(256)) if packed(data).endswith(end))
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Held = pdf.make_stream(data, **entries)
        assert not AMBIGUOUS.search(saved_plainly(pdf))


def test_a_picture_is_what_it_was(tmp_path):
    picture = Image.new("RGB", (61, 47), "white")
    ImageDraw.Draw(picture).ellipse((5, 5, 50, 40), "#c8102e", "#00607a")
    picture = picture.quantize(16, dither=Image.Dither.NONE)
    save_png(picture, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as read:
        read.verify()
    with Image.open(tmp_path / "a.png") as read:
        assert read.size == picture.size and read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def test_bytes_are_packed_at_the_sixth_level():
    """The level decides the bytes of everything that is printed."""
    data = " ".join(str(n * n) for n in range(20_000)).encode()
    levels = [bytes(deflate.zlib_compress(data, level)) for level in (5, 6, 7)]
    assert packed(data) == levels[1] and len(set(levels)) == 3
