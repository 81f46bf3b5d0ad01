"""Layouts: what each says of itself - page, grid, folds, options - read from its file and checked.

An order chooses among them; how their leaves hold together is told here, too.
"""

__all__ = ["binding", "layout", "layout_loading"]
