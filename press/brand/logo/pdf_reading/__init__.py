"""PDF logos, read as a viewer shows them: page, layers, colour spaces and gradients, as a drawing of plain shapes.

What one asks of whoever reads it is bounded first.
"""

__all__ = ["pdf_limits", "pdf_reader"]
