"""The pages a round is led and played with: one for the caller and the screen, one for whoever plays without paper.

Each is one file that asks no network for anything; what it knows of the order's boards it carries.
"""

__all__ = ["game_pages"]
