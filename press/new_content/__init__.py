"""`invoke new deck` and `invoke new order`: from a list, or from answers, to a commented file to go on with.

Whatever it writes, the build takes; what somebody has written is never lost.
"""

__all__ = ["deck_questions", "new_deck", "new_order", "order_questions"]
