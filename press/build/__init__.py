"""The order of steps: from a plan to a published order, taking over what has not changed.

Whoever wants to know how a build goes begins at `build.build`.
"""

__all__ = [
    "build",
    "clean",
    "context",
    "fitting",
    "inputs",
    "kept_products",
    "relink",
    "setting",
    "steps",
    "up_to_date",
]
