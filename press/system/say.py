"""Lines for who reads along, at a terminal or through a pipe."""

import os
import shutil
import sys
import textwrap
from typing import TextIO


def say(*lines: str) -> None:
    """Prints lines. A reader that has seen enough (`| head`) and closes stops no work."""
    try:
        for line in lines:
            print(fitted(line, sys.stdout), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fitted(line: str, stream: TextIO) -> str:
    """A line as a terminal shows it well: broken between words, further lines set in. Through a pipe it stays whole."""
    columns = shutil.get_terminal_size().columns if stream.isatty() else 0
    if not columns or len(line) <= columns:
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.fill(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
