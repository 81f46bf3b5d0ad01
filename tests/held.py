"""A file that another program holds, as Windows tells it: simulated where files are never held."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

FOREVER = 999
SAID = (errno.EACCES, errno.ENOTEMPTY, errno.EEXIST)  # by turns


def hold(patch: pytest.MonkeyPatch, path: Path, times: int = FOREVER, what: str = "rename") -> Callable[[], None]:
    """Lets a folder not be renamed (or what else a method of `Path` does) so many times; gives what ends that."""
    left, real = [times], getattr(Path, what)

    def refused(self, *arguments, **options):
        if self == path and left[0]:
            left[0] -= 1
            raise OSError(SAID[left[0] % len(SAID)], "held", str(self))
        return real(self, *arguments, **options)

    patch.setattr(Path, what, refused)
    return lambda: left.__setitem__(0, 0)
