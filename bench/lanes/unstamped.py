"""The press without stamps: its own layout, each board set anew with all that stands around it; then PDF/X-4."""

from pathlib import Path

from bench.clock import Clock
from bench.lanes import FINISHING, SETTING, Lane
from bench.work import ORDER, Work


def _run(work: Work, target: Path, clock: Clock) -> None:
    from press import EDITION_DATE
    from press.finishing.edition import edition_of
    from press.finishing.pdfx import Finish, to_pdfx
    from press.finishing.slug_line import slug_job
    from press.order.order import Overrides
    from press.order.plan import make_plan
    from press.pdf.page_boxes import Geometry
    from press.typesetting.job import brand_tokens, make_job
    from press.typesetting.logos import placed
    from press.typst_engine.compiler import Typesetter
    from press.typst_engine.template_imports import closure

    with clock("reading"):
        plan = make_plan(work.project, ORDER, Overrides(boards=work.count), ("print",))
        (product,) = plan.products
    with clock(SETTING):
        edition, brand = edition_of(product), plan.brand.value
        typesetter = Typesetter(plan.project, tuple(face.folder for face in plan.faces), plan.project.build / "desk")
        palette = edition.palette(plan, product)
        tokens = brand_tokens(
            brand, palette, placed(plan.logos, edition.logo, brand, plan.profile, typesetter, product.colours)
        )
        job = make_job(
            product,
            plan.content,
            tokens,
            edition.bleed,
            form=False,
            uses=closure(plan.project, product.layout.name).uses,
        )
        typeset = typesetter.pdf(job, EDITION_DATE, edition.standards, edition.tagged)
    with clock(FINISHING):
        geometry = Geometry(*product.trim)
        slug = typesetter.pdf(slug_job(plan, product, geometry, palette), EDITION_DATE, edition.standards, tagged=False)
        target.write_bytes(
            to_pdfx(typeset, Finish(product.title(plan.content), geometry, plan.profile, EDITION_DATE, slug))
        )


LANE = Lane(
    "unstamped",
    "the press without stamps",
    2,
    "the press's own layout, every board set in full on its page; then PDF/X-4",
    "looking for what runs over, preflight",
    _run,
    most=100,
)
