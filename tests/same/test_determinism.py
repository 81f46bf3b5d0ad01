"""Same content, seed and versions: the same bytes, however often one builds. In other places: tests/same/."""

from tools import DECK, ORDER, PODCAST, built_files, edit, make, make_elsewhere, order_files


def test_building_again_changes_nothing(built):
    before = built_files(built)
    make_elsewhere(built)
    assert built_files(built) == before


def test_nothing_of_the_machine_is_in_the_files(built):
    for name, data in built_files(built).items():
        assert str(built).encode() not in data and str(built.parent).encode() not in data, name


def test_another_seed_deals_other_sheets(built):
    before = built_files(built)
    edit(built / ORDER, "seed: 7", "seed: 8")
    make_elsewhere(built)
    after = built_files(built)
    changed = {name for name in before if before[name] != after.get(name)}
    assert "standard/print/bingo-3x3.pdf" in changed and "standard/print/argumente.pdf" not in changed


def test_an_edit_changes_what_it_touches(built):
    before = built_files(built)
    edit(built / DECK, "long: .*1\\.", "long: Ganz anders.")
    make_elsewhere(built)
    after = built_files(built)
    assert {name for name in before if name.endswith(".pdf") and before[name] != after[name]} >= {
        "standard/print/argumente.pdf"
    }
    assert before["standard/print/bingo-3x3.pdf"] == after["standard/print/bingo-3x3.pdf"]  # a sheet shows no argument


EDITS = [
    (DECK, "board: Da könnte.*", "board: Ganz anders."),
    (PODCAST, "link: .*/brief$", "link: https://probefunk.example/post"),
    (ORDER, "boards: 2", "boards: 3"),
    ("content/texts.yaml", "^how_to_play: .*", "how_to_play: Streich an, was du hörst."),
    ("assets/brands/kleinstadtniveau/brand.yaml", "accent: {cmyk: .*", "accent: {cmyk: [0, 40, 90, 0]}"),
    ("templates/lib/type.typ", "body: 10pt", "body: 9.5pt"),
]


def test_builds_after_edits_are_as_good_as_a_first_one(built, sample, often):
    """Whatever the press takes over from the last build: each edit shows, and no old thing is left in the end."""
    checked = often(False, True)  # whose findings are taken over as those of one check are
    for file, find, put in EDITS[:: often(2, 1)]:
        before = built_files(built)
        edit(built / file, find, put)
        edit(sample / file, find, put)
        make(built, checked=checked)
        assert built_files(built) != before, file
    make(sample, checked=checked)
    assert order_files(sample) == order_files(built)
