"""Logos just inside and just outside what is taken: their size, their detail, and what they ask of who reads them."""

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from press.brand.brand import Brand, Logos
from press.brand.logo import picture_logo, vector
from press.brand.logo.faults import UnprintableError
from press.brand.logo.logo import Logo, load_logo, misfits
from press.errors import PressError

SQUARE = '<path d="M0 0h9v9z"/>'


def drawing(body: str = SQUARE, box: str = "0 0 80 96") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'.encode()


def refusals(examine: Callable[[bytes], object], data: bytes) -> list[str]:
    """What is wrong with a file; none where it is taken."""
    try:
        examine(data)
    except UnprintableError as error:
        return [what for what, _ in error.faults]
    return []


def padded(data: bytes, size: int) -> bytes:
    return data.replace(b"</svg>", b"<!--%b--></svg>" % (b"x" * (size - len(data) - 7)))


def page(content: bytes = b"0 0 0 1 k 0 0 9 9 re f", box: tuple[float, float] = (100, 100), **entries) -> bytes:
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.pages[0].mediabox = [0, 0, *box]
        pdf.pages[0].obj.Resources = Dictionary()
        pdf.pages[0].obj.Contents = pdf.make_stream(content, **entries)
        out = BytesIO()
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def picture(width: int, height: int, mode: str = "RGB", colour=0, size: int = 0) -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), colour).save(out, "PNG")
    return out.getvalue().ljust(size, b"\0")


