"""The finished file looked at as a print shop and a reader would, held against what was expected.

One check, one file, in `checks`; a check that cannot run is a finding.
"""

__all__ = ["expected", "finding", "report", "runner"]
