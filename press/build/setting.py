"""Setting, the first steps of a build: from products to what Typst makes of them, and says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from press import EDITION_DATE
from press.brand.ground import ground_roles
from press.build.context import BuildContext
from press.finishing.registry import edition_of
from press.language.message import _
from press.order.product import Product
from press.typesetting.job import brand_tokens, make_job
from press.typesetting.job_schema import Job
from press.typesetting.logos import placed
from press.typesetting.typst_facts import SetFacts, read_facts
from press.typst_engine.compiler import Typesetter


@dataclass(frozen=True)
class SetProduct:
    """A product as Typst set it."""

    product: Product
    facts: SetFacts
    typeset: bytes

    @property
    def is_large(self) -> bool:
        """Whether its pages come in several volumes."""
        return self.product.sheets is not None and len(self.product.sheets.volumes) > 1


def set_products(context: BuildContext, products: Sequence[Product]) -> list[SetProduct]:
    """What Typst makes of products, and says of them. Raises PressError."""
    work = partial(set_product, context.alone)
    return list(context.workers.map_with_progress(work, products, _("setting")))


def set_facts(context: BuildContext, product: Product) -> SetFacts:
    """What Typst says of a product, without its file: of boards as a form, which holds each text of theirs once."""
    form = product.sheets is not None
    typesetter = context.typesetter(product)
    job = product_job(context, product, form, typesetter)
    return read_facts(typesetter.facts(job), product.sheets, job["template"])


def set_product(context: BuildContext, product: Product) -> SetProduct:
    """As a form with stamps if its edition has such, else with every board live."""
    edition = edition_of(product)
    form = edition.forms and product.sheets is not None
    typesetter = context.typesetter(product)
    job = product_job(context, product, form, typesetter)
    facts = read_facts(typesetter.facts(job), product.sheets if form else None, job["template"])
    typeset = typesetter.pdf(job, EDITION_DATE, edition.standards, edition.tagged)
    return SetProduct(product, facts, typeset)


def product_job(context: BuildContext, product: Product, form: bool, typesetter: Typesetter) -> Job:
    """As a `form`, or with every board live; its logos are put on the stage."""
    plan, edition, brand = context.plan, edition_of(product), context.plan.brand.value
    profile = edition.profile(product)
    logos = placed(plan.logos, edition.logo, brand, profile, typesetter, product.colours)
    ground = ground_roles(product.ground, brand, profile)
    tokens = brand_tokens(brand, edition.palette(brand, profile, product.colours), logos, ground, plan.display_extents)
    return make_job(product, plan.content, tokens, edition.geometry(product).bleed, form, typesetter.templates.uses)
