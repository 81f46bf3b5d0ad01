"""Pages that belong to no product: specimen, job ticket, slug line. They are set if every text on them fits."""

from collections.abc import Callable

from press import EDITION_DATE
from press.errors import refuse_if
from press.typesetting.overflow import overflow_problem
from press.typesetting.typst_facts import read_facts
from press.typst_engine.compiler import Job, Typesetter


def set_single_page(
    typesetter: Typesetter, job: Job, standards: tuple[str, ...], tagged: bool, where: Callable[[str], str]
) -> bytes:
    """The job as PDF; `where` names the place of a text by the key that templates give it.

    Raises PressError with every text that runs over its place.
    """
    page = str(job["template"])
    facts = read_facts(typesetter.facts(job), None, page)
    refuse_if(overflow_problem(where(fit.text or ""), fit, page) for fit in facts.fits if fit.over > 0)
    return typesetter.pdf(job, EDITION_DATE, standards, tagged)
