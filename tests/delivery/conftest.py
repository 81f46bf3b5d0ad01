"""Orders to publish again, and a press whose content a test may change."""

from proof_probe import own_press
from small_orders import bare, small, small_once

__all__ = ["bare", "own_press", "small", "small_once"]
