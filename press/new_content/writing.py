"""Writing a file of somebody's: all of it, or nothing."""

import os
from pathlib import Path


def put(file: Path, text: str) -> None:
    """Writes a file in one move; what lay there stays until the new one is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)
