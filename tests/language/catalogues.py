"""Gathers the messages of the code, and of what layouts say of themselves, into the catalogues, and compiles these.

Run it after a message is new or worded otherwise, write what it says is open into press.po, run it once more:
`invoke messages`.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "press/language/locales"
KEYWORDS = {"_": None, "ngettext": (1, 2)}
FACTS = re.compile(r'\b(?:about|no-office): "([A-Z](?:[^"\\]|\\.)*)"')  # of a layout and its options
WHEN = datetime(2026, 1, 1, tzinfo=UTC)  # the same bytes whenever it is run
WIDTH = 110

Messages = dict[str | tuple[str, str], set[str]]  # message, or its two forms → the files it stands in


def gathered(root: Path = ROOT) -> Messages:
    """Every message, with the files it stands in."""
    found: Messages = {}
    for path, message in _messages(root):
        found.setdefault(message, set()).add(path.relative_to(root).as_posix())
    return found


def _messages(root: Path) -> Iterator[tuple[Path, str | tuple[str, str]]]:
    for path in (root / "tasks.py", *sorted(root.glob("press/**/*.py")), *sorted(root.glob("bench/**/*.py"))):
        for _line, message, _comments, _context in extract("python", BytesIO(path.read_bytes()), KEYWORDS):
            if message:
                yield path, message
    for path in sorted(root.glob("templates/**/*.typ")):
        yield from ((path, found[1]) for found in FACTS.finditer(path.read_text(encoding="utf-8")))


def po_file(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES/press.po"


def read(language: str) -> Catalog:
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """As gettext reads it."""
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def update(language: str) -> list[str | tuple[str, str]]:
    """Brings a catalogue up to date; gives the messages that are not translated yet."""
    known = read(language)
    made = Catalog(
        locale=language,
        project="press",
        version="all",
        msgid_bugs_address="none",
        last_translator="none",
        language_team="none",
        creation_date=WHEN,
        revision_date=WHEN,
        header_comment=f"# {language}: what the press says. Gathered and compiled by `invoke messages`.",
        fuzzy=False,
    )
    for message, places in gathered().items():
        before = known.get(message if isinstance(message, str) else message[0])
        text = before.string if before and before.id == message else ""
        made.add(
            message, text or ("" if isinstance(message, str) else ("", "")), [(place, 0) for place in sorted(places)]
        )
    text = BytesIO()
    write_po(text, made, width=WIDTH, sort_by_file=True, include_lineno=False)
    po_file(language).write_bytes(text.getvalue())
    catalogue = read(language)
    po_file(language).with_suffix(".mo").write_bytes(compiled(catalogue))
    return [message.id for message in catalogue if message.id and not all(_forms(message.string))]


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


if __name__ == "__main__":
    for language in sorted(path.name for path in FOLDER.iterdir()):
        still_open = update(language)
        print(f"{po_file(language).relative_to(ROOT).as_posix()}: {len(still_open)} open")
        print(*(f"  {message}" for message in still_open), sep="\n")
