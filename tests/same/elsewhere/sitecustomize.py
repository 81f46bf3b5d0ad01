"""Another machine, as far as Python can tell: on PYTHONPATH, it changes what the environment asks for."""

import os

_scandir, _listdir = os.scandir, os.listdir


class _Listed:
    """Entries in an order of their own, as os.scandir gives them."""

    def __init__(self, entries, backwards):
        with entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=backwards))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())


def _list(backwards):
    os.scandir = lambda path=".": _Listed(_scandir(path), backwards)
    os.listdir = lambda path=".": sorted(_listdir(path), reverse=backwards)


def _count(cores):
    """So many cores are there to use, as far as one asks Python; a single one is also enforced."""
    if cores == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.cpu_count = os.process_cpu_count = lambda: cores
    os.sched_getaffinity = lambda _: set(range(cores))


if "ELSEWHERE_LISTING" in os.environ:
    _list(os.environ["ELSEWHERE_LISTING"] == "backwards")
if "ELSEWHERE_CORES" in os.environ:
    _count(int(os.environ["ELSEWHERE_CORES"]))
if "ELSEWHERE_UMASK" in os.environ:
    os.umask(int(os.environ["ELSEWHERE_UMASK"], 8))
