"""A press whose content a test may change."""

from proof_probe import own_press

__all__ = ["own_press"]
