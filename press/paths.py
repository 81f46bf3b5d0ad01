"""Where things lie: every path of the project is made here."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from press.errors import PressError, Problem
from press.language.message import _
from press.names import (
    BENCH,
    JOINT,
    LONGEST_PATH,
    REFUSED,
    SPECIMEN,
    misnamed_files,
    misnamed_folders,
    named_files,
    named_folders,
)

WRITTEN, TEMPLATE = ".yaml", ".typ"  # suffixes

# The longest paths below build/: what is made lies in a workshop first. By the name it is published under, and that of
# a package, of a product's pictures, of a layout on a stage.
_WORK = ".press/{}/work"
PACKAGE, PICTURE, STAGED = (
    f"{_WORK}/{name}" for name in ("{}-ENTWURF.zip", "previews/{}-overview.png", "t/9999/root/{}.typ")
)
LONGEST_NAME = (LONGEST_PATH - len(PACKAGE.format("", ""))) // 2  # that may be published: its package is called so, too


@dataclass(frozen=True)
class Project:
    """A folder that holds content/, assets/, templates/ and build/."""

    root: Path

    @classmethod
    def at(cls, folder: Path | str) -> "Project":
        project = cls(Path(folder).resolve())
        missing = [name for name in ("content", "assets", "templates") if not (project.root / name).is_dir()]
        if missing:
            raise PressError(
                Problem(
                    str(folder),
                    _("no folder {missing}", missing=", ".join(missing)),
                    _("run invoke where tasks.py lies"),
                )
            )
        return project

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def podcast(self) -> Path:
        return self.content / "podcast.yaml"

    @property
    def podcasts_folder(self) -> Path:
        return self.content / "podcasts"

    def own_podcast(self, name: str) -> Path:
        """The podcast that a brand or an order has in place of content/podcast.yaml."""
        return self.podcasts_folder / f"{name}{WRITTEN}"

    def own_podcasts(self) -> list[str]:
        return named_files(self.podcasts_folder, WRITTEN)

    @property
    def texts(self) -> Path:
        return self.content / "texts.yaml"

    def texts_in(self, address: str) -> Path:
        """The texts that speak to readers in another way: `sie`."""
        return self.content / f"texts-{address}{WRITTEN}"

    @property
    def papers(self) -> Path:
        return self.content / "papers.yaml"

    @property
    def printed(self) -> Path:
        """The register of what was printed; missing until a released build has printed something."""
        return self.content / "printed.yaml"

    @property
    def schemas(self) -> Path:
        return self.content / "schemas"

    @property
    def ticket_schema(self) -> Path:
        """The schema of auftrag.json, for whoever reads it."""
        return self.root / "docs" / "auftrag.schema.json"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def layouts(self) -> Path:
        return self.templates / "layouts"

    @property
    def profiles(self) -> Path:
        """The folder of the bundled output profiles."""
        return self.root / "assets" / "icc"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def bench(self) -> Path:
        """Where the benchmark's report lies."""
        return self.build / BENCH

    @property
    def private(self) -> Path:
        """What the press keeps for itself while it works, and to know its own work again: nothing of it is shipped."""
        return self.build / ".press"

    @property
    def decks_folder(self) -> Path:
        return self.content / "phrases"

    @property
    def orders_folder(self) -> Path:
        return self.content / "orders"

    @property
    def brands_folder(self) -> Path:
        return self.root / "assets" / "brands"

    @property
    def brand_texts_folder(self) -> Path:
        return self.content / "brands"

    def deck(self, deck_id: str) -> Path:
        return self.decks_folder / f"{deck_id}{WRITTEN}"

    def order(self, order_id: str) -> Path:
        return self.orders_folder / f"{order_id}{WRITTEN}"

    def brand(self, brand_id: str) -> Path:
        return self.brands_folder / brand_id / "brand.yaml"

    def brand_texts(self, brand_id: str) -> Path:
        """Texts of a brand's own; the file may be missing."""
        return self.brand_texts_folder / f"{brand_id}{WRITTEN}"

    def decks(self) -> list[str]:
        return named_files(self.decks_folder, WRITTEN)

    def orders(self) -> list[str]:
        return named_files(self.orders_folder, WRITTEN)

    def brands(self) -> list[str]:
        return [name for name in named_folders(self.brands_folder) if self._is_brand(name)]

    def _is_brand(self, name: str) -> bool:
        """Whether its file is there, however it is spelt: who reads it says how it must be."""
        file = self.brand(name)
        return any(path.name.lower() == file.name for path in file.parent.iterdir())

    def layout_names(self) -> list[str]:
        return named_files(self.layouts, TEMPLATE)

    def misnamed(self) -> Iterator[Problem]:
        """Every file that may not be called as it is, where names are taken from files."""
        folders = (self.orders_folder, self.decks_folder, self.brand_texts_folder, self.podcasts_folder)
        for folder in folders:
            yield from misnamed_files(folder, self.name(folder), WRITTEN)
        yield from misnamed_folders(self.brands_folder, self.name(self.brands_folder))
        yield from misnamed_files(self.layouts, self.name(self.layouts), TEMPLATE)

    def published(self, name: str) -> Path:
        """Where an order is published; `name` is the order's, or a variant's: `standard--musterstadt`."""
        return self.build / name

    def refused(self, name: str) -> Path:
        """Where the last build of an order lies if preflight refused it."""
        return self.build / f"{name}{JOINT}{REFUSED}"

    def specimen(self, brand_id: str) -> str:
        """The name under which a brand's specimen is published."""
        return f"{SPECIMEN}{JOINT}{brand_id}"

    def lock(self, name: str) -> Path:
        """The file that whoever is at work on an order holds."""
        return self.private / f"{name}.lock"

    def workshop(self, name: str) -> Path:
        """Where an order is made, waits and is remembered, out of everybody's way."""
        return self.private / name

    def work(self, name: str) -> Path:
        """The folder there that is published when all is made."""
        return self.workshop(name) / "work"

    def shown(self, path: Path) -> str:
        """A path as people read it, wherever it lies: what is not the project's, by its file's name."""
        return self.name(path) if path.is_relative_to(self.root) else path.name

    def record(self, name: str) -> Path:
        """What is remembered of what is published; it alone stays in the workshop."""
        return self.workshop(name) / "record"

    def name(self, path: Path) -> str:
        """A path as people read it and as Typst takes it: from the root, with slashes."""
        return path.relative_to(self.root).as_posix()
