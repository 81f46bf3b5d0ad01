"""What goes with the products: previews, job ticket, manifest and ZIP, published in one move.

A published order is held against its manifest here.
"""

__all__ = ["filenames", "job_ticket", "last_build", "manifest", "package", "preview", "publish", "verify_order"]
