"""Separations as Ghostscript makes them: a renderer that is not ours, and knows plates."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from tools import BUILT, PATIENCE_S, manifest

from press.pdf.page_boxes import MM, SLUG_MM

needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript (gs) is not installed")
_PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def separate(pdf: Path, page: int, dpi: int, folder: Path, smooth: int = 1) -> dict[str, Image.Image]:
    """Plate → gray picture of the ink (0 none, 255 solid) of a page, from 1; `smooth` times as fine, then averaged."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            "gs",
            "-q",
            "-dNOPAUSE",
            "-dBATCH",
            "-dSAFER",
            "-sDEVICE=tiffsep",
            f"-r{dpi * smooth}",
            f"-dDownScaleFactor={smooth}",
            f"-dFirstPage={page}",
            f"-dLastPage={page}",
            f"-sOutputFile={folder / 'p.tif'}",
            str(pdf),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE_S,
    )
    plates = {}
    for file in folder.glob("p(*).tif"):
        name = re.fullmatch(r"p\((.+)\)", file.stem)[1]
        with Image.open(file) as picture:
            plates[_PROCESS.get(name, name)] = ImageChops.invert(picture.convert("L"))
    assert set("CMYK") <= set(plates), f"Ghostscript made no plates of {pdf.name}"
    return plates


def trimmed(plate: Image.Image, dpi: int, less_mm: float = 0) -> Image.Image:
    """What is left of a plate once the page is cut (and `less_mm` more)."""
    edge = round((SLUG_MM + less_mm) * MM * dpi / 72)
    return plate.crop((edge, edge, plate.width - edge, plate.height - edge))


def used(plates: dict[str, Image.Image], dpi: int) -> set[str]:
    """The plates that print anything inside the trim."""
    return {name for name, plate in plates.items() if trimmed(plate, dpi).getextrema()[1] > 0}


def print_files(root: Path) -> list[Path]:
    """A built standard order's files for the print shop."""
    found = [root / BUILT / product["file"] for product in manifest(root)["products"] if product["edition"] == "print"]
    assert len(found) >= 2
    return found
