"""Every file a user writes, spoilt at random: commands end in 0 or 2, soon, in little memory, without a traceback."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from spoil import MILD, TEXT, spoilt
from tools import DECK, ORDER, PODCAST, attempt
from trial import Case, faults, summed

from press.brand.brand import Brand
from press.content.content import Deck
from press.content.podcast import Podcast
from press.content.texts import TextChanges, Texts
from press.order.order import Order
from press.schema.validation import load

TEXTS, CHANGES = "content/texts.yaml", "content/brands/kleinstadtniveau.yaml"
BRANDS = tuple(f"assets/brands/{brand}/brand.yaml" for brand in ("kleinstadtniveau", "musterstadt"))
BUILD_SECONDS = 60  # a whole build takes a few, on a busy machine more
FILES = (DECK, PODCAST, ORDER, TEXTS, CHANGES, *BRANDS)
MODELS = {DECK: Deck, PODCAST: Podcast, ORDER: Order, TEXTS: Texts, CHANGES: TextChanges, BRANDS[0]: Brand}


@pytest.fixture(scope="module", autouse=True)
def own_words(trial) -> None:
    (trial.root / CHANGES).parent.mkdir(exist_ok=True)
    (trial.root / CHANGES).write_text("title: Ein anderer Titel\nhow_to_title: So geht es\n", encoding="utf-8")


def slips(root: Path, way: str, count: int, ways: tuple) -> list[Case]:
    return [Case(way, name, spoilt((root / name).read_bytes(), seed, ways)) for name in FILES for seed in range(count)]


def test_a_check_of_spoilt_files(trial, often) -> None:
    ends = trial(slips(trial.root, "check", often(2, 400), TEXT))
    print(summed(ends))
    assert faults(ends) == []
    assert {end.exit for end in ends} == {0, 2}  # some slips are harmless: the others were not refused for nothing


def test_a_build_of_spoilt_files(trial, often) -> None:
    """What the check lets pass must not break a later step. Preflight may say no (3)."""
    cases = slips(trial.root, "build", often(1, 30), MILD)[: often(3, None)]
    ends = trial(cases)
    print(summed(ends))
    assert faults(ends, (0, 2, 3), seconds=BUILD_SECONDS) == []


PHRASE = "- {id: p%d, board: Satz., short: Kurz., long: Lang.}\n"
GIANTS = {
    "100,000 phrases": (DECK, "name: x\ncredit: x\nphrases:\n" + "".join(PHRASE % n for n in range(100_000))),
    "phrases that say nothing": (DECK, "name: x\ncredit: x\nphrases:\n" + "- {}\n" * 190_000),
    "a text of 10 MB": (DECK, 'name: "' + "x" * 10_000_000 + '"\n'),
    "a text of almost 1 MB": (PODCAST, 'name: "' + "x " * 490_000 + '"\n'),
    "anchors that explode": (
        PODCAST,
        "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk")),
    ),
    "lists in a list": (ORDER, "[" + "[]," * 300_000 + "]"),
    "90,000 unknown keys": (TEXTS, "".join(f"key{n}: 1\n" for n in range(90_000))),
    "one key 190,000 times": (TEXTS, "a: 1\n" * 190_000),
    "4,900 unknown keys": (TEXTS, "".join(f"key{n}: 1\n" for n in range(4_900))),
    "a number of 900,000 digits": (ORDER, "seed: " + "9" * 900_000),
    "a number in base sixty": (ORDER, "seed: 1:" + "59:" * 100_000 + "1"),
    "a hexadecimal number": (ORDER, "seed: 0x" + "f" * 20_000),
    "a key of 500,000 characters": (ORDER, "? " + "k" * 500_000 + "\n: 1\n"),
    "items without end": (
        ORDER,
        "about: x\nbrand: kleinstadtniveau\ndecks: [probe]\nitems:\n" + "- {layout: karten}\n" * 2_000,
    ),
    "tags that run": (ORDER, 'about: !!python/object/apply:os.system ["true"]\n'),
    "a boolean that is none": (ORDER, "about: !!bool maybe\n"),
    "a date that is none": (ORDER, "about: !!timestamp x\n"),
    "a NUL": (DECK, "name: a\0b\n"),
    "a lone surrogate": (DECK, 'name: "\\ud800"\n'),
    "a link of 4,000 characters": (PODCAST, "link: https://a.de/" + "x" * 4_000),
}


def test_giants_and_other_monsters_are_refused(trial) -> None:
    ends = trial([Case("check", name, text.encode()) for name, text in GIANTS.values()])
    print(summed(ends))
    assert faults(ends, (2,)) == []
    for name, end in zip(GIANTS, ends):
        assert any(told.startswith(f"{end.case.name}:") for told in end.told), name
        assert max(map(len, end.told)) < 3_000 and "\n" not in "".join(end.told), name


@pytest.mark.parametrize(
    "mistakes, told, last",
    [(200, 200, "unknown key `key199`"), (201, 201, "1 more mistakes"), (250, 201, "50 more mistakes")],
)
def test_more_mistakes_than_anybody_reads_are_counted(tmp_path: Path, mistakes: int, told: int, last: str) -> None:
    (tmp_path / "x.yaml").write_text("".join(f"key{n}: 1\n" for n in range(mistakes)), encoding="utf-8")
    _, problems = attempt(load, tmp_path / "x.yaml", "x.yaml", TextChanges)
    assert len(problems) == told and problems[-1].what == last


ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.dates().map(str) | st.text(max_size=300)
KEYS = st.text(max_size=20) | st.sampled_from(
    sorted({name for model in MODELS.values() for name in model.model_fields})
)
TREES = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=12
)


@pytest.mark.parametrize("name", MODELS)
def test_whatever_stands_in_a_file_is_taken_or_told(name: str, trial, tmp_path: Path, often) -> None:
    """Sound data with other data in one place: each mistake has its line, and one line alone."""
    sound = yaml.safe_load((trial.root / name).read_text(encoding="utf-8"))
    file = tmp_path / "x.yaml"

    @settings(max_examples=often(40, 2_000))
    @given(key=st.sampled_from(sorted(sound)) | KEYS, value=TREES)
    def run(key: str, value: object) -> None:
        file.write_text(json.dumps(sound | {key: value}), encoding="utf-8")
        _, problems = attempt(load, file, "x.yaml", MODELS[name])
        assert all(str(problem).startswith("x.yaml:1: ") and "\n" not in str(problem) for problem in problems)

    run()
