"""Two folders change places in one step, where the system has such a step: nobody ever sees neither of them."""

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Callable

_HERE = (-100,)  # AT_FDCWD of fcntl.h: paths count from where the process stands

# System → function, what stands before each of the two paths, and the flag that makes a renaming an exchange.
_CALLS = {
    "linux": ("renameat2", _HERE, _HERE, 2),  # RENAME_EXCHANGE of linux/fs.h
    "darwin": ("renamex_np", (), (), 2),  # RENAME_SWAP of sys/stdio.h
}

# What a kernel or a file system says that has no such step.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders of one disk; False, and nothing is done, where that cannot be done in one step. Raises OSError."""
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """The system's own function; None on Windows, and with a C library older than it."""
    if sys.platform not in _CALLS:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    name, before, between, flag = _CALLS[sys.platform]
    function = getattr(library, name, None)
    return function and (lambda one, other: function(*before, one, *between, other, ctypes.c_uint(flag)))
