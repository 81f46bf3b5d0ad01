"""The comparison: what is different from the build that this one replaces."""

import shutil
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from PIL import Image

from press.delivery.filenames import COMPARE
from press.delivery.preview import Shares
from press.delivery.record import Record
from press.proof.snapshot import Snapshot, SnapshotProduct, read_snapshot

MOST_PAGES = 100  # of a product that are shown with pictures


@dataclass(frozen=True)
class Change:
    """A text under its key; None where it is not there."""

    key: str
    before: str | None
    after: str | None

    def words(self) -> tuple[tuple[str, str], ...]:
        """Runs of words as ("same" | "gone" | "new", text)."""
        old, new = (self.before or "").split(), (self.after or "").split()
        runs = []
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                runs.append(("same", " ".join(old[a:b])))
            else:
                runs += [
                    (kind, text) for kind, text in (("gone", " ".join(old[a:b])), ("new", " ".join(new[c:d]))) if text
                ]
        return tuple(runs)


@dataclass(frozen=True)
class Phrase:
    """A phrase that is "new", "gone" or "changed", and how its texts differ."""

    id: str
    number: str
    kind: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ChangedPage:
    """A page, from 1, that looks different; pictures below the order's folder, none beyond the first few.

    Those of one size can be laid over each other: the browser draws the difference.
    """

    page: int
    before: str | None = None
    after: str | None = None
    same_size: bool = False


@dataclass(frozen=True)
class Product:
    """A product's file that is "new", "gone" or "changed".

    `marks` are those of its snapshot; `compared` counts the pages that were looked at.
    """

    file: str
    title: str
    kind: str
    facts: tuple[Change, ...] = ()
    marks: Shares = (0, 0)
    pages: tuple[ChangedPage, ...] = ()
    compared: int = 0

    @property
    def unseen(self) -> bool:
        """Whether the file is another one, though nothing that is listed here differs."""
        return self.kind == "changed" and not self.facts and not self.pages


@dataclass(frozen=True)
class Comparison:
    """Everything that changed; `earlier` is whether there was a build to compare with."""

    earlier: bool
    products: tuple[Product, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    texts: tuple[Change, ...] = ()
    brand: tuple[Change, ...] = ()

    @property
    def same(self) -> bool:
        return not (self.products or self.phrases or self.texts or self.brand)


@dataclass(frozen=True)
class Earlier:
    """The build that is replaced: what it said, and where its files lie, which may have been spoilt since."""

    snapshot: Snapshot
    record: Record


def compare(earlier: Earlier | None, work: Path) -> Comparison:
    """The order in the working folder against an earlier build; keeps pictures of pages that differ in compare/."""
    after = read_snapshot(work)
    if earlier is None or after is None:
        return Comparison(False)
    before = earlier.snapshot
    old, new = before.products, after.products
    files = [*new, *(file for file in old if file not in new)]
    products = [_product(earlier.record, work, file, old.get(file), new.get(file)) for file in files]
    return Comparison(
        True,
        tuple(p for p in products if p),
        _phrases(before, after),
        changes(before.texts, after.texts),
        changes(before.brand, after.brand),
    )


def changes(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    """Every key whose text differs, in the order of the later build."""
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(Change(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key))


def _phrases(before: Snapshot, after: Snapshot) -> tuple[Phrase, ...]:
    old, new = before.phrases, after.phrases
    found = [
        Phrase(id_, texts["number"], "changed" if id_ in old else "new", changes(old.get(id_, {}), texts))
        for id_, texts in new.items()
    ]
    found += [Phrase(id_, texts["number"], "gone", changes(texts, {})) for id_, texts in old.items() if id_ not in new]
    return tuple(phrase for phrase in found if phrase.changes)


def _product(
    earlier: Record, work: Path, file: str, old: SnapshotProduct | None, new: SnapshotProduct | None
) -> Product | None:
    if new is None:
        return Product(file, old.title, "gone") if old else None
    if old is None:
        return Product(file, new.title, "new")
    facts, same = changes(old.facts, new.facts), old.sha256 == new.sha256
    if same and not facts:
        return None
    pages, compared = ((), 0) if same else _pages(old, new, earlier, work)
    return Product(file, new.title, "changed", facts, new.marks, pages, compared)


def _pages(
    old: SnapshotProduct, new: SnapshotProduct, earlier: Record, work: Path
) -> tuple[tuple[ChangedPage, ...], int]:
    """The pages that look different, of those that both builds have a whole picture of, and how many these are."""
    both = [page for page in new.pictures if page in old.pictures and earlier.intact(old.pictures[page])]
    differ = [page for page in both if old.shows.get(page) != new.shows[page]]
    shown, others = differ[:MOST_PAGES], differ[MOST_PAGES:]
    pairs = [_pair(page, earlier.published / old.pictures[page], new, work) for page in shown]
    return (*pairs, *(ChangedPage(int(page)) for page in others)), len(both)


def _pair(page: str, before: Path, new: SnapshotProduct, work: Path) -> ChangedPage:
    """The earlier picture is kept: its order's folder is about to be replaced."""
    kept, after = work / COMPARE / f"{new.name}-{page}.png", new.pictures[page]
    kept.parent.mkdir(exist_ok=True)
    shutil.copyfile(before, kept)
    return ChangedPage(int(page), kept.relative_to(work).as_posix(), after, _size(kept) == _size(work / after))


def _size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as image:
        return image.size
