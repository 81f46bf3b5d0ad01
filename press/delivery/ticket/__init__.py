"""What tells a print shop what to do: the job ticket for people and for machines, and the preflight report to read.

Each product's facts are worked out once, for ticket and proof page alike.
"""

__all__ = ["file_names", "job_ticket", "machine_ticket", "paperwork_check", "product_facts", "report_page"]
