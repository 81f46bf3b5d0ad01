"""A page of the documentation, read for its tables, examples, links and names."""

import re
from pathlib import Path

from tools import ROOT

LINK = re.compile(r"(?<!\!)\[[^\]]+\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
CELL = re.compile(r"(?<!\\)\|")
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / name for name in ("content/LIESMICH.md", "tests/README.md", "assets/LICENSES.md")),
    ]
)


def pages() -> list["Page"]:
    return [Page(path.relative_to(ROOT).as_posix()) for path in PAGES]


class Page:
    """One Markdown file, by its name from the project's folder."""

    def __init__(self, name: str):
        self.name = name
        self.path = ROOT / name
        self.text = self.path.read_text(encoding="utf-8")
        self.prose = re.sub(r"^```.*?^```$", "", self.text, flags=re.MULTILINE | re.DOTALL)

    def table(self, *head: str) -> list[list[str]]:
        """The rows of the table with this head; the only one on the page."""
        tables = [block.splitlines() for block in re.findall(r"(?:^\|.*(?:\n|\Z))+", self.prose, re.MULTILINE)]
        (found,) = [rows for rows in tables if _cells(rows[0]) == list(head)]
        return [_cells(row) for row in found[2:]]

    def example(self, language: str, start: str = "") -> str:
        """The example in a language that begins so; the only one on the page."""
        blocks = re.findall(r"^```(\w*)\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)
        (found,) = [block for own, block in blocks if own == language and block.startswith(start)]
        return found

    def under(self, heading: str) -> "Page":
        """What stands below a heading, up to the next one, as a page."""
        part = Page(self.name)
        part.prose = re.split(r"\n#+ ", re.split(rf"\n#+ {re.escape(heading)}\n", self.prose)[1])[0]
        return part

    def links(self) -> list[str]:
        return LINK.findall(self.prose) + [target for _, target in self.pictures()]

    def pictures(self) -> list[tuple[str, str]]:
        """What they say, and where they lie."""
        return PICTURE.findall(self.prose)

    def anchors(self) -> set[str]:
        """Its headings as they stand in addresses."""
        headings = re.findall(r"^#+ (.+)$", self.prose, re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

    def to(self, target: str) -> tuple[Path, str]:
        """The file that a link on this page leads to, and the anchor in it."""
        file, _, anchor = target.partition("#")
        return (self.path.parent / file).resolve() if file else self.path, anchor


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in CELL.split(row)[1:-1]]


def name(cell: str) -> str:
    """A cell that is one name, without its signs."""
    assert re.fullmatch(r"`[^`]+`", cell), f"{cell} is no name"
    return cell.strip("`")


def by_name(rows: list[list[str]]) -> dict[str, list[str]]:
    """The rows of a table by the name in their first cell, which occurs once."""
    found = {name(first): rest for first, *rest in rows}
    assert len(found) == len(rows)
    return found