@pytest.mark.parametrize(
    "data, told",
    [
        (padded(drawing(), 1_000_000), ""),
        (padded(drawing(), 1_000_001), "1000 kB of shapes"),
        (drawing("<g>" * 98 + SQUARE + "</g>" * 98), ""),
        (drawing("<g>" * 99 + SQUARE + "</g>" * 99), "nested too deeply"),
        (drawing(f"<style>{'.a{fill:#000}' * 2_000}</style>{SQUARE}"), ""),
        (drawing(f"<style>{'.a{fill:#000}' * 2_001}</style>{SQUARE}"), "more than 2,000 rules"),
        (drawing(f"<style>{'path{fill:#000}' * 1_000}</style>{SQUARE * 100}"), ""),
        (drawing(f"<style>{'path{fill:#000}' * 1_000}</style>{SQUARE * 101}"), "too many rules for too many elements"),
        (drawing(f"<style>{'* ' * 50}{{fill:#000}}</style>{SQUARE}"), ""),
        (drawing(f"<style>{'* ' * 50}*{{fill:#000}}</style>{SQUARE}"), "a selector of more than 100 parts"),
        (drawing(f"<style>{'a,' * 500}b{{fill:#000}}</style>{SQUARE}"), ""),
        (drawing(f"<style>{':not(' * 50}a{')' * 50}{{fill:#000}}</style>{SQUARE}"), "selector of more than 100 parts"),
        (drawing(f"<style>{':not(' * 49}a{')' * 49}{{fill:#000}}</style>{SQUARE}"), ""),
        (drawing(f"<style>{':not(' * 51}a{')' * 51}{{fill:#000}}</style>{SQUARE}"), "brackets in brackets"),
        (drawing(f'<path style="fill:{"(" * 50}" d="M0 0h9v9z"/>'), ""),
        (drawing(f'<path style="fill:{"(" * 300_000}" d="M0 0h9v9z"/>'), "brackets in brackets"),
        (drawing(f'<path fill="{"(" * 50}" d="M0 0h9v9z"/>'), ""),
        (drawing(f'<path fill="{"(" * 51}" d="M0 0h9v9z"/>'), "brackets in brackets"),
        # Two elements count as 8 points each.
        (drawing(f'<path d="M0 0{"l1 1" * 29_983}"/>'), ""),
        (drawing(f'<path d="M0 0{"l1 1" * 29_984}"/>'), "more than 30,000 points"),
        (drawing('<path d="M0 0"/>' * 3_331 + SQUARE), ""),
        (drawing('<path d="M0 0"/>' * 3_332 + SQUARE), "more than 30,000 points"),
        (drawing(box="0 0 50 1"), ""),
        (drawing(box="0 0 50.1 1"), "no usable size"),
        (drawing(box="0 0 1 50"), ""),
        (drawing(box="0 0 1 50.1"), "no usable size"),
        (drawing(box="0 0 100000 99999"), ""),
        (drawing(box="0 0 100001 99999"), "no usable size"),
        (drawing(box="0 0 1 0"), "no usable size"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else len(value),
)
def test_svg(data: bytes, told: str) -> None:
    assert [told in what for what in refusals(vector.examine_svg, data)] == [True] * bool(told)


@pytest.mark.parametrize(
    "look, see_through",
    [
        ('opacity="1"', False),
        ('opacity="0.99"', True),
        ('style="opacity:100%"', False),
        ('style="opacity:99%"', True),
    ],
)
def test_a_drawing_that_is_a_hair_transparent(look: str, see_through: bool) -> None:
    """It is laid on white, and whoever places it is told."""
    _, drawn, _ = vector.examine_svg(drawing(f'<path {look} d="M0 0h9v9z"/>'))
    assert drawn.see_through == see_through


AREA = b"0 0 9 9 re f "  # two instructions


@pytest.mark.parametrize(
    "data, told",
    [
        (page(b"q Q " + AREA * 14_999), ""),
        (page(b"q Q q " + AREA * 14_999), "more than 30,000 instructions"),
        (page(AREA.ljust(1_000_000)), ""),
        (page(AREA.ljust(1_000_001)), "more than 30,000 instructions"),
        (page(zlib.compress(AREA.ljust(4_990_000)), Filter=Name.FlateDecode), "more than 30,000 instructions"),
        (page(zlib.compress(AREA.ljust(5_100_000)), Filter=Name.FlateDecode), "not a readable PDF"),
        (page(box=(14_400, 14_400)), ""),
        (page(box=(14_401, 14_400)), "no usable size"),
        (page(box=(14_400, 14_401)), "no usable size"),
        (page(box=(50, 1)), ""),
        (page(box=(50.1, 1)), "no usable size"),
        (page(box=(1, 50)), ""),
        (page(box=(1, 50.1)), "no usable size"),
    ],
)
def test_pdf(data: bytes, told: str) -> None:
    """No page of PDF 1.6 is larger than 14,400 pt (ISO 32000-1, annex C)."""
    assert [told in what for what in refusals(vector.examine_pdf, data)] == [True] * bool(told)


@pytest.mark.parametrize(
    "width, height, told",
    [
        (2000, 2000, ""),
        (2000, 2001, "2000 × 2001 px"),
        (500, 10, ""),
        (510, 10, "a line and no logo"),
        (10, 500, ""),
        (10, 510, "a line and no logo"),
    ],
)
def test_picture(width: int, height: int, told: str) -> None:
    found = refusals(picture_logo.examine, picture(width, height, "1"))
    assert [told in what for what in found] == [True] * bool(told)


@pytest.mark.parametrize("size, taken", [(5_000_000, True), (5_000_001, False)])
def test_a_file_has_five_million_bytes_at_most(tmp_path, size: int, taken: bool) -> None:
    (tmp_path / "logo.png").write_bytes(picture(9, 9, size=size))
    if taken:
        assert load_logo(tmp_path, "logo.png", "brand.yaml:1").pixels == 9
    else:
        with pytest.raises(PressError, match="has 5 MB"):
            load_logo(tmp_path, "logo.png", "brand.yaml:1")


@pytest.mark.parametrize("pixels, refused", [(148, False), (147, True)])
def test_a_picture_is_sharp_at_the_least_width(pixels: int, refused: bool) -> None:
    """15 mm at 250 dots an inch, what preflight asks for, are 147.6 pixels."""
    logo = Logo("logo.png", b"", ".png", 1.0, pixels)
    found = list(
        misfits(logo, "on-paper", Logos.model_validate({"on-paper": "logo.png", "min-width": 15}), "brand.yaml:1")
    )
    assert ["148 pixels" in problem.fix for problem in found] == [True] * refused


@pytest.mark.parametrize("alpha, transparent", [(255, False), (254, True)])
def test_a_picture_that_is_a_hair_transparent(alpha: int, transparent: bool) -> None:
    assert picture_logo.is_transparent(picture(9, 9, "RGBA", (0, 0, 0, alpha))) == transparent


@pytest.mark.parametrize("level, own", [(0x0B, True), (0x0E, True), (0x0F, False)])
def test_a_brands_colour_keeps_its_ink_through_a_drawing_program(profile, level: int, own: bool) -> None:
    """Which may round it by three of 255 levels."""
    role = {"cmyk": (0, 0, 0, 100)}
    brand = Brand.model_validate(
        {
            "name": "Probe",
            "website": "https://probe.example",
            "fonts": {"display": "Bitter", "text": "Fira Sans"},
            "colours": {
                "ink": role,
                "paper": role,
                "accent-soft": role,
                "on-accent": role,
                "accent": {"hex": "#0b5d4b", "cmyk": (90, 20, 70, 40)},
            },
        }
    )
    coloured = page(f"{level / 255:.5f} {0x5D / 255:.5f} {0x4B / 255:.5f} rg 0 0 9 9 re f".encode())
    inked = vector.as_ink(vector.examine_pdf(coloured), brand, profile)
    with pikepdf.open(BytesIO(inked)) as pdf:
        *_, inks = (
            tuple(map(float, operands))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "k"
        )
    assert (inks == pytest.approx((0.9, 0.2, 0.7, 0.4))) == own
