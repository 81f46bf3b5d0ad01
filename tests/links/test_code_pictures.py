"""codes/: what a reader makes of each picture, and what else stands in the folder."""

import re
from pathlib import Path

import zxingcpp
from links.conftest import SHORT, TARGETS
from PIL import Image
from tools import BUILT, files, manifest, plan

from press.delivery.code_pictures import code_picture_faults, write_code_pictures
from press.typesetting.qr_code import encode

QUIET_ZONE = 4  # modules, ISO/IEC 18004


def drawn(svg: str, pixels: int = 6) -> Image.Image:
    """The picture of a code's SVG: paths of h, v and z alone, white below black."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    picture = Image.new("L", (side, side), 128)
    for fill, path in re.findall(r'<path fill="(#\w+)" d="([^"]+)"', svg):
        for x, y, width, height in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z", path):
            picture.paste(255 if fill == "#fff" else 0, (int(x), int(y), int(x) + int(width), int(y) + int(height)))
    return picture.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)


def test_each_reads_as_its_address_and_is_named_by_its_key(released: Path):
    folder = released / BUILT / "codes"
    assert set(files(folder)) == {"index.html", *(f"{key}.{ending}" for key in TARGETS for ending in ("svg", "png"))}
    for key in TARGETS:
        svg = (folder / f"{key}.svg").read_text(encoding="utf-8")
        with Image.open(folder / f"{key}.png") as picture:
            assert picture.info["Title"] == f"{SHORT}{key}" and len(picture.convert("L").getcolors()) == 2
            png = picture.convert("L")
        for shown in (png, drawn(svg)):
            (code,) = zxingcpp.read_barcodes(shown)
            assert code.text == f"{SHORT}{key}"
            quiet = QUIET_ZONE * shown.width // (encode(f"{SHORT}{key}").modules + 2 * QUIET_ZONE)
            assert shown.crop((0, 0, shown.width, quiet)).getextrema() == (255, 255)
            assert shown.getpixel((quiet, quiet)) == 0
        assert f"<title>{SHORT}{key}</title>" in svg
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{key}.svg"' in page and f'href="{SHORT}{key}"' in page for key in TARGETS)
    assert "codes/bb.png" in manifest(released)["outputs"]


def test_without_a_short_address_they_are_named_by_what_they_are_of(sample: Path, tmp_path: Path):
    made = plan(sample)
    write_code_pictures(made, tmp_path)
    assert {path.name for path in (tmp_path / "codes").glob("*.png")} == {
        "podcast.png", "newsletter.png", "episode-folge-1.png", "episode-folge-2.png",
    }  # fmt: skip
    assert list(code_picture_faults(made, tmp_path)) == []


def test_a_picture_that_reads_otherwise_is_found(sample: Path, tmp_path: Path):
    made = plan(sample)
    write_code_pictures(made, tmp_path)
    (tmp_path / "codes/podcast.png").write_bytes((tmp_path / "codes/newsletter.png").read_bytes())
    ((file, what),) = code_picture_faults(made, tmp_path)
    assert file == "codes/podcast.png" and "https://probefunk.example/brief instead of" in what


def test_a_redirect_that_leads_elsewhere_is_found(released: Path):
    from press.links.redirect_folder import redirect_faults

    made, folder = plan(released), released / BUILT / "weiterleitungen"
    assert list(redirect_faults(made.addresses, released / BUILT)) == []
    for name in ("_redirects", "nginx.conf", "hochladen/.htaccess", "hochladen/web.config", "hochladen/21/index.html"):
        path, text = folder / name, (folder / name).read_text(encoding="utf-8")
        path.write_text(text.replace(TARGETS["21"], "https://boese.de"), encoding="utf-8")
        assert list(redirect_faults(made.addresses, released / BUILT)) == [
            (f"weiterleitungen/{name}", "`21` leads to https://boese.de")
        ]
        path.write_text(text, encoding="utf-8")
