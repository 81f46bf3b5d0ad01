"""`invoke brand`: from answers to a commented brand folder, and the specimen page to say yes or no to.

Whatever it writes, the build takes.
"""

__all__ = ["brand_id", "prompts", "specimen", "start"]
