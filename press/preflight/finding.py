"""What a check found."""

from dataclasses import dataclass
from typing import Literal

from press.language.message import Message, _

Severity = Literal["error", "warning", "draft"]


@dataclass(frozen=True)
class Finding:
    """`code` is stable and names the rule. It is of a whole file, or of a page of it, from 1.

    Products' files are named from the order's folder, content from the project's; `where` is the place to be read.
    """

    code: str
    severity: Severity
    file: str
    page: int | None
    where: str
    problem: Message
    fix: Message

    def __str__(self) -> str:
        return f"{self.where}: {self.problem} [{self.code}]; {self.fix}"


def place(file: str, page: int | None = None) -> str:
    """A product's file, or a page of it (from 1), as people read it."""
    return file if page is None else _("{file} page {page}", file=file, page=page)
