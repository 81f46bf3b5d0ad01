"""Fingerprints: whatever a product is made from, a change of it makes the product anew."""

import shutil
from itertools import count
from pathlib import Path

import fontpkg
import pytest
from finished_pdf import letters, pages
from fontTools.ttLib import TTFont
from tools import BUILT, DECK, ORDER, edit, make, manifest, plan, write_item

from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.build.fingerprint import fingerprint, take_fingerprints
from press.errors import PressError

BRAND = "assets/brands/kleinstadtniveau"
LAYOUT = """#let facts = (title: "Probe", about: "A probe", trim: (210, 297), sides: 1)
#metadata(facts) <layout>
%s
#let layout(job, brand) = page(fill: brand.accent-soft, margin: 20mm)[#job.texts.title #mark]
"""
LIB, PARTS = "templates/lib/extra.typ", "templates/parts/extra.typ"
MARK = '#let mark = "MARKONE"'

# How a layout comes by its mark, the file that holds it, and what that says.
WAYS = {
    "by absolute path": ('#import "/templates/lib/extra.typ": mark', LIB, MARK),
    "by absolute path, elsewhere": ('#import "/templates/parts/extra.typ": mark', PARTS, MARK),
    "without a space": ('#import"../parts/extra.typ": mark', PARTS, MARK),
    "behind slashes in a text": ('#let site = "https://x.example"; #import "../parts/extra.typ": mark', PARTS, MARK),
    "by a built name": ('#let name = "../parts/ex" + "tra.typ"\n#import name: mark', PARTS, MARK),
    "evaluated": ('#let mark = eval("import \\"/templates/parts/extra.typ\\": mark; mark")', PARTS, MARK),
    "from text": ('#let mark = read("../parts/extra.txt")', "templates/parts/extra.txt", "MARKONE"),
    "from JSON": ('#let mark = json("/templates/extra.json").mark', "templates/extra.json", '{"mark": "MARKONE"}'),
}


def prints(root: Path) -> dict[str, str]:
    made = plan(root)
    return {product.file: fingerprint(made, product) for product in made.products}


def write_probe(root: Path, way: str) -> Path:
    """A layout with a mark, its order, and the file that holds the mark."""
    line, file, text = WAYS[way]
    (root / "templates/layouts/probe.typ").write_text(LAYOUT % line, encoding="utf-8")
    write_item(root, "probe")
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    return root / file


def printed(root: Path) -> str:
    return "".join(pages(root / BUILT / "print/probe.pdf"))


@pytest.mark.parametrize("way", WAYS)
def test_whatever_way_a_template_reads(sample: Path, way: str):
    file = write_probe(sample, way)
    make(sample)
    assert "MARKONE" in printed(sample)
    edit(file, "MARKONE", "MARKTWO")
    assert make(sample).made == ("print/probe.pdf",) and "MARKTWO" in printed(sample)
    assert make(sample).made == ()


def test_what_is_not_on_the_stage_cannot_be_read(sample: Path):
    write_probe(sample, "from JSON")
    (sample / "assets/extra.json").write_text('{"mark": "MARKONE"}', encoding="utf-8")
    edit(sample / "templates/layouts/probe.typ", "/templates/extra.json", "/assets/extra.json")
    with pytest.raises(PressError, match=r"there is no file `assets/extra\.json` that templates may read"):
        make(sample)


def change(path: Path) -> None:
    """A change that leaves the file readable, as small as can be."""
    if path.suffix in (".ttf", ".otf"):
        with TTFont(path) as font:
            font["head"].fontRevision += 1
            font.save(path)
    elif path.suffix == ".icc":
        data = bytearray(path.read_bytes())
        data[24] ^= 1  # the year it was made
        path.write_bytes(data)
    elif path.suffix == ".svg":
        path.write_text(path.read_text(encoding="utf-8") + "\n<!-- changed -->\n", encoding="utf-8")
    else:
        path.write_text(path.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")


@pytest.fixture
def every(sample: Path) -> Path:
    """The sample with a logo and a font in its brand's folder, and a layout that nobody ordered taken away."""
    shutil.copy(sample / "assets/brands/musterstadt/wappen.svg", sample / BRAND)
    with (sample / BRAND / "brand.yaml").open("a", encoding="utf-8") as brand:
        brand.write("\nlogo:\n  on-paper: wappen.svg\n")
    (family,) = [family for family in fontpkg.families().values() if family.name == "Baloo 2"]
    (sample / BRAND / "fonts").mkdir()
    shutil.copy(family.files[0].path, sample / BRAND / "fonts")
    return sample


@pytest.mark.long
def test_every_file_that_a_build_can_read(every: Path):
    """One after the other: templates, logo, fonts and profile, each whole; of what people write, see below."""
    layouts = {f"templates/layouts/{name}.typ" for name in ("bingo-3x3", "argumente")}
    stage = {name for name in _names(every / "templates", every) if "/layouts/" not in name}
    files = (
        stage | {f"{BRAND}/wappen.svg", "assets/icc/FOGRA47L_uncoated_280.icc"} | _names(every / BRAND / "fonts", every)
    )
    before = prints(every)
    for name in sorted(files):
        change(every / name)
        after = prints(every)
        assert before.keys() == after.keys() and all(before[file] != after[file] for file in before), name
        before = after
    for name in sorted(layouts):
        change(every / name)
        after = prints(every)
        changed = [file for file in before if before[file] != after[file]]
        assert changed == [f"print/{Path(name).stem}.pdf"]
        before = after


def _names(folder: Path, root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "name, find, put",
    [
        (DECK, "board: .*", "board: Ganz anders."),
        ("content/texts.yaml", "title: .*", "title: Ganz anders"),
        ("content/podcast.yaml", "name: .*", "name: Ganz anders"),
        (f"{BRAND}/brand.yaml", "name: .*", "name: Ganz anders"),
        (ORDER, "^seed: 7", "seed: 8"),
    ],
)
def test_what_people_write(sample: Path, name: str, find: str, put: str):
    before = prints(sample)
    edit(sample / name, find, put)
    assert prints(sample)["print/bingo-3x3.pdf"] != before["print/bingo-3x3.pdf"]


def test_a_layout_that_nobody_ordered_changes_nothing(sample: Path):
    made = plan(sample)
    before = take_fingerprints(made)
    change(sample / "templates/layouts/plakat.typ")
    assert take_fingerprints(plan(sample)) == before


def test_two_seeds_that_give_one_code(sample: Path):
    """Four characters name a million deals: every so often two of them, and the boards of one are not the other's."""
    write_item(sample, "bingo-3x3", boards=2)
    ids = tuple(phrase.id for phrase in plan(sample).content.phrases)
    codes: dict[str, int] = {}
    for seed in count(1):
        code = Deal(ids, Grid(3, 3, False), seed).code
        if code in codes:
            break
        codes[code] = seed
    make(sample, seed=codes[code])
    first = pages(sample / BUILT / "print/bingo-3x3.pdf")
    assert make(sample, seed=seed).made == ("print/bingo-3x3.pdf",)
    second = pages(sample / BUILT / "print/bingo-3x3.pdf")
    assert all(letters(f"{code}-000{n}") in text for made in (first, second) for n, text in enumerate(made, 1))
    assert first != second and manifest(sample)["seed"] == seed
