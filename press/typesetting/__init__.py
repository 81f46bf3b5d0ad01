"""The contract between Python and Typst: the job that templates read, and the facts that come back.

Codes, logos and stamp slots are prepared here.
"""

__all__ = [
    "job",
    "job_schema",
    "logos",
    "overflow",
    "qr_code",
    "single_page",
    "stamp_slots",
    "typst_facts",
]
