"""What changed: words, pictures, products, and how the build tells it."""

import json
from hashlib import sha256
from pathlib import Path

from pikepdf import Pdf
from PIL import Image, ImageDraw
from proof_probe import Press
from tools import files

from press.cli.build_summary import changes_since_last_build
from press.delivery.filenames import SNAPSHOT
from press.delivery.preview import make_previews, pictures
from press.delivery.record import Record
from press.proof.compare import Change, Comparison, Earlier, compare
from press.proof.german import spans
from press.proof.snapshot import FORMAT, read_snapshot


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
        "shows": {str(page): text for page, text in pages.items()},
        "marks": [0.0, 0.0],
    }


def test_words_that_changed_are_told_apart():
    change = Change("board", "Dafür haben wir kein Budget.", "Dafür haben wir nie Budget.")
    assert change.words() == (("same", "Dafür haben wir"), ("gone", "kein"), ("new", "nie"), ("same", "Budget."))


def test_runs_of_pages_are_told_short():
    assert spans([1, 2, 3, 6, 7, 9]) == "1–3, 6, 7, 9"


def test_no_earlier_build(tmp_path):
    work = order(tmp_path / "new")
    found = compare(None, work)
    assert found == Comparison(False) and changes_since_last_build(found) == []


def test_an_earlier_build_that_cannot_be_read_is_none(tmp_path):
    for broken in (b"{", b"[]", b'{"format": 0}', b"\xff"):
        (order(tmp_path / "old") / SNAPSHOT).write_bytes(broken)
        assert read_snapshot(tmp_path / "old") is None


def test_nothing_changed(tmp_path):
    old, new = (order(tmp_path / name, product(tmp_path / name, {1: "a"}, "1")) for name in ("old", "new"))
    found = compare(earlier(old), new)
    assert found.earlier and found.same
    assert changes_since_last_build(found) == ["Nothing that is printed has changed since the last build."]


def test_a_changed_page_is_shown_before_and_after(tmp_path):
    old = order(tmp_path / "old", product(tmp_path / "old", {1: "same", 2: "before"}, "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", {1: "same", 2: "after!"}, "2"))
    found = compare(earlier(old), new)
    (x,) = found.products
    assert [page.page for page in x.pages] == [2] and x.compared == 2
    (page,) = x.pages
    assert (new / page.before).read_bytes() == (old / "previews/x-2.png").read_bytes()
    assert page.after == "previews/x-2.png" and page.same_size
    assert changes_since_last_build(found) == [
        "Changed since the last build:",
        "  print/x.pdf  1 of 2 compared pages look different",
    ]


def test_only_so_many_changed_pages_get_pictures(tmp_path, monkeypatch):
    monkeypatch.setattr("press.proof.compare.MOST_PAGES", 4)
    old = order(tmp_path / "old", product(tmp_path / "old", dict.fromkeys(range(1, 8), "before"), "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", dict.fromkeys(range(1, 8), "after!"), "2"))
    pages = compare(earlier(old), new).products[0].pages
    assert [page.before is not None for page in pages] == [True] * 4 + [False] * 3
    assert len(list((new / "compare").iterdir())) == 4


def test_a_picture_that_is_gone_is_not_compared(tmp_path):
    old = order(tmp_path / "old", product(tmp_path / "old", {1: "before"}, "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", {1: "after!"}, "2"))
    remembered = earlier(old)
    (old / "previews" / "x-1.png").unlink()
    (x,) = compare(remembered, new).products
    assert x.pages == () and x.unseen


def test_pages_of_another_size_are_not_laid_over_each_other(tmp_path):
    old = order(tmp_path / "old", product(tmp_path / "old", {1: "before"}, "1"))
    new = order(tmp_path / "new", product(tmp_path / "new", {1: "after!"}, "2"))
    picture(new / "previews/x-1.png", size=(301, 400))
    (x,) = compare(earlier(old), new).products
    assert not x.pages[0].same_size


def shows(folder: Path, *marks: str, name: str = "x") -> str:
    """What the picture of a page shows that holds these marks besides a sheet's: by content of a PDF page, pt."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 400))
    page.contents_add(" ".join(("1 0.8 0 rg 0 0 300 400 re f 0 g 60 300 100 20 re f", *marks)).encode())
    pdf.save(folder / "x.pdf")
    make_previews(folder / "x.pdf", folder, name, (1,), marks=(0.05, 0.05))
    (found,) = pictures(folder, name)
    return found.shows


def test_a_tint_and_a_hair_line_show_but_printers_marks_do_not(tmp_path):
    """The edge of what is looked at lies at 15 and 20 pt; pixels are half a point."""
    plain = shows(tmp_path)
    assert plain and shows(tmp_path, name="again") == plain
    assert shows(tmp_path, "1 0.78 0 rg 20 30 20 20 re f") != plain
    assert shows(tmp_path, "0 G 0.1 w 20 50 m 280 50 l S") != plain
    assert shows(tmp_path, "2 100 12 10 re f", "100 2 50 17 re f") == plain
    assert shows(tmp_path, "14 100 3 10 re f") != plain
    assert shows(tmp_path, "100 19 50 3 re f") != plain


def test_a_build_tells_what_changed(own_press: Press):
    own_press.order("probe", "layout: bingo-3x3, boards: 2", "layout: plakat")
    assert changes_since_last_build(own_press.remake("probe").comparison) == []
    own_press.edit(
        own_press.project.deck("kleinstadtniveau"), ("Dafür haben wir kein Budget.", "Dafür haben wir nie Budget.")
    )
    own_press.edit(own_press.project.texts, ("how_to_title: So geht’s", "how_to_title: So"))
    own_press.order("probe", "layout: bingo-3x3, boards: 2, copies: 5", "layout: plakat, id: poster")
    built = own_press.remake("probe")
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
    own_press.remake("probe")
    own_press.order("probe", "layout: plakat", "layout: faltprobe")
    assert "Neu im Auftrag." in (own_press.refused("probe") / "compare" / "compare.js").read_text()
