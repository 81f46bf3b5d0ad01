"""Typst, and the only package that imports it: compiles jobs, queries what was set, keeps templates inside the project.

What comes out is bytes of PDF and plain facts.
"""

__all__ = ["asked_texts", "compiler", "picture", "stage", "templates"]
