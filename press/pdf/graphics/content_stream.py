"""Content streams, operator by operator."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Object, Page

Operands = list[Any]


def instructions(stream: Object | Page) -> Iterator[tuple[Operands, pikepdf.Operator]]:
    """What a page or a form draws. An inline image comes as one instruction (`INLINE IMAGE`)."""
    for instruction in pikepdf.parse_content_stream(stream):
        yield list(instruction.operands), instruction.operator
