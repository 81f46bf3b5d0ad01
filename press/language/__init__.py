"""The language people are spoken to in: messages that can be said in each, catalogues, which one is chosen.

English is what the code says, and costs nothing; another language is looked up when a message leaves for a person.
"""

__all__ = ["catalogue", "choice", "message"]
