"""Characters that templates and code add to what editors write: every face of a brand must have them.

A test holds the list to the literals of the templates.
"""

QUOTES = "„“‚‘"  # around phrases and titles
JOINTS = "·–…×-/.,:()"  # between parts of a line; hyphens where words break
SHEET_IDS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # also row and column letters, numbers of phrases and pages

ADDED = frozenset(QUOTES + JOINTS + SHEET_IDS)
