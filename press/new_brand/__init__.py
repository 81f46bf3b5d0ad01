"""`invoke brand`: from answers to a commented brand folder, and the specimen page to say yes or no to.

Whatever it writes, the build takes.
"""

__all__ = ["brand_id", "chosen_font", "font_licences", "prompts", "specimen", "start", "yaml_writer"]
