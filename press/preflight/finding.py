"""What a check found."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "draft"]


@dataclass(frozen=True, order=True)
class Finding:
    """`code` is stable and names the rule; `where` is the file and, if it is on one, the page."""

    code: str
    severity: Severity
    where: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem} [{self.code}]; {self.fix}"
