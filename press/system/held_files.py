"""Files that another program holds for a moment: a virus scanner, an indexer, a preview.

Windows then neither renames nor deletes them, and a folder that was just emptied is not empty yet, or still there.
"""

import errno
import time
from collections.abc import Callable
from typing import TypeVar

Done = TypeVar("Done")

HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ENOTEMPTY, errno.EEXIST)  # what Windows says of such a file
PATIENCE = 2.0  # seconds: for so long a virus scanner or an indexer may hold a file
PAUSE = 0.1


def patiently(do: Callable[[], Done]) -> Done:
    """What comes of it; tried again for a short while as long as somebody holds a file of it.

    Raises the last OSError if that goes on. What is done must bear to be done again when it was done in part.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return do()
        except OSError as error:
            if error.errno not in HELD or time.monotonic() >= end:
                raise
        time.sleep(PAUSE)
