"""Sound files of every kind that the press takes from others, and bombs: files that ask for far more than they are."""

import zlib
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


def _unpacks_to(size: int) -> bytes:
    return zlib.compress(b" " * size, 9)


def _promises(side: int) -> bytes:
    """A JPEG that says it is so many pixels wide and high."""
    data = bytearray(picture("RGB", "JPEG"))
    start = data.index(b"\xff\xc0") + 5
    data[start : start + 4] = side.to_bytes(2) * 2
    return bytes(data)


# Suffix and data of each.
BOMBS = {
    "SVG nested 19,000 deep": (".svg", svg("<g>" * 19_000 + SHAPE + "</g>" * 19_000)),
    "SVG nested 500 deep": (".svg", svg("<g>" * 500 + SHAPE + "</g>" * 500)),
    "SVG of a million elements": (".svg", svg("<a/>" * 1_000_000)),
    "SVG of 5,000 shapes": (".svg", svg(SHAPE * 5_000)),
    "SVG of 200,000 points": (".svg", svg(f'<path d="M0 0{"l1 1" * 200_000}z"/>')),
    "SVG a thousand million wide": (".svg", svg(SHAPE, HEAD.replace("0 0 80 96", "0 0 1e9 1e9"))),
    "SVG a line wide": (".svg", svg(SHAPE, HEAD.replace("0 0 80 96", "0 0 0.001 100000"))),
    "SVG with markers": (
        ".svg",
        svg(f'<marker id="m">{SHAPE * 900}</marker><path marker-mid="url(#m)" d="M0 0{"l1 1" * 9_000}"/>'),
    ),
    "SVG cut out again and again": (
        ".svg",
        svg(
            f'<clipPath id="a"><path d="M0 0{"l1 1" * 9_000}z"/></clipPath>'
            f'{"""<g clip-path="url(#a)">""" * 90}{SHAPE}{"</g>" * 90}'
        ),
    ),
    "SVG cut out by a class": (
        ".svg",
        svg(
            "<style>.a{clip-path:url(#a)}.a{fill:#000}</style>"
            f'<clipPath id="a"><path d="M0 0{"l1 1" * 9_000}z"/></clipPath>'
            f'{"""<g class="a">""" * 90}{SHAPE}{"</g>" * 90}'
        ),
    ),
    "SVG with rules that take for ever": (
        ".svg",
        svg(f"<style>{'* ' * 100_000}{{fill:#000}}</style>{'<g>' * 90}{SHAPE}{'</g>' * 90}"),
    ),
    "SVG that draws nothing": (".svg", svg('<path d="M1e308 1e308L-1e308 1e39z"/>')),
    "PDF that unpacks to a gigabyte": (".pdf", pdf(b"", packed=(_unpacks_to(1_000_000_000), Name.FlateDecode))),
    "PDF packed twice": (
        ".pdf",
        pdf(b"", packed=(zlib.compress(_unpacks_to(1_000_000_000)), Array([Name.FlateDecode] * 2))),
    ),
    "PDF packed as LZW": (".pdf", pdf(b"", packed=(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Name.LZWDecode))),
    "PDF of a hundred thousand areas": (
        ".pdf",
        pdf(b"", packed=(zlib.compress(INK + AREA * 50_000), Name.FlateDecode)),
    ),
    "PDF of a billion areas": (".pdf", pdf(b"/F9 Do", [INK + AREA, *(b"/F%d Do\n" % n * 10 for n in range(9))])),
    "PDF that draws itself": (".pdf", pdf(b"/F0 Do", [INK + AREA * 5_000 + b"/F0 Do"])),
    "PDF of ten kilometres": (".pdf", pdf(INK + AREA, box=(0, 0, 1e7, 1e7))),
    "PDF a line wide": (".pdf", pdf(INK + AREA, box=(0, 0, 9_000, 0.01))),
    "PDF that draws nothing": (".pdf", pdf(b"")),
    "PNG of 7,000 × 7,000": (".png", picture("1", "PNG", (7_000, 7_000))),
    "PNG a line wide": (".png", picture("RGB", "PNG", (3_000, 3))),
    "JPEG of 65,000 × 65,000": (".jpg", _promises(65_000)),
    "JPEG of 6,900 × 6,900": (".jpg", _promises(6_900)),
}
