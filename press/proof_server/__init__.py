"""The proof page served on 127.0.0.1, with live reload while somebody edits.

Files of one folder, to this machine alone.
"""

__all__ = ["live"]
