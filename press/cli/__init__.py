"""What the commands print, and how they end.

Words only: nothing is read or made here but what is told.
"""

__all__ = ["brand_summary", "build_summary", "command_line", "listing", "output"]
