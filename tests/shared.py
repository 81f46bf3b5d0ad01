"""What takes long to make and is only looked at: made once, however many workers run tests side by side."""

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

T = TypeVar("T")

making = True  # whether anything is made: a quick run leaves out who looks at it


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make` returns, given a folder to work in that is not there yet; by whichever worker asks first.

    It is handed on by pickle. Where `make` fails, the next worker that asks tries anew.
    """
    if not making:
        pytest.skip("no unit: looks at what takes long to make")
    base = factory.getbasetemp()
    common = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    common.mkdir(exist_ok=True)
    made = common / f"{name}.pickle"
    with FileLock(common / f"{name}.lock"):
        if made.exists():
            return pickle.loads(made.read_bytes())
        shutil.rmtree(common / name, ignore_errors=True)  # what a make that failed left would hide its cause
        result = make(common / name)
        made.write_bytes(pickle.dumps(result))
        return result
