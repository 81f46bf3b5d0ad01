"""An order that things happen to."""

from small_orders import bare, small, small_once

__all__ = ["bare", "small", "small_once"]
