"""What goes with an order's files: to the print shop, and to the website."""

from collections.abc import Sequence
from pathlib import Path

from press.brand.brand import Brand
from press.content import markdown
from press.delivery.filenames import ARGUMENTS, TICKET
from press.delivery.finished_file import FinishedFile
from press.delivery.job_ticket import make_ticket
from press.delivery.package import make_package
from press.finishing.edition import Deliverable
from press.finishing.registry import edition_of
from press.order.plan import Plan
from press.typst_engine.compiler import Typesetter


def write_deliverables(plan: Plan, files: Sequence[FinishedFile], work: Path, typesetter: Typesetter) -> None:
    """Writes all that the editions of the files come with. The package holds the ticket and the report, which is there.

    Raises PressError if the ticket cannot be set.
    """
    wanted = frozenset[Deliverable]().union(*(edition_of(file.product).deliverables for file in files))
    if Deliverable.TICKET in wanted:
        (work / TICKET).write_bytes(make_ticket(plan, files, work, typesetter))
    if Deliverable.PACKAGE in wanted:
        make_package(plan.name, bool(plan.draft_reasons), files, work)
    if Deliverable.ARGUMENTS in wanted:
        (work / ARGUMENTS).write_bytes(markdown.arguments(plan.content, _sender(plan.brand.value)).encode())


def _sender(brand: Brand) -> markdown.Sender:
    return markdown.Sender(brand.name, brand.website, tuple(brand.contact), brand.imprint)
