"""Lays out the work: a copy of the project with the bench's order in it, and the boards, dealt by the press."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.lines import broken
from bench.work import ORDER, PROJECT, Face, Work, write_work
from press.brand import faces as fonts
from press.brand.palette import print_palette
from press.order.plan import Plan, make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.typesetting.qr_code import QUIET_ZONE, encode

LAYOUT = "bingo-3x3"
BRAND = DECK = "kleinstadtniveau"
COPIED = ("assets", "templates", "content", "tasks.py")
SOFT_HYPHEN = "\u00ad"


def copy_project(project: Project, to: Path) -> Project:
    """A copy with nothing built in it."""
    to.mkdir(parents=True)
    for name in COPIED:
        source = project.root / name
        shutil.copytree(source, to / name) if source.is_dir() else shutil.copy(source, to / name)
    (to / "build").mkdir()
    return Project.at(to)


def prepare(project: Project, folder: Path, counts: Iterable[int]) -> dict[int, Work]:
    """The work for each number of boards."""
    copy = copy_project(project, folder / PROJECT)
    copy.order(ORDER).write_text(
        json.dumps(
            {  # JSON is YAML, too
                "about": "The boards of the benchmark",
                "brand": BRAND,
                "decks": [DECK],
                "items": [{"layout": LAYOUT, "boards": 1}],
            }
        ),
        encoding="utf-8",
    )
    return {
        count: _work(make_plan(copy, ORDER, Overrides(boards=count), ("print",)), folder, count) for count in counts
    }


def _work(plan: Plan, folder: Path, count: int) -> Work:
    (product,) = plan.products
    display, text = map(_face, plan.faces)
    phrases = tuple(phrase.board.replace(SOFT_HYPHEN, "") for phrase in plan.content.phrases)
    if product.sheets is None:
        raise ValueError(f"{LAYOUT} has no boards")
    (link,) = product.sheets.links
    profile = folder / "profile.icc"
    profile.write_bytes(product.profile.data)
    accent = print_palette(plan.brand.value, product.profile, product.colours)["accent"]["cmyk"]
    lines = tuple(tuple(broken(phrase, display.file)) for phrase in phrases)
    work = Work(
        str(folder),
        count,
        plan.content.texts.value.title,
        phrases,
        lines,
        link,
        encode(link).rows,
        QUIET_ZONE,
        display,
        text,
        tuple(ink / 100 for ink in accent),
        str(profile),
        product.profile.condition,
    )
    write_work(work, [(sheet.id, sheet.board) for sheet in product.sheets])
    return work


def _face(face: fonts.Face) -> Face:
    return Face(face.family, str(next((file for file in face.files if "Regular" in file.name), face.files[0])))
