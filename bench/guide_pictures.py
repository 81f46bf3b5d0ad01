"""The pictures of the editor's guide: its list and the sheet that comes of it, and the proof page of its order.

Made by the guide's own commands, in a copy of the project. (Wants Chromium.)
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bench.gallery import COLOURS, FOLDER, INK, MARGIN, TABLE, place_page
from press.brand.faces import installed_faces
from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.paths import Project
from press.pdf.rendered.raster import RasterDocument
from press.system.progress import Progress

GUIDE = "content/LIESMICH.md"
SENTENCES = "sprueche.txt"  # the list of the guide
LIST, PROOF = "guide-list.png", "guide-proof.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

HEIGHT = 900  # px, of a page
ROW, LINE_PX, COLUMN = 50, 23, 540
GRID = (198, 199, 196)
HEAD = (236, 237, 233)
WINDOW = (1180, 1000)  # px, of the browser


def sentences(guide: str) -> str:
    """The list that the guide shows, a sentence a line."""
    (found,) = re.findall(r"^```text\n((?:.*[.!?]\n){9,})```$", guide, re.MULTILINE)
    return str(found)


def commands(guide: str) -> list[list[str]]:
    """What the guide has one type behind `invoke`, command after command."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("invoke ")]
    return [shlex.split(line)[1:] for line in lines]


def make_guide_pictures(project: Project, progress: Progress) -> list[Path]:
    """Makes both pictures anew from what the guide says. Raises PressError without a browser."""
    guide = (project.root / GUIDE).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="press-") as folder:
        for name in ("content", "assets", "templates"):
            shutil.copytree(project.root / name, Path(folder) / name)
        shutil.copy(project.root / "tasks.py", folder)
        copy = Project.at(Path(folder))
        (copy.root / SENTENCES).write_text(sentences(guide), encoding="utf-8", newline="\n")
        to_run = [words for words in commands(guide) if words[0] in ("new", "build") and "--release" not in words]
        for words in progress.over(to_run, "guide"):
            subprocess.run(
                [sys.executable, "-m", "invoke", *words], cwd=copy.root, stdin=subprocess.DEVNULL, check=True
            )
        (built,) = (path.parent for path in copy.build.glob("*/manifest.json"))
        sheet = min((built / "office").glob("bingo-*.pdf"))
        pictures = {LIST: _list_and_sheet(sentences(guide).splitlines(), sheet), PROOF: _proof(built / "index.html")}
    return [_saved(picture, project.root / FOLDER / name) for name, picture in pictures.items()]


def _saved(picture: Image.Image, path: Path) -> Path:
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def _list_and_sheet(rows: list[str], pdf: Path) -> Image.Image:
    """A column of a spreadsheet, and the first sheet beside it."""
    with RasterDocument(pdf) as document:
        page = document[0].render(3)
    page = page.resize((round(page.width * HEIGHT / page.height), HEIGHT), Image.Resampling.LANCZOS)
    table = Image.new("RGB", (COLUMN + page.width + 3 * MARGIN, HEIGHT + 2 * MARGIN), TABLE)
    _spreadsheet(table, rows)
    place_page(table, page, COLUMN + 2 * MARGIN, MARGIN)
    return table


def _spreadsheet(table: Image.Image, rows: list[str]) -> None:
    draw, font = ImageDraw.Draw(table), _font()
    top = MARGIN + (HEIGHT - ROW * len(rows)) // 2
    for number, text in enumerate(rows):
        y = top + number * ROW
        for left, right, fill in ((MARGIN, MARGIN + ROW, HEAD), (MARGIN + ROW, MARGIN + COLUMN, (255, 255, 255))):
            draw.rectangle((left, y, right, y + ROW), fill=fill, outline=GRID)
        draw.text((MARGIN + ROW / 2, y + ROW / 2), str(number + 1), fill=INK, font=font, anchor="mm")
        draw.text((MARGIN + ROW + 16, y + ROW / 2), text, fill=INK, font=font, anchor="lm")


def _proof(page: Path) -> Image.Image:
    """The proof page as a browser shows it."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise PressError(Problem("invoke gallery", _("there is no Chromium"), _("install it")), Exit.MACHINE)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # as its own tests do
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "proof.png"
        size = ",".join(map(str, WINDOW))
        options = ["--headless", f"--screenshot={shot}", f"--window-size={size}", "--hide-scrollbars", "--lang=de"]
        subprocess.run([browser, *as_root, *options, page.as_uri()], check=True, capture_output=True)
        with Image.open(shot) as picture:
            return _on_table(picture.convert("RGB"))


def _on_table(picture: Image.Image) -> Image.Image:
    table = Image.new("RGB", (picture.width + 2 * MARGIN, picture.height + 2 * MARGIN), TABLE)
    place_page(table, picture, MARGIN, MARGIN)
    return table


def _font() -> ImageFont.FreeTypeFont:
    file = next(file for file in installed_faces()["Fira Sans"].files if "Regular" in file.name)
    return ImageFont.truetype(file, LINE_PX, layout_engine=ImageFont.Layout.BASIC)
