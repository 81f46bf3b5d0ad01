"""What changed: words, pictures, products, and how the build tells it."""

import json
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageDraw
from proof_probe import Press
from tools import files

from press.cli.build_summary import changes_since_last_build
from press.delivery.filenames import SNAPSHOT
from press.delivery.record import Record
from press.proof.compare import Change, Comparison, Earlier, compare
from press.proof.difference import Side, difference
from press.proof.german import spans
from press.proof.snapshot import FORMAT, read_snapshot
from press.system.worker_pool import WorkerPool


def picture(path: Path, text: str = "", ground: tuple = (255, 200, 0), size: tuple = (300, 400)) -> Path:
    image = Image.new("RGB", size, ground)
    ImageDraw.Draw(image).text((60, 60), text, fill="black", font_size=24)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)
    return path


def order(folder: Path, *products: dict, **parts: dict) -> Path:
    """A folder as a build leaves it."""
    made = {
        "format": FORMAT,
        "phrases": {},
        "texts": {},
        "brand": {},
        "products": {f"print/{p['title'].lower()}.pdf": p for p in products},
        **parts,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SNAPSHOT).write_text(json.dumps(made), encoding="utf-8")
    return folder


def earlier(folder: Path) -> Earlier:
    """Such a folder as the press remembers it."""
    sums = {name: sha256(data).hexdigest() for name, data in files(folder).items()}
    return Earlier(read_snapshot(folder), Record(folder, folder, sums))


def product(folder: Path, pages: dict[int, str], sha256: str, **facts: str) -> dict:
    pictures = {str(page): f"previews/x-{page}.png" for page in pages}
    for page, text in pages.items():
        picture(folder / pictures[str(page)], text)
    return {
        "title": "X",
        "name": "x-print",
        "sha256": sha256,
        "facts": facts,
        "codes": {},
        "pictures": pictures,
        "marks": [0.0, 0.0],
    }


def test_words_that_changed_are_told_apart():
    change = Change("board", "Dafür haben wir kein Budget.", "Dafür haben wir nie Budget.")
    assert change.words() == (("same", "Dafür haben wir"), ("gone", "kein"), ("new", "nie"), ("same", "Budget."))


def test_runs_of_pages_are_told_short():
    assert spans([1, 2, 3, 6, 7, 9]) == "1–3, 6, 7, 9"


def test_no_earlier_build(tmp_path):
    work = order(tmp_path / "new")
    found = compare(None, work, WorkerPool(1))
    assert found == Comparison(False) and changes_since_last_build(found) == []


def test_an_earlier_build_that_cannot_be_read_is_none(tmp_path):
    for broken in (b"{", b"[]", b'{"format": 0}', b"\xff"):
        (order(tmp_path / "old") / SNAPSHOT).write_bytes(broken)
        assert read_snapshot(tmp_path / "old") is None


def test_nothing_changed(tmp_path):
    old, new = (order(tmp_path / name, product(tmp_path / name, {1: "a"}, "1")) for name in ("old", "new"))
    found = compare(earlier(old), new, WorkerPool(1))
    assert found.earlier and found.same
    assert changes_since_last_build(found) == ["Nothing that is printed has changed since the last build."]


def test_a_changed_page_is_shown_before_after_and_marked(tmp_path):
    old = order(tmp_path / "old", product(tmp_path / "old", {1: "same", 2: "before"}, "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", {1: "same", 2: "after!"}, "2"))
    found = compare(earlier(old), new, WorkerPool(1))
    (x,) = found.products
    assert [page.page for page in x.pages] == [2] and x.compared == 2
    for kind in ("before", "after", "difference"):
        with Image.open(new / x.pages[0].pictures[kind]) as image:
            assert image.size == (300, 400)
    assert changes_since_last_build(found) == [
        "Changed since the last build:",
        "  print/x.pdf  1 of 2 compared pages look different",
    ]


