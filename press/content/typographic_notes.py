"""What is in doubt in the typography of texts: nothing that stops a print, but something to look at."""

from collections.abc import Iterable, Iterator
from typing import Any

from press.content.printed_texts import printed_texts
from press.errors import Problem
from press.language.message import _
from press.schema.typewriter import doubts
from press.schema.validation import Loaded

_NO_TEXTS = {"id", "link", "website", "hosts", "profile", "fonts", "logo", "colours", "spot"}  # names and addresses


def typographic_notes(parts: Iterable[Loaded[Any]]) -> Iterator[Problem]:
    """Each doubt in each text of the parts, with its place."""
    for part in parts:
        for path, text in printed_texts(part.value):
            if not _NO_TEXTS.intersection(path):
                for what, fix in doubts(text):
                    yield Problem(
                        part.where(*path),
                        _("`{key}`: {fault}", key=path[-1] if isinstance(path[-1], str) else path[-2], fault=what),
                        fix,
                    )
