"""The machine: worker processes, signals, locks, files that others wrote, compression that is the same everywhere.

Nothing here knows what is printed.
"""

__all__ = [
    "checksum",
    "compression",
    "file_lock",
    "held_files",
    "long_paths",
    "missing_packages",
    "os_errors",
    "picklable",
    "progress",
    "safe_files",
    "say",
    "signals",
    "worker_pool",
    "written_names",
]
