"""The steps of a build after setting, each done for several products: from what Typst set to checked files with
pictures."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from press.build.context import BuildContext
from press.build.setting import SetProduct
from press.delivery.finished_file import FinishedFile, read_finished
from press.delivery.preview import make_previews, shown_pages
from press.finishing.edition import FinishRequest
from press.finishing.registry import edition_of
from press.language.message import _
from press.links.link_wording import link_words
from press.preflight.expected import expected_of
from press.preflight.runner import Report, preflight
from press.proof.findings import concerned_pages

Result = TypeVar("Result")
Look = Callable[[FinishedFile], None]  # somebody who wants to see files before they are checked


def finish_products(context: BuildContext, typeset: Sequence[SetProduct], look: Look | None) -> list[FinishedFile]:
    """Writes each product's file, finished for its edition; `look` is shown each as soon as it lies there."""
    files = []
    for file in _each(context, finish_product, typeset, _("finishing")):
        if look:
            look(file)
        files.append(file)
    return files


def check_products(context: BuildContext, typeset: Sequence[SetProduct]) -> list[Report]:
    """Preflight of each finished file."""
    return list(_each(context, _check, typeset, _("preflight")))


def preview_products(context: BuildContext, files: Sequence[FinishedFile], reports: Sequence[Report]) -> None:
    """Pictures of each file's pages, of those with findings before others."""
    pairs = list(zip(files, reports))
    for _done in context.workers.map_with_progress(partial(_preview, context.alone), pairs, _("previews")):
        pass


def finish_product(context: BuildContext, set_: SetProduct) -> FinishedFile:
    target = context.work / set_.product.file
    target.parent.mkdir(parents=True, exist_ok=True)
    edition_of(set_.product).finish(finish_request(context, set_), target, context.workers)
    return read_finished(set_.product, context.work, _blank(set_))


def _blank(set_: SetProduct) -> int:
    """Pages that finishing adds, so that a folder can be made of all."""
    pages = set_.product.sheets.pages if set_.product.sheets else set_.facts.pages
    return edition_of(set_.product).pages(set_.product, pages) - pages


def finish_request(context: BuildContext, set_: SetProduct) -> FinishRequest:
    plan, product = context.plan, set_.product
    return FinishRequest(
        order_id=plan.id,
        draft=bool(plan.draft_reasons),
        product=product,
        title=product.title(plan.content),
        typeset=set_.typeset,
        stamped=set_.facts.stamped,
        brand=plan.brand.value,
        typesetter=context.typesetter(product),
        link_words=link_words(plan.content, plan.brand.value, product.target.link),
    )


def _check(context: BuildContext, set_: SetProduct) -> Report:
    plan, product = context.plan, set_.product
    expected = expected_of(product, plan.content, plan.brand.value, set_.facts, plan.addresses)
    return preflight(context.work / product.file, expected, context.workers)


def _preview(context: BuildContext, looked_at: tuple[FinishedFile, Report]) -> None:
    file, report = looked_at
    pages = shown_pages(file.pages, file.product.layout.sides, concerned_pages(report.findings))
    marks = edition_of(file.product).geometry(file.product).outside_bleed
    make_previews(file.path, context.work, file.product.pictures, pages, marks)


def _each(
    context: BuildContext,
    step: Callable[[BuildContext, SetProduct], Result],
    typeset: Sequence[SetProduct],
    doing: str,
) -> Iterator[Result]:
    """A step done for every product, one after the other. Small ones are shared out; of a large one, its volumes."""
    small = [set_ for set_ in typeset if not set_.is_large]
    shared = context.workers.map_with_progress(partial(step, context.alone), small, doing) if small else iter(())
    if len(small) == len(typeset):
        yield from shared  # to its end, where progress is told
    else:  # a large one shares out its own work: it waits until the small ones are done
        done = iter(list(shared))
        yield from (step(context, set_) if set_.is_large else next(done) for set_ in typeset)
