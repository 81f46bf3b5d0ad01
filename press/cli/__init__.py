"""What the commands print, and how they end.

Words only: nothing is read or made here but what is told.
"""

__all__ = [
    "asked_names",
    "brand_summary",
    "build_summary",
    "check_summary",
    "command_line",
    "deck_summary",
    "language_option",
    "listing",
    "order_summary",
    "output",
    "press_task",
    "starting",
]
