"""Invoke tasks: they parse, call the press and print."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit as InvokeExit

from press.cli.asked_names import let_names_be_missing
from press.cli.command_line import names, number
from press.cli.language_option import speak_for_help
from press.cli.press_task import tasks_at
from press.errors import Exit, PressError, Problem, choose_one
from press.language.catalogue import said
from press.language.choice import spoken
from press.language.message import _
from press.paths import Project
from press.system.progress import Progress
from press.system.say import say

ROOT = Path(__file__).parent
LINTERS = (
    "ruff check",
    "ruff format --check",
    "mypy",
    "mypy --platform win32 --cache-dir .mypy_cache/win32",  # what Windows' Python lacks
    "lint-imports --no-logo",
)
STARTED = ("deck", "order", "brand")  # by `invoke new`
EXTRA_DEV = _("install the extra: `python -m pip install -e '.[dev]'`")

let_names_be_missing()
speak_for_help(sys.argv)

press_task = tasks_at(ROOT)


@press_task(
    _("Build an order: everything in it, ready for print."),
    default=True,
    help={
        "order": _("which order of content/orders to build"),
        "brand": _("another brand than the order's"),
        "only": _("only these items, comma-separated"),
        "edition": _("print, office or all"),
        "boards": _("so many boards of each bingo sheet"),
        "seed": _("another seed than the order's"),
        "release": _("refuse to build a draft"),
    },
)
def build(
    context: Context,
    order: str = "standard",
    brand: str | None = None,
    only: str | None = None,
    edition: str = "all",
    boards: str | None = None,
    seed: str | None = None,
    release: bool = False,
) -> None:
    from press.build.up_to_date import UpToDate

    project = Project.at(ROOT)
    asked = UpToDate.begin(project, order, brand, only, edition, boards, seed, spoken())
    if not release and (told := asked.said()) is not None:
        say(*told)
        return
    from press.build.build import build as build_order
    from press.cli.build_summary import build_report, items_left_out, nothing_changed
    from press.cli.check_summary import typography_notes
    from press.order.check import notes_of
    from press.order.plan import chosen_editions, make_plan
    from press.order.variant import Overrides
    from press.system.worker_pool import WorkerPool

    overrides = Overrides(brand, names("--only", only), number("--boards", boards), number("--seed", seed))
    progress = Progress()
    with WorkerPool(progress=progress) as workers:
        workers.begin_copies()
        plan = make_plan(project, order, overrides, chosen_editions(edition))
        made = build_order(plan, progress, release, workers)
    notes = [*items_left_out(plan), *typography_notes(notes_of([plan]))]
    say(*build_report(made, project), *notes)
    told = [said(line) for line in (nothing_changed(made.folder, project), *notes)]
    asked.note(plan.name, made.manifest.inputs, plan.fonts_outside, told)


@press_task(
    _("Build an order anew whenever content, assets or templates are edited, until Ctrl-C."),
    help={
        "order": _("which order of content/orders to build"),
        "brand": _("another brand than the order's"),
        "only": _("only these items, comma-separated"),
        "edition": _("print, office or all"),
        "serve": _("show the proof page meanwhile, loaded anew by itself, with what is wrong on top"),
    },
)
def watch(
    context: Context,
    order: str = "standard",
    brand: str | None = None,
    only: str | None = None,
    edition: str = "all",
    serve: bool = False,
) -> None:
    from press.watch.loop import Wanted
    from press.watch.loop import watch as watch_order

    for lines in watch_order(Project.at(ROOT), Wanted(order, brand, names("--only", only), edition), serve):
        say(*lines)


@press_task(
    _("Write what sends an order's short addresses on, after a target has changed. Nothing is printed for it."),
    help={
        "order": _("which order's redirects"),
        "brand": _("those of the order in another brand"),
    },
)
def links(context: Context, order: str = "standard", brand: str | None = None) -> None:
    from press.build.relink import relink
    from press.cli.build_summary import relinked
    from press.cli.check_summary import draft_reasons
    from press.order.plan import make_plan
    from press.order.variant import Overrides

    project = Project.at(ROOT)
    plan = make_plan(project, order, Overrides(brand))
    open_ = draft_reasons(plan.draft_reasons) if plan.draft_reasons else []
    say(*relinked(relink(plan), project), *open_)


@press_task(
    _("Show an order's proof page: open it in the browser, or say where it is."),
    help={"order": _("which order's last build, or which variant's: standard--musterstadt")},
)
def proof(context: Context, order: str = "standard") -> None:
    import webbrowser

    from press.cli.output import has_display
    from press.delivery.last_build import proof_page

    page = proof_page(Project.at(ROOT), order)
    say(page.as_uri() if has_display() and webbrowser.open(page.as_uri()) else str(page))


@press_task(
    _("Check content, brands, orders and layouts, and that every text fits, without building."),
    help={
        "order": _("check this order alone, with what it names"),
        "brand": _("check that order, or the standard one, in another brand"),
        "build": _("check the last build of this order, or variant, instead: every file against its manifest"),
    },
)
def check(context: Context, order: str | None = None, brand: str | None = None, build: str | None = None) -> None:
    from press.cli.check_summary import check_report, verified_order

    if build is not None:
        from press.delivery.verify_order import check_published

        say(verified_order(check_published(Project.at(ROOT), build), Project.at(ROOT)))
        return
    from press.build.up_to_date import UpToDate

    project, one = Project.at(ROOT), order or ("standard" if brand else None)
    asked = UpToDate.begin(project, "check", one, brand, spoken())
    if (told := asked.said()) is not None:
        say(*told)
        return
    from press.brand.faces import outside
    from press.build.fitting import check_fitting
    from press.build.inputs import checked_sums
    from press.order.variant import Overrides
    from press.system.worker_pool import WorkerPool

    with WorkerPool(progress=Progress()) as workers:
        workers.begin_copies()
        found = check_fitting(project, workers, one, Overrides(brand))
    say(*(report := check_report(found)))
    told = [said(line) for line in report]
    asked.note(None, checked_sums(found.checked), outside(found.checked.faces, project.root), told)


@press_task(
    _("List layouts, brands and orders; or texts."),
    name="list",
    help={"layout": _("all about one layout and its options"), "texts": _("the shared texts, and what prints them")},
)
def list_(context: Context, layout: str | None = None, texts: bool = False) -> None:
    from press.cli.listing import layout_card, listing, text_listing
    from press.layouts.layout_loading import load_layout

    project = Project.at(ROOT)
    if texts:
        say(*text_listing(project))
    else:
        say(*(layout_card(load_layout(project, layout)) if layout else listing(project)))


@press_task(
    _("Deal the board of a sheet ID again and print it."),
    help={
        "sheet_id": _("the ID printed on the sheet"),
        "order": _("look only in this order, or in a variant of it that was built"),
        "seed": _("the seed of that print run, if it was not the order's"),
        "layout": _("look only among the boards of this layout"),
    },
)
def verify(
    context: Context, sheet_id: str, order: str | None = None, seed: str | None = None, layout: str | None = None
) -> None:
    from press.cli.listing import sheet_board
    from press.delivery.last_build import dealt
    from press.order.verify_sheet import verify as verify_sheet

    project, wanted_seed = Project.at(ROOT), number("--seed", seed)
    if order and (found := dealt(project, order)):
        order, wanted_seed = found[0], found[1] if wanted_seed is None else wanted_seed
    say(*sheet_board(verify_sheet(project, sheet_id, order, wanted_seed, layout)))


BRAND_HELP = {
    "id": _("the name of its folder, if not made from the name"),
    "colour": _('one to three colours, as "#0b5d4b,#f2a900", "C100 M30 Y20 K10", "HKS 43 = C100 M70 Y0 K0"'),
    "logo": _("a file: SVG, PDF, PNG or JPEG"),
    "logo_on_accent": _("another version for coloured ground"),
    "website": _("where the codes of this brand lead"),
    "contact": _("address, phone, e-mail as printed, with semicolons between lines"),
    "imprint": _("who answers for what is printed (V. i. S. d. P.)"),
    "font": _("font of everything: a family, or a folder or files of your own (TTF, OTF) with semicolons between them"),
    "display": _("font of titles and boards"),
    "text": _("font of everything else"),
}


@press_task(
    _("Start a deck, an order or a brand, from a list or from answers. Asks for what is missing."),
    help={
        "what": _("deck, order or brand"),
        "name": _("what it is to be called"),
        "from": _("deck: a list of sentences, .xlsx, .ods, .csv or .txt"),
        "sheet": _("deck: which sheet of the list, if not the first"),
        "phrases": _("deck: the sentences themselves, with semicolons between them"),
        "credit": _("deck: where the phrases come from, as printed"),
        "renumber": _("deck: number the phrases as in the list, also those that have numbers"),
        "update": _("deck: change one that was written by hand"),
        "for": _("order: round, handouts, posters, with commas between them"),
        "people": _("order: for how many people"),
        "printer": _("order: who prints, shop, office or both"),
        "decks": _("order: from which decks, with commas between them"),
        "brand": _("order: in which brand"),
        "link": _("order: what codes lead to: podcast, website, newsletter, episode or an address"),
    },
    texts={key: _("brand: {what}", what=text) for key, text in BRAND_HELP.items()},
    positional=["what", "name"],
)
def new(
    context: Context,
    what: str,
    name: str,
    from_: str | None = None,
    sheet: str | None = None,
    phrases: str | None = None,
    credit: str | None = None,
    renumber: bool = False,
    update: bool = False,
    for_: str | None = None,
    people: str | None = None,
    printer: str | None = None,
    decks: str | None = None,
    brand: str | None = None,
    link: str | None = None,
    **of_brand: str | None,
) -> None:
    from press.cli.starting import started_brand, started_deck, started_order

    project = Project.at(ROOT)
    if what == "brand":
        say(*started_brand(project, name, of_brand))
    elif what == "deck":
        deck = {"from": from_, "sheet": sheet, "phrases": phrases, "credit": credit}
        say(*started_deck(project, name, deck, renumber, update))
    elif what == "order":
        order = {"purposes": for_, "people": people, "printer": printer, "decks": decks, "brand": brand, "link": link}
        say(*started_order(project, name, order))
    else:
        raise PressError(
            Problem("invoke new", _("`{what}` is nothing that can be started", what=what), choose_one(STARTED))
        )


@press_task(
    _("Start a new brand: its folder and a specimen to look at. Asks for what is missing."),
    name="brand",
    help={"name": _("the name as it is printed")},
    texts=BRAND_HELP,
    positional=["name"],
)
def brand_(context: Context, name: str, **of_brand: str | None) -> None:
    from press.cli.starting import started_brand

    say(*started_brand(Project.at(ROOT), name, of_brand))


@press_task(
    _("Make a brand's specimen anew: colours, type, logo, a board and a code on one page."),
    help={"brand": _("whose specimen")},
)
def specimen(context: Context, brand: str = "kleinstadtniveau") -> None:
    from press.new_brand.specimen import FILE, build_specimen

    project = Project.at(ROOT)
    say(_("Made {path}", path=project.name(build_specimen(project, brand) / FILE)))


@press_task(_("Bring the catalogues of messages up to date, and compile them. (Wants the extra `test`.)"))
def messages(context: Context) -> None:
    raise InvokeExit(code=subprocess.run([sys.executable, "tests/language/catalogues.py"], cwd=ROOT).returncode)


@press_task(_("Make the pictures of the README and of the editor's guide anew. (Wants the extra `test`.)"))
def gallery(context: Context) -> None:
    from bench.gallery import make_gallery
    from bench.guide_pictures import make_guide_pictures

    project = Project.at(ROOT)
    say(*map(project.name, [*make_gallery(project, Progress()), *make_guide_pictures(project, Progress())]))


@press_task(
    _("Measure the press beside other ways to make the same sheets. (Wants the extra `bench`.)"),
    help={
        "boards": _("how many boards, comma-separated"),
        "runs": _("so many runs of each, in turn"),
        "only": _("only these lanes, comma-separated"),
        "large": _("50,000 boards, too"),
        "readme": _("make the README's picture anew"),
    },
)
def bench(
    context: Context,
    boards: str = "100,1000,10000",
    runs: str = "3",
    only: str | None = None,
    large: bool = False,
    readme: bool = False,
) -> None:
    from bench.options import options
    from bench.session import bench as run_bench

    say(*run_bench(Project.at(ROOT), options(boards, runs, only, large, readme), Progress()))


@press_task(_("Write content/schemas/ and docs/auftrag.schema.json anew from the models."))
def schemas(context: Context) -> None:
    from press.delivery.ticket.machine_ticket import write_ticket_schema
    from press.order.json_schemas import write_schemas

    project = Project.at(ROOT)
    say(*write_schemas(project), write_ticket_schema(project))


@press_task(_("Empty build/."))
def clean(context: Context) -> None:
    from press.build.clean import clear

    clear(Project.at(ROOT))


@press_task(
    _("Run the tests."),
    name="test",
    help={
        "only": _("a part of a test's name"),
        "quick": _("units alone: nothing that builds an order, or starts a process or a browser"),
        "thorough": _("try what is tried at random as often as tests/README.md says"),
    },
)
def run_tests(context: Context, only: str | None = None, quick: bool = False, thorough: bool = False) -> None:
    options = [*(["-k", only] if only else []), *(["--quick"] if quick else []), *(["--thorough"] if thorough else [])]
    raise InvokeExit(code=subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT).returncode)


@press_task(_("Check style, types and the direction of imports. (Wants the extra `dev`.)"))
def lint(context: Context) -> None:
    failed = [linter for linter in LINTERS if _linted(*linter.split())]
    raise InvokeExit(code=Exit.BUG if failed else Exit.FINE)


def _linted(name: str, *options: str) -> int:
    """The exit code of a linter that is installed beside this Python."""
    program = shutil.which(name, path=sysconfig.get_path("scripts"))
    if not program:
        raise PressError(Problem("invoke lint", _("`{name}` is not installed", name=name), EXTRA_DEV), Exit.MACHINE)
    return subprocess.run([program, *options], cwd=ROOT).returncode
