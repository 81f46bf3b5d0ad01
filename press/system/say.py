"""Lines for who reads along, at a terminal or through a pipe."""

import os
import sys


def say(*lines: str) -> None:
    """Prints lines. A reader that has seen enough (`| head`) and closes stops no work."""
    try:
        for line in lines:
            print(line, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
