"""The press without stamps: its own layout, each board set anew with all that stands around it; then PDF/X-4."""

from pathlib import Path

from bench.clock import Clock
from bench.lanes import FINISHING, SETTING, Lane
from bench.work import ORDER, Work


def _run(work: Work, target: Path, clock: Clock) -> None:
    from press import EDITION_DATE
    from press.build.context import BuildContext
    from press.build.setting import SetProduct, product_job
    from press.build.steps import finish_request
    from press.finishing.registry import edition_of
    from press.order.plan import make_plan
    from press.order.variant import Overrides
    from press.system.worker_pool import WorkerPool
    from press.typesetting.typst_facts import SetFacts

    with clock("reading"):
        plan = make_plan(work.project, ORDER, Overrides(boards=work.count), ("print",))
        (product,) = plan.products
    context, edition = BuildContext.begin(plan, plan.project.build, WorkerPool(1)), edition_of(product)
    with clock(SETTING):
        typesetter = context.typesetter(product)
        job = product_job(context, product, form=False, typesetter=typesetter)
        typeset = typesetter.pdf(job, EDITION_DATE, edition.standards, edition.tagged)
    with clock(FINISHING):
        live = SetProduct(product, SetFacts((), (), product.boards, None), typeset)
        edition.finish(finish_request(context, live), target, context.workers)


LANE = Lane(
    "unstamped",
    "the press without stamps",
    2,
    "the press's own layout, every board set in full on its page; then PDF/X-4",
    "looking for what runs over, preflight",
    _run,
    most=100,
)