def test_only_so_many_changed_pages_get_pictures(tmp_path, monkeypatch):
    monkeypatch.setattr("press.proof.compare.MOST_PAGES", 4)
    old = order(tmp_path / "old", product(tmp_path / "old", dict.fromkeys(range(1, 8), "before"), "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", dict.fromkeys(range(1, 8), "after!"), "2"))
    pages = compare(earlier(old), new, WorkerPool(1)).products[0].pages
    assert [bool(page.pictures) for page in pages] == [True] * 4 + [False] * 3


def test_a_picture_that_is_gone_is_not_compared(tmp_path):
    old = order(tmp_path / "old", product(tmp_path / "old", {1: "before"}, "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", {1: "after!"}, "2"))
    remembered = earlier(old)
    (old / "previews" / "x-1.png").unlink()
    (x,) = compare(remembered, new, WorkerPool(1)).products
    assert x.pages == () and x.unseen


def test_another_size_has_no_difference_picture(tmp_path):
    one, other = picture(tmp_path / "a.png", "a"), picture(tmp_path / "b.png", "a", size=(400, 300))
    found = difference(Side(one, (0, 0)), Side(other, (0, 0)))
    assert found and found.marked is None


def test_a_shade_of_the_palette_is_no_difference_but_a_tint_and_a_hair_line_are(tmp_path):
    def seen(name: str, *args, line: bool = False) -> bool:
        path = picture(tmp_path / name, "Text", *args)
        if line:
            with Image.open(path) as image:
                ImageDraw.Draw(image).line((20, 300, 280, 300), fill="black")
                image.save(path)
        return difference(Side(tmp_path / "a.png", (0, 0)), Side(path, (0, 0))) is not None

    picture(tmp_path / "a.png", "Text")
    assert not seen("shade.png", (250, 196, 5))
    assert seen("tint.png", (255, 180, 0)) and seen("line.png", line=True)


def test_printers_marks_do_not_count(tmp_path):
    one, other = picture(tmp_path / "a.png", "same"), picture(tmp_path / "b.png", "same")
    with Image.open(other) as image:
        ImageDraw.Draw(image).text((100, 385), "slug", fill="black")
        image.save(other)
    marks = (0.05, 0.05)
    assert difference(Side(one, marks), Side(other, marks)) is None


def test_a_build_tells_what_changed(own_press: Press):
    own_press.order("probe", "layout: bingo-3x3, boards: 2", "layout: plakat")
    assert changes_since_last_build(own_press.build("probe").comparison) == []
    own_press.edit(
        own_press.project.deck("kleinstadtniveau"), ("Dafür haben wir kein Budget.", "Dafür haben wir nie Budget.")
    )
    own_press.edit(own_press.project.texts, ("how_to_title: So geht’s", "how_to_title: So"))
    own_press.order("probe", "layout: bingo-3x3, boards: 2, copies: 5", "layout: plakat, id: poster")
    built = own_press.build("probe")
    found = built.comparison
    assert {(p.file, p.kind) for p in found.products} == {
        ("print/bingo-3x3.pdf", "changed"),
        ("print/poster.pdf", "new"),
        ("print/plakat.pdf", "gone"),
    }
    assert [(phrase.id, phrase.number, [c.key for c in phrase.changes]) for phrase in found.phrases] == [
        ("budget", "9", ["board"])
    ]
    assert [change.key for change in found.texts] == ["how_to_title"]
    told = "\n".join(changes_since_last_build(found))
    for part in ("print/poster.pdf", "new", "print/plakat.pdf", "gone", "phrase `budget`", "Auflage"):
        assert part in told
    script = (built.folder / "compare" / "compare.js").read_text()
    assert "9 budget" in script and "<del>kein<" in script and "<ins>nie<" in script


def test_a_refused_build_is_compared_with_the_last_good_one(own_press: Press):
    own_press.order("probe", "layout: plakat")
    own_press.build("probe")
    own_press.order("probe", "layout: plakat", "layout: faltprobe")
    assert "Neu im Auftrag." in (own_press.refused("probe") / "compare" / "compare.js").read_text()
