"""The checks: one rule each, one file each, found by scanning this folder.

EDITIONS says whose files a check looks at.
"""

__all__: list[str] = []
