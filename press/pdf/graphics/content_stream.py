"""Content streams, operator by operator."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Object, Page

Operands = list[Any]
Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def operations(stream: Object | Page) -> Iterator[tuple[str, Instruction]]:
    """The same to be looked at only: each operator's name, and what holds its operands, which are read when asked for.
    Reading those of each module of a code takes longer than all else."""
    return ((str(one.operator), one) for one in pikepdf.parse_content_stream(stream))


def instructions(stream: Object | Page, *only: str) -> Iterator[tuple[Operands, pikepdf.Operator]]:
    """What a page or a form draws; `only` some operators. An inline image comes as one instruction (`INLINE IMAGE`)."""
    for instruction in pikepdf.parse_content_stream(stream, " ".join(only)):
        yield list(instruction.operands), instruction.operator
