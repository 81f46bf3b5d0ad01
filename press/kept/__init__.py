"""What is kept from one command to the next: found again by what it was made from, and by which press.

What lies there and is not as it was written is never used.
"""

__all__ = ["kept_facts", "own_sums", "sealed"]
