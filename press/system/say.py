"""Lines for who reads along, at a terminal or through a pipe."""

import errno
import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

from press.errors import escaped
from press.language.catalogue import said
from press.language.message import _

OUTPUT, ERRORS = _("standard output"), _("standard error")
_WINDOWS = os.name == "nt"
MEANT = "\n\u00ad"  # a soft hyphen is part of a board's text


def say(*lines: str) -> None:
    """Prints lines, messages in the chosen language; what would steer the terminal is spelled out. A reader that has
    seen enough (`| head`) and closes
    stops no work. Raises OSError, which names the output, if it takes nothing for another reason."""
    _print(lines, sys.stdout, OUTPUT)


def say_error(*lines: str) -> None:
    """The same, where errors are told."""
    _print(lines, sys.stderr, ERRORS)


def _print(lines: Sequence[str], stream: TextIO, name: str) -> None:
    try:
        for line in lines:
            print(fitted(escaped(said(line), but=MEANT), stream), file=stream, flush=True)
    except OSError as error:
        if not _reader_has_gone(error):
            raise OSError(error.errno, error.strerror, name) from error
        os.dup2(nowhere := os.open(os.devnull, os.O_WRONLY), stream.fileno())
        os.close(nowhere)


def _reader_has_gone(error: OSError) -> bool:
    """Windows' C library tells a pipe without a reader as an argument that is none (EINVAL)."""
    return isinstance(error, BrokenPipeError) or (_WINDOWS and error.errno == errno.EINVAL)


def ready_streams() -> None:
    """Makes standard streams that were closed before the command began lead nowhere, and the others speak UTF-8.

    Nobody may get their numbers: what a library in C prints would end up in whatever file is opened next.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(nowhere := os.open(os.devnull, os.O_RDWR), number)
            if nowhere != number:
                os.close(nowhere)
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
        elif mode == "w" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def fitted(line: str, stream: TextIO) -> str:
    """A line as a terminal shows it well: broken between words, further lines set in. Through a pipe it stays whole."""
    columns = shutil.get_terminal_size().columns if stream.isatty() else 0
    if not columns or "\n" in line or len(line) <= columns:
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.fill(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
