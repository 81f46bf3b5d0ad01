"""Kept products: what was made once is not made again, and nothing else is taken for it."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tools import BUILT, edit, files, make, plan

from press.build import kept_products
from press.build.build import build
from press.build.fingerprint import take_fingerprints
from press.build.kept_products import FOLDER, MADE, CheckedProduct, KeptProducts
from press.delivery.finished_file import read_finished
from press.kept import own_sums
from press.kept.sealed import hash_of
from press.language.catalogue import in_language
from press.language.choice import GERMAN
from press.language.message import _, ngettext
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.preflight.finding import Finding, place
from press.preflight.runner import Report
from press.system.progress import Progress

PDF = "print/bingo-3x3.pdf"
ITEM = ("bingo-3x3",)
TEXTS = "content/texts.yaml"


def kept(root: Path) -> list[Path]:
    return sorted((root / "build/.press" / FOLDER).iterdir())


def say(root: Path, title: str) -> None:
    edit(root / TEXTS, "^how_to_title: .*", f"how_to_title: {title}")


def test_a_phrase_that_is_changed_back_makes_nothing_anew(built: Path):
    first = files(built / BUILT)
    whole = (built / TEXTS).read_text(encoding="utf-8")
    say(built, "Anders")
    assert PDF in make(built).made
    (built / TEXTS).write_text(whole, encoding="utf-8")
    assert make(built).made == ()
    again = files(built / BUILT)
    assert {name: again[name] for name in first if name.startswith(("print/", "previews/"))} == {
        name: data for name, data in first.items() if name.startswith(("print/", "previews/"))
    }


def test_a_variant_takes_what_the_order_made(built: Path):
    order = make_plan(Project.at(built), "standard", Overrides(only=ITEM), ("print",))
    made = build(order, Progress(terminal=False))
    assert made.made == () and made.folder == built / f"{BUILT}--bingo-3x3--print"
    assert (made.folder / PDF).read_bytes() == (built / BUILT / PDF).read_bytes()


def test_what_passed_is_kept_though_the_order_was_refused(built: Path, monkeypatch: pytest.MonkeyPatch):
    say(built, "Anders")
    with monkeypatch.context() as patched:
        patched.setattr("press.build.build.make_manifest", _broken_off)
        with pytest.raises(KeyboardInterrupt):
            make(built)
    assert make(built).made == ()


def _broken_off(*_: object) -> None:
    raise KeyboardInterrupt


def _cut(folder: Path) -> None:
    (folder / "0").write_bytes((folder / "0").read_bytes()[:-1])


def _other_picture(folder: Path) -> None:
    (folder / "1").write_bytes(b"\x89PNG")


def _edited(folder: Path) -> None:
    made = folder / MADE
    made.write_text(made.read_text(encoding="utf-8").replace('"pages": 2', '"pages": 3'), encoding="utf-8")


def _of_another_shape(folder: Path) -> None:
    """Sealed, but by a press that kept something else."""
    facts, _ = json.loads((folder / MADE).read_text(encoding="utf-8"))
    del facts["codes"]
    (folder / MADE).write_text(json.dumps([facts, hash_of(facts)]), encoding="utf-8")


def _of_another_product(folder: Path) -> None:
    for other in kept(folder.parents[3]):
        if other != folder:
            shutil.copytree(other, folder, dirs_exist_ok=True)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut off": _cut,
    "another picture": _other_picture,
    "a file is gone": lambda folder: (folder / "0").unlink(),
    "its facts are edited": _edited,
    "its facts are gone": lambda folder: (folder / MADE).unlink(),
    "of another shape": _of_another_shape,
    "of another product": _of_another_product,
    "nothing is left": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_not_as_it_was_kept_is_made_anew(built: Path, tmp_path: Path, damage: Callable[[Path], None]):
    order = plan(built)
    prints = take_fingerprints(order)
    products, store = order.products, KeptProducts(Project.at(built))
    target = next(product for product in products if product.file == PDF)
    assert store.take(target, prints.products[PDF], tmp_path / "whole")
    damage(store._folder(target, prints.products[PDF]))
    assert store.take(target, prints.products[PDF], tmp_path / "damaged") is None
    made = make(built, only=ITEM)
    assert made.made == (PDF,) and (made.folder / PDF).read_bytes() == (built / BUILT / PDF).read_bytes()


@pytest.mark.parametrize("tool", [None, "another version"])
def test_what_another_press_made_is_not_taken(built: Path, monkeypatch: pytest.MonkeyPatch, tool: str | None):
    order = plan(built)
    before = take_fingerprints(order).products
    with monkeypatch.context() as patch:
        if tool:
            patch.setattr(own_sums, "version", lambda name: f"{tool}: {name}")
        else:
            patch.setattr(own_sums, "own_sums", lambda: {"build/build.py": "another"})
        own_sums.press_and_tools.cache_clear()
        after = take_fingerprints(order).products
    own_sums.press_and_tools.cache_clear()
    store = KeptProducts(Project.at(built))
    assert before.keys() == after.keys() and not set(before.values()) & set(after.values())
    assert all(store.take(product, after[product.file], built / "work") is None for product in order.products)


def test_a_product_that_was_refused_is_not_kept(built: Path):
    order = plan(built, only=ITEM)
    prints, (product,) = take_fingerprints(order), order.products
    shutil.rmtree(built / "build/.press" / FOLDER)
    for severity, is_kept in (("warning", True), ("error", False)):
        what, fix = ngettext("{n} place of {share:.0%}", "{n} places of {share:.0%}", 2, share=0.3), _("take less")
        found = Finding("ink", severity, product.file, 1, place(product.file, 1), what, fix)
        checked = CheckedProduct(
            read_finished(product, built / BUILT), Report((found,), ("ink",), ()), {"https://example.org": 2}
        )
        store = KeptProducts(Project.at(built))
        store.keep([checked], prints, built / BUILT)
        taken = store.take(product, prints.products[product.file], built / "work")
        assert (taken is not None) == is_kept
        if taken:
            assert (taken.report, taken.codes, taken.file.pages) == (checked.report, checked.codes, checked.file.pages)
            (again,) = taken.report.findings
            assert again.problem.values == what.values and again.fix.template == "take less"
            assert in_language(again.where, GERMAN) == f"{product.file} Seite 1"
        shutil.rmtree(built / "build/.press" / FOLDER, ignore_errors=True)


def test_what_was_not_used_for_longest_goes_first(built: Path, monkeypatch: pytest.MonkeyPatch):
    held = kept(built)
    assert len(held) > 1
    for age, folder in enumerate(held):
        os.utime(folder / MADE, (1_000_000 - age, 1_000_000 - age))
    size = sum(path.stat().st_size for path in held[0].iterdir())
    for room, left in ((size, held[:1]), (size - 1, [])):
        monkeypatch.setattr(kept_products, "MOST_BYTES", room)
        KeptProducts(Project.at(built))._trim()
        assert kept(built) == left


def test_a_build_is_the_same_with_and_without(built: Path):
    """With what is kept of another content, of this one, and with none."""
    say(built, "Anders")
    assert PDF in make(built).made
    other = _sums(built)
    shutil.rmtree(built / BUILT)
    assert make(built).made == ()
    assert _sums(built) == other
    shutil.rmtree(built / "build/.press" / FOLDER)
    shutil.rmtree(built / BUILT)
    assert PDF in make(built).made
    assert _sums(built) == other


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_nothing_is_touched_where_a_link_leads(built: Path, monkeypatch: pytest.MonkeyPatch):
    home, outside = built / "build/.press" / FOLDER, built / "outside"
    shutil.rmtree(home)
    (outside / "own").mkdir(parents=True)
    (outside / "own" / "picture.png").write_bytes(b"mine")
    home.symlink_to(outside)
    say(built, "Anders")
    monkeypatch.setattr(kept_products, "MOST_BYTES", 0)
    make(built)
    assert files(outside) == {"own/picture.png": b"mine"} and not home.is_symlink()


def _sums(root: Path) -> dict[str, str]:
    return {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files(root / BUILT).items()
        if not name.startswith("compare/")
    }


def test_a_disk_without_room_stops_nothing(built: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    say(built, "Anders")
    monkeypatch.setattr(kept_products, "write_sealed", full)
    assert PDF in make(built).made
    assert make(built, only=ITEM).made == (PDF,)
