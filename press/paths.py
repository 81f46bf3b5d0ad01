"""Where things lie: every path of the project is made here."""

from dataclasses import dataclass
from pathlib import Path

from press.errors import PressError, Problem


@dataclass(frozen=True)
class Project:
    """A folder that holds content/, assets/, templates/ and build/."""

    root: Path

    @classmethod
    def at(cls, folder: Path | str) -> "Project":
        project = cls(Path(folder).resolve())
        missing = [name for name in ("content", "assets", "templates") if not (project.root / name).is_dir()]
        if missing:
            raise PressError(Problem(str(folder), f"no folder {', '.join(missing)}", "run invoke where tasks.py lies"))
        return project

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def podcast(self) -> Path:
        return self.content / "podcast.yaml"

    @property
    def texts(self) -> Path:
        return self.content / "texts.yaml"

    @property
    def schemas(self) -> Path:
        return self.content / "schemas"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def layouts(self) -> Path:
        return self.templates / "layouts"

    @property
    def main_template(self) -> Path:
        return self.templates / "main.typ"

    @property
    def profile(self) -> Path:
        """The bundled output profile."""
        return self.root / "assets" / "icc" / "ISOcoated_v2_300_bas.icc"

    @property
    def build(self) -> Path:
        return self.root / "build"

    def deck(self, deck_id: str) -> Path:
        return self.content / "phrases" / f"{deck_id}.yaml"

    def order(self, order_id: str) -> Path:
        return self.content / "orders" / f"{order_id}.yaml"

    def brand(self, brand_id: str) -> Path:
        return self.root / "assets" / "brands" / brand_id / "brand.yaml"

    def brand_texts(self, brand_id: str) -> Path:
        """Texts of a brand's own; the file may be missing."""
        return self.content / "brands" / f"{brand_id}.yaml"

    def decks(self) -> list[str]:
        return sorted(path.stem for path in (self.content / "phrases").glob("*.yaml"))

    def orders(self) -> list[str]:
        return sorted(path.stem for path in (self.content / "orders").glob("*.yaml"))

    def brands(self) -> list[str]:
        return sorted(path.parent.name for path in (self.root / "assets" / "brands").glob("*/brand.yaml"))

    def layout_names(self) -> list[str]:
        return sorted(path.stem for path in self.layouts.glob("*.typ"))

    def shown(self, path: Path) -> str:
        """A path as people read it, wherever it lies: what is not the project's, by its file's name."""
        return self.name(path) if path.is_relative_to(self.root) else path.name

    def name(self, path: Path) -> str:
        """A path as people read it and as Typst takes it: from the root, with slashes."""
        return path.relative_to(self.root).as_posix()
