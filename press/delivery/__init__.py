"""What goes with the products: previews, job ticket, manifest and ZIP, published in one move.

A published order is held against its manifest here.
"""

__all__ = [
    "code_pictures",
    "companion",
    "deliverables",
    "filenames",
    "finished_file",
    "last_build",
    "manifest",
    "preview",
    "publish",
    "record",
    "strays",
    "ticket",
    "verify_order",
    "waiting",
    "working_folder",
]
