"""The manifest: every sum is the file's, every file is in it."""

import hashlib
from importlib.metadata import version

from PIL import Image
from tools import BUILT, DECK, edit, files, make, manifest, product


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_outputs(sample_once):
    made = {name: sha256(data) for name, data in files(sample_once / BUILT).items() if name != "manifest.json"}
    sums = manifest(sample_once)["outputs"]
    assert {"print/bingo-3x3.pdf", "print/argumente.pdf", "previews/bingo-3x3-print-1.png"} <= set(sums)
    assert sums.items() <= made.items()
    assert not {name for name in made if name.startswith(("print/", "office/", "previews/"))} - set(sums)


def test_inputs(sample_once):
    sums = manifest(sample_once)["inputs"]
    lying = {name: sha256(data) for name, data in files(sample_once).items() if not name.startswith("build/")}
    own = {name: value for name, value in sums.items() if not name.startswith("font/")}
    assert own.items() <= lying.items()
    assert sum(name.startswith("font/") for name in sums) >= 2


def test_every_file_that_makes_the_sheets_is_an_input(sample_once):
    sums = set(manifest(sample_once)["inputs"])
    folders = ("content/", "assets/brands/kleinstadtniveau/")
    wanted = {name for name in files(sample_once) if name.startswith(folders)}
    wanted |= {name for name in files(sample_once) if name.startswith("templates/") and "/layouts/" not in name}
    wanted.add("assets/icc/FOGRA47L_uncoated_280.icc")  # that of the paper; the other one made nothing
    wanted |= {f"templates/layouts/{name}.typ" for name in ("bingo-3x3", "argumente")}
    assert sorted(wanted - sums) == []


def test_facts(sample_once):
    facts = manifest(sample_once)
    assert (facts["order"], facts["brand"], facts["seed"]) == ("standard", "kleinstadtniveau", 7)
    assert facts["versions"]["typst"] == version("typst") and "press" in facts["versions"]
    sheets, brochure = product(sample_once), product(sample_once, "argumente")
    code = sheets["first_sheet"][:4]
    assert sheets["first_sheet"] == f"{code}-0001" and sheets["last_sheet"] == f"{code}-0002"
    assert (sheets["id"], sheets["layout"]) == ("bingo-3x3", "bingo-3x3")
    assert (sheets["edition"], sheets["file"]) == ("print", "print/bingo-3x3.pdf")
    assert (sheets["pages"], sheets["boards"], sheets["copies"], sheets["trim_mm"]) == (2, 2, 1, [210, 297])
    assert (brochure["boards"], brochure["copies"], brochure["first_sheet"], brochure["last_sheet"]) == (
        0,
        3,
        None,
        None,
    )


def test_an_edited_file_has_another_sum(built):
    before = manifest(built)
    edit(built / DECK, "board: Da könnte.*", "board: Ganz anders.")
    make(built)
    after = manifest(built)
    assert [name for name in before["inputs"] if before["inputs"][name] != after["inputs"][name]] == [DECK]


def test_previews_are_pictures_one_can_look_at(standard):
    for name in ("bingo-3x3", "argumente"):
        for kind, least in (("1", 210 / 25.4 * 110), ("overview", 4 * 200)):
            with Image.open(standard / BUILT / f"previews/{name}-print-{kind}.png") as picture:
                assert picture.width >= least - 1
                assert len(picture.convert("RGB").getcolors(1 << 24)) > 9  # a blank page has one
