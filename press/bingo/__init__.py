"""Dealing: the grid and its winning lines, number → board as a bijection, and how a round will go.

Pure: no file, no PDF, no randomness but the seed's.
"""

__all__ = ["board_numbers", "deal", "grid", "odds"]
