"""What content streams paint (ISO 32000-1, chapters 8 and 9): marks with their colours, shadings, placed forms, new colours.

Of pages and forms alike.
"""

__all__ = ["colour_operators", "inventory", "painting", "patterns", "placed_forms", "recolour"]
