"""How far templates reach: only to files of the project that they name.

Typst fetches packages from the net without asking.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from press.errors import Problem, short
from press.paths import Project
from press.system.safe_files import links_leading_out

_WORD = re.compile(r"\b(?:import|include|eval)\b")
_PACKAGE = re.compile(r'\b(?:import|include)\s*"(@[^"]*)"')
# A plain name of a file, and no call that makes another name of it.
_FILE = re.compile(r'\b(?:import|include)\s*"[^"@\\][^"\\]*\.typ"(?!\s*\.)')
# What the entry imports by a name that Python gives it.
_ENTRY = ('include "layouts/" + name + ".typ"', 'import job.template + ".typ": layout')


def out_of_reach(project: Project) -> Iterator[Problem]:
    """Everything in the templates that leads, or could lead, out of the project."""
    yield from links_leading_out(project, project.templates)
    for file in sorted(project.templates.rglob("*.typ")):
        if file.is_file() and not file.is_symlink():
            yield from _reaching(project, file)


def _reaching(project: Project, file: Path) -> Iterator[Problem]:
    text = file.read_text(encoding="utf-8", errors="replace")
    if file == project.main_template:
        for line in _ENTRY:
            text = text.replace(line, "")
    for found in _WORD.finditer(text):
        where = f"{project.name(file)}:{text.count(chr(10), 0, found.start()) + 1}"
        if package := _PACKAGE.match(text, found.start()):
            yield Problem(
                where,
                f"the package {short(package[1])} would be fetched from the net",
                "put what it does into templates/lib/",
            )
        elif not _FILE.match(text, found.start()) and not _in_a_comment(text, found.start()):
            yield Problem(
                where,
                f"`{found[0]}` without the plain name of a template",
                'write it as import "name.typ": …; what Typst is to run, it is to see',
            )


def _in_a_comment(text: str, at: int) -> bool:
    """Whether a word stands on a line that can only be a comment: without a quote that might end a text there."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start : text.find("\n", at) if "\n" in text[at:] else None]
    return line.lstrip().startswith("//") and '"' not in line
