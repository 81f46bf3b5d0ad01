"""Type size: nothing too small to read."""

CODE = "type-size"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "Below 6 pt type fills in or breaks on offset paper, and most people cannot read it."

LEAST_PRINT_PT, LEAST_OFFICE_PT = 6.0, 7.0  # an office printer is coarser than a plate
