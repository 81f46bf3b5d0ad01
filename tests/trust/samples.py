"""Sound files of every kind that the press takes from others, and bombs: files that ask for far more than they are."""

import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg
import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, StreamDecodeLevel
from PIL import Image, ImageDraw

FAMILY = "Rathaus"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 96">'
SHAPE = '<rect width="9" height="9"/>'
INK = b"0 0 0 1 k\n"
AREA = b"0 0 9 9 re f\n"


def svg(body: str, head: str = HEAD) -> bytes:
    return f"{head}{body}</svg>".encode()


def pdf(content: bytes, forms: list[bytes] = (), box: tuple = (0, 0, 100, 80), packed: tuple | None = None) -> bytes:
    """One page. Each form may draw all of them as /F0, /F1, …; `packed`: the content as it lies there, its filter."""
    document = pikepdf.Pdf.new()
    page = document.add_blank_page(page_size=(100, 80))
    page.obj.MediaBox = Array(list(box))
    drawn = [document.make_stream(form, Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(box))) for form in forms]
    resources = document.make_indirect(Dictionary(XObject=Dictionary({f"/F{n}": form for n, form in enumerate(drawn)})))
    for thing in (page.obj, *drawn):
        thing.Resources = resources
    page.obj.Contents = document.make_stream(content)
    if packed:
        page.obj.Contents.write(packed[0], filter=packed[1])
    out = BytesIO()
    document.save(
        out,
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return out.getvalue()


def picture(mode: str, kind: str, size: tuple[int, int] = (300, 200)) -> bytes:
    image = Image.new("RGB", size, (255, 255, 255))
    ImageDraw.Draw(image).ellipse((20, 20, 180, 180), fill=(11, 93, 75))
    out = BytesIO()
    image.convert(mode).save(out, kind)
    return out.getvalue()


def font() -> bytes:
    """A face with the letters of Latin-1, under another name."""
    path = next(file.path for file in fontpkg.families()["fira-sans"].files if file.path.name == "FiraSans-Bold.ttf")
    options = subset.Options(name_IDs=["*"], layout_features=["*"])
    with TTFont(path) as face:
        small = subset.Subsetter(options)
        small.populate(unicodes=[*range(0x20, 0x180), *range(0x2010, 0x2040), 0x20AC])
        small.subset(face)
        for record in face["name"].names:
            if record.nameID in (1, 16):
                record.string = FAMILY
        out = BytesIO()
        face.save(out)
    return out.getvalue()


def profile(root: Path) -> bytes:
    return (root / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()


@cache
def _unpacks_to_a_gigabyte() -> bytes:
    """One megabyte, packed so that it can stand behind itself, and once more for each of a thousand."""
    megabyte, count = b" " * 1_000_000, 1_000
    packer = zlib.compressobj(zlib.Z_BEST_SPEED, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(megabyte) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 1
    for _ in range(count):
        checksum = zlib.adler32(megabyte, checksum)
    return b"\x78\x01" + packed * count + packer.flush() + checksum.to_bytes(4)


def _promises(side: int) -> bytes:
    """A JPEG that says it is so many pixels wide and high."""
    data = bytearray(picture("RGB", "JPEG"))
    start = data.index(b"\xff\xc0") + 5
    data[start : start + 4] = side.to_bytes(2) * 2
    return bytes(data)


# By suffix; made when they are asked for: some are large.
BOMBS: dict[str, dict[str, Callable[[], bytes]]] = {
    ".svg": {
        "SVG nested 19,000 deep": lambda: svg("<g>" * 19_000 + SHAPE + "</g>" * 19_000),
        "SVG nested 500 deep": lambda: svg("<g>" * 500 + SHAPE + "</g>" * 500),
        "SVG of a million elements": lambda: svg("<a/>" * 1_000_000),
        "SVG of 5,000 shapes": lambda: svg(SHAPE * 5_000),
        "SVG of 200,000 points": lambda: svg(f'<path d="M0 0{"l1 1" * 200_000}z"/>'),
        "SVG a thousand million wide": lambda: svg(SHAPE, HEAD.replace("0 0 80 96", "0 0 1e9 1e9")),
        "SVG a line wide": lambda: svg(SHAPE, HEAD.replace("0 0 80 96", "0 0 0.001 100000")),
        "SVG with markers": lambda: svg(
            f'<marker id="m">{SHAPE * 900}</marker><path marker-mid="url(#m)" d="M0 0{"l1 1" * 9_000}"/>'
        ),
        "SVG cut out again and again": lambda: svg(
            f'<clipPath id="a"><path d="M0 0{"l1 1" * 9_000}z"/></clipPath>'
            f'{"""<g clip-path="url(#a)">""" * 90}{SHAPE}{"</g>" * 90}'
        ),
        "SVG cut out by a class": lambda: svg(
            "<style>.a{clip-path:url(#a)}.a{fill:#000}</style>"
            f'<clipPath id="a"><path d="M0 0{"l1 1" * 9_000}z"/></clipPath>'
            f'{"""<g class="a">""" * 90}{SHAPE}{"</g>" * 90}'
        ),
        "SVG with rules that take for ever": lambda: svg(
            f"<style>{'* ' * 100_000}{{fill:#000}}</style>{'<g>' * 90}{SHAPE}{'</g>' * 90}"
        ),
        "SVG that draws nothing": lambda: svg('<path d="M1e308 1e308L-1e308 1e39z"/>'),
    },
    ".pdf": {
        "PDF that unpacks to a gigabyte": lambda: pdf(b"", packed=(_unpacks_to_a_gigabyte(), Name.FlateDecode)),
        "PDF packed twice": lambda: pdf(
            b"", packed=(zlib.compress(_unpacks_to_a_gigabyte()), Array([Name.FlateDecode] * 2))
        ),
        "PDF packed as LZW": lambda: pdf(b"", packed=(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Name.LZWDecode)),
        "PDF of a hundred thousand areas": lambda: pdf(
            b"", packed=(zlib.compress(INK + AREA * 50_000), Name.FlateDecode)
        ),
        "PDF of a billion areas": lambda: pdf(b"/F9 Do", [INK + AREA, *(b"/F%d Do\n" % n * 10 for n in range(9))]),
        "PDF that draws itself": lambda: pdf(b"/F0 Do", [INK + AREA * 5_000 + b"/F0 Do"]),
        "PDF of ten kilometres": lambda: pdf(INK + AREA, box=(0, 0, 1e7, 1e7)),
        "PDF a line wide": lambda: pdf(INK + AREA, box=(0, 0, 9_000, 0.01)),
        "PDF that draws nothing": lambda: pdf(b""),
    },
    ".png": {
        "PNG of 7,000 × 7,000": lambda: picture("1", "PNG", (7_000, 7_000)),
        "PNG a line wide": lambda: picture("RGB", "PNG", (3_000, 3)),
    },
    ".jpg": {
        "JPEG of 65,000 × 65,000": lambda: _promises(65_000),
        "JPEG of 6,900 × 6,900": lambda: _promises(6_900),
    },
}
