"""The collection: a project for each sender, every layout in both editions, and how each product ends.

    .venv/bin/python -m real.collection [SENDER …]      (in tests/)

prints the table of tests/README.md; with --look FOLDER it also saves the pages as pictures there.
"""

import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools import ROOT, copy_project

from press.build.context import BuildContext
from press.build.fitting import misfits
from press.build.setting import set_product
from press.build.steps import check_products, finish_product
from press.errors import PressError
from press.order.plan import Plan, make_plan
from press.order.product import Product
from press.paths import Project
from press.system.worker_pool import WorkerPool
from real.decks import deck
from real.senders import SENDERS, Sender

ORDER = "sammlung"
HANDOUTS = ("argumente", "spickzettel", "faltblatt", "karten", "ansagerliste", "plakat", "tischaufsteller")
MOST_LETTERS = 120  # of a link
BOARDS = {"bingo-3x3": (9, 2), "bingo-a5": (9, 3), "bingo-a6": (9, 5), "bingo-gross": (9, 1), "bingo-3x4": (12, 2),
          "bingo-quer": (12, 2), "bingo-4x4": (16, 2), "bingo-5x5": (24, 2)}  # fmt: skip


@dataclass(frozen=True)
class Ending:
    """How a product ended: it fits, it was refused by name, or preflight found something, which is a fault of ours."""

    sender: str
    product: str
    refused: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def items(size: int) -> list[dict[str, Any]]:
    """Every layout that a deck of so many sentences is enough for."""
    boards = [{"layout": name, "boards": count} for name, (cells, count) in BOARDS.items() if cells <= size]
    return [*boards, *({"layout": name} for name in HANDOUTS), {"layout": "plakat", "id": "plakat-a2", "size": "a2"}]


def write_sender(root: Path, sender: Sender) -> None:
    """The sender's brand, podcast, deck and order, into a copy of the project."""
    home = root / "assets/brands" / sender.id
    (home / "fonts").mkdir(parents=True)
    for name, draw in sender.files.items():
        (home / "fonts" / name).write_bytes(draw())
    for logo in filter(None, (sender.logo, sender.logo_on_accent)):
        (home / logo[0]).write_bytes(logo[1]())
    _write(home / "brand.yaml", _brand(sender))
    _write(root / "content/podcast.yaml", _podcast(sender))
    _write(root / "content/phrases/probe.yaml", deck(sender.deck))
    order = {"about": "All there is", "brand": sender.id, "decks": ["probe"], "seed": 7, "items": items(sender.deck)}
    _write(root / f"content/orders/{ORDER}.yaml", order)


def endings(root: Path, only: Collection[str] | None = None, look: Path | None = None) -> Iterator[Ending]:
    """How each product of the collection's order ends; `only` names files."""
    plan = make_plan(Project.at(root), ORDER)
    with tempfile.TemporaryDirectory(prefix="press-real-") as work:
        context = BuildContext.begin(plan, Path(work), WorkerPool(1))
        for product in plan.products:
            if only is None or product.file in only:
                yield _ending(context, plan, product, look)


def _ending(context: BuildContext, plan: Plan, product: Product, look: Path | None) -> Ending:
    brand = plan.order.value.brand
    try:
        set_ = set_product(context, product)
        if refused := tuple(map(str, misfits(plan, product, set_.facts))):
            return Ending(brand, product.file, refused)
        file = finish_product(context, set_)
        (report,) = check_products(context, [set_])
    except PressError as error:
        return Ending(brand, product.file, tuple(map(str, error.problems)))
    if look:
        target = look / brand / product.file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
    found = tuple(f"{finding.code}: {finding.where}: {finding.problem}" for finding in report.findings)
    return Ending(brand, product.file, found=found)


def _brand(sender: Sender) -> dict[str, Any]:
    brand = {
        "name": sender.name,
        "website": sender.website,
        "contact": list(sender.contact),
        "imprint": sender.imprint,
        "colours": {
            "ink": {"cmyk": [0, 0, 0, 100]},
            "paper": {"cmyk": [0, 0, 0, 0]},
            "accent": {"hex": sender.accent},
            "accent-soft": {"cmyk": [6, 3, 6, 0]},
            "on-accent": {"cmyk": [0, 0, 0, 0 if sender.on_accent == "#ffffff" else 100]},
        },
        "fonts": sender.fonts,
    }
    if sender.logo:
        brand["logo"] = {
            "on-paper": sender.logo[0],
            **({"on-accent": sender.logo_on_accent[0]} if sender.logo_on_accent else {}),
            "holds-name": sender.holds_name,
            "min-width": sender.min_width,
        }
    return {key: value for key, value in brand.items() if value is not None}


def _podcast(sender: Sender) -> dict[str, Any]:
    return {
        "name": "Kleinstadtniveau",
        "about": "der Podcast über Kommunikation in Behörden",
        "link": sender.podcast,
        "newsletter": {
            "about": "der Newsletter zur Kommunikation in Behörden",
            "link": _below(sender.podcast, "/newsletter"),
        },
        "episodes": [
            {"id": "folge-1", "link": _below(sender.podcast, "/1")},
            {"id": "folge-2", "link": _below(sender.podcast, "/folge/zwei"), "number": 2},
            {
                "id": "folge-3",
                "link": _below(sender.podcast, "/3"),
                "number": 1234,
                "title": "Ein etwas längerer Titel",
            },
        ],
    }


def _below(link: str, path: str) -> str:
    """An address below another one; both are among the longest there are."""
    return link[: MOST_LETTERS - len(path)] + path


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML, too


def main(names: list[str], look: Path | None) -> None:
    total: Counter[str] = Counter()
    chosen = [next(sender for sender in SENDERS if sender.id == name) for name in names] or SENDERS
    for sender in chosen:
        with tempfile.TemporaryDirectory(prefix="press-real-") as folder:
            root = copy_project(Path(folder) / "project", ROOT / "content")
            ends: list[Ending] = []
            try:
                write_sender(root, sender)
                for end in endings(root, look=look):
                    ends.append(end)
                    for line in (*end.refused, *end.found):
                        print(f"    {end.product}: {line}", flush=True)
            except PressError as error:
                print(f"| {sender.id} | refused as a whole | |", *error.problems, sep="\n    ", flush=True)
                total["sender refused"] += 1
                continue
        refused, found = sum(bool(end.refused) for end in ends), sum(bool(end.found) for end in ends)
        print(f"| {sender.id} | {len(ends)} | {refused} | {found} |", flush=True)
        total.update(products=len(ends), refused=refused, found=found)
    print(dict(total), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    folder = Path(given.pop(given.index("--look") + 1)) if "--look" in given else None
    main([name for name in given if name != "--look"], folder)
