"""Invoke tasks: they parse, call the press and print."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from invoke.context import Context
from invoke.exceptions import Exit as InvokeExit
from invoke.tasks import task

from press.cli.asked_names import let_names_be_missing
from press.cli.command_line import names, number
from press.cli.output import print_problems
from press.errors import Exit, PressError, Problem, choose_one
from press.paths import Project
from press.system.missing_packages import explaining_missing_packages
from press.system.os_errors import explaining_os_errors
from press.system.progress import Progress
from press.system.say import ready_streams, say
from press.system.signals import Interrupted, ignore_signals, raising_signals

ROOT = Path(__file__).parent
LINTERS = (
    "ruff check",
    "ruff format --check",
    "mypy",
    "mypy --platform win32 --cache-dir .mypy_cache/win32",  # what Windows' Python lacks
    "lint-imports --no-logo",
)
STARTED = ("deck", "order", "brand")  # by `invoke new`
EXTRA_DEV = "install the extra: `python -m pip install -e '.[dev]'`"

let_names_be_missing()

Body = Callable[..., None]


def press_task(**options: Any) -> Callable[[Body], Body]:
    """An invoke task that ends a PressError with its problems and its exit code, and a signal without a traceback."""

    def decorate(body: Body) -> Body:
        @wraps(body)
        def run(context: Context, *args: Any, **kwargs: Any) -> None:
            ready_streams()
            with raising_signals():
                try:
                    with explaining_missing_packages(), explaining_os_errors(ROOT):
                        body(context, *args, **kwargs)
                except (PressError, Interrupted) as end:
                    ignore_signals()
                    print_problems(end)
                    raise InvokeExit(code=int(end.exit_code)) from None

        decorated: Body = task(**options)(run)
        return decorated

    return decorate


@press_task(
    default=True,
    help={
        "order": "which order of content/orders to build",
        "brand": "another brand than the order's",
        "only": "only these items, comma-separated",
        "edition": "print, office or all",
        "boards": "so many boards of each bingo sheet",
        "seed": "another seed than the order's",
        "release": "refuse to build a draft",
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
    """Build an order: everything in it, ready for print."""
    from press.build.up_to_date import UpToDate

    project = Project.at(ROOT)
    asked = UpToDate.begin(project, order, brand, only, edition, boards, seed)
    if not release and (said := asked.said()) is not None:
        say(*said)
        return
    from press.build.build import build as build_order
    from press.cli.build_summary import build_report, items_left_out, nothing_changed, typography_notes
    from press.order.check import notes_of
    from press.order.plan import chosen_editions, make_plan
    from press.order.variant import Overrides

    overrides = Overrides(brand, names("--only", only), number("--boards", boards), number("--seed", seed))
    plan = make_plan(project, order, overrides, chosen_editions(edition))
    made = build_order(plan, Progress(), release)
    notes = [*items_left_out(plan), *typography_notes(notes_of([plan]))]
    say(*build_report(made, project), *notes)
    asked.note(plan.name, made.manifest.inputs, plan.fonts_outside, [nothing_changed(made.folder, project), *notes])


@press_task(
    help={
        "order": "which order of content/orders to build",
        "brand": "another brand than the order's",
        "only": "only these items, comma-separated",
        "edition": "print, office or all",
        "serve": "show the proof page meanwhile, loaded anew by itself, with what is wrong on top",
    }
)
def watch(
    context: Context,
    order: str = "standard",
    brand: str | None = None,
    only: str | None = None,
    edition: str = "all",
    serve: bool = False,
) -> None:
    """Build an order anew whenever content, assets or templates are edited, until Ctrl-C."""
    from press.watch.loop import Wanted
    from press.watch.loop import watch as watch_order

    for lines in watch_order(Project.at(ROOT), Wanted(order, brand, names("--only", only), edition), serve):
        say(*lines)


@press_task(
    help={
        "order": "which order's redirects",
        "brand": "those of the order in another brand",
    }
)
def links(context: Context, order: str = "standard", brand: str | None = None) -> None:
    """Write what sends an order's short addresses on, after a target has changed. Nothing is printed for it."""
    from press.build.relink import relink
    from press.cli.build_summary import draft_reasons, relinked
    from press.order.plan import make_plan
    from press.order.variant import Overrides

    project = Project.at(ROOT)
    plan = make_plan(project, order, Overrides(brand))
    open_ = draft_reasons(plan.draft_reasons) if plan.draft_reasons else []
    say(*relinked(relink(plan), project), *open_)


@press_task(help={"order": "which order's last build, or which variant's: standard--musterstadt"})
def proof(context: Context, order: str = "standard") -> None:
    """Show an order's proof page: open it in the browser, or say where it is."""
    import webbrowser

    from press.cli.output import has_display
    from press.delivery.last_build import proof_page

    page = proof_page(Project.at(ROOT), order)
    say(page.as_uri() if has_display() and webbrowser.open(page.as_uri()) else str(page))


@press_task(
    help={
        "order": "check this order alone, with what it names",
        "brand": "check that order, or the standard one, in another brand",
        "build": "check the last build of this order, or variant, instead: every file against its manifest",
    }
)
def check(context: Context, order: str | None = None, brand: str | None = None, build: str | None = None) -> None:
    """Check content, brands, orders and layouts, and that every text fits, without building."""
    from press.cli.build_summary import check_report, verified_order

    if build is not None:
        from press.delivery.verify_order import check_published

        say(verified_order(check_published(Project.at(ROOT), build), Project.at(ROOT)))
        return
    from press.build.fitting import check_fitting
    from press.order.variant import Overrides
    from press.system.worker_pool import WorkerPool

    one = order or ("standard" if brand else None)
    with WorkerPool(progress=Progress()) as workers:
        say(*check_report(check_fitting(Project.at(ROOT), workers, one, Overrides(brand))))


@press_task(
    name="list",
    help={"layout": "all about one layout and its options", "texts": "the shared texts, and what prints them"},
)
def list_(context: Context, layout: str | None = None, texts: bool = False) -> None:
    """List layouts, brands and orders; or texts."""
    from press.cli.listing import layout_card, listing, text_listing
    from press.layouts.layout_loading import load_layout

    project = Project.at(ROOT)
    if texts:
        say(*text_listing(project))
    else:
        say(*(layout_card(load_layout(project, layout)) if layout else listing(project)))


@press_task(
    help={
        "sheet_id": "the ID printed on the sheet",
        "order": "look only in this order, or in a variant of it that was built",
        "seed": "the seed of that print run, if it was not the order's",
        "layout": "look only among the boards of this layout",
    }
)
def verify(
    context: Context, sheet_id: str, order: str | None = None, seed: str | None = None, layout: str | None = None
) -> None:
    """Deal the board of a sheet ID again and print it."""
    from press.cli.listing import sheet_board
    from press.delivery.last_build import dealt
    from press.order.verify_sheet import verify as verify_sheet

    project, wanted_seed = Project.at(ROOT), number("--seed", seed)
    if order and (found := dealt(project, order)):
        order, wanted_seed = found[0], found[1] if wanted_seed is None else wanted_seed
    say(*sheet_board(verify_sheet(project, sheet_id, order, wanted_seed, layout)))


BRAND_HELP = {
    "id": "the name of its folder, if not made from the name",
    "colour": 'one to three colours, as "#0b5d4b,#f2a900", "C100 M30 Y20 K10", "HKS 43 = C100 M70 Y0 K0"',
    "logo": "a file: SVG, PDF, PNG or JPEG",
    "logo_on_accent": "another version for coloured ground",
    "website": "where the codes of this brand lead",
    "contact": "address, phone, e-mail as printed, with semicolons between lines",
    "imprint": "who answers for what is printed (V. i. S. d. P.)",
    "font": "font of everything: a family, or a folder or files of your own (TTF, OTF) with semicolons between them",
    "display": "font of titles and boards",
    "text": "font of everything else",
}


@press_task(
    help={
        "what": "deck, order or brand",
        "name": "what it is to be called",
        "from": "deck: a list of sentences, .xlsx, .ods, .csv or .txt",
        "sheet": "deck: which sheet of the list, if not the first",
        "phrases": "deck: the sentences themselves, with semicolons between them",
        "credit": "deck: where the phrases come from, as printed",
        "renumber": "deck: number the phrases as in the list, also those that have numbers",
        "update": "deck: change one that was written by hand",
        "for": "order: round, handouts, posters, with commas between them",
        "people": "order: for how many people",
        "printer": "order: who prints, shop, office or both",
        "decks": "order: from which decks, with commas between them",
        "brand": "order: in which brand",
        "link": "order: what codes lead to: podcast, website, newsletter, episode or an address",
    }
    | {key: f"brand: {text}" for key, text in BRAND_HELP.items()},
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
    id: str | None = None,
    colour: str | None = None,
    logo: str | None = None,
    logo_on_accent: str | None = None,
    website: str | None = None,
    contact: str | None = None,
    imprint: str | None = None,
    font: str | None = None,
    display: str | None = None,
    text: str | None = None,
) -> None:
    """Start a deck, an order or a brand, from a list or from answers. Asks for what is missing."""
    from press.cli.starting import started_brand, started_deck, started_order

    project = Project.at(ROOT)
    if what == "brand":
        options = _brand_options(colour, logo, logo_on_accent, website, contact, imprint, font, display, text)
        say(*started_brand(project, name, id, options))
    elif what == "deck":
        deck = {"from": from_, "sheet": sheet, "phrases": phrases, "credit": credit}
        say(*started_deck(project, name, deck, renumber, update))
    elif what == "order":
        order = {"purposes": for_, "people": people, "printer": printer, "decks": decks, "brand": brand, "link": link}
        say(*started_order(project, name, order))
    else:
        raise PressError(Problem("invoke new", f"`{what}` is nothing that can be started", choose_one(STARTED)))


@press_task(name="brand", help={"name": "the name as it is printed"} | BRAND_HELP, positional=["name"])
def brand_(
    context: Context,
    name: str,
    id: str | None = None,
    colour: str | None = None,
    logo: str | None = None,
    logo_on_accent: str | None = None,
    website: str | None = None,
    contact: str | None = None,
    imprint: str | None = None,
    font: str | None = None,
    display: str | None = None,
    text: str | None = None,
) -> None:
    """Start a new brand: its folder and a specimen to look at. Asks for what is missing."""
    from press.cli.starting import started_brand

    options = _brand_options(colour, logo, logo_on_accent, website, contact, imprint, font, display, text)
    say(*started_brand(Project.at(ROOT), name, id, options))


def _brand_options(*values: str | None) -> dict[str, str | None]:
    """What a brand is started with, by the names of its questions."""
    keys = ("colours", "logo", "logo_on_accent", "website", "contact", "imprint", "font", "display", "text")
    return dict(zip(keys, values, strict=True))


@press_task(help={"brand": "whose specimen"})
def specimen(context: Context, brand: str = "kleinstadtniveau") -> None:
    """Make a brand's specimen anew: colours, type, logo, a board and a code on one page."""
    from press.new_brand.specimen import FILE, build_specimen

    project = Project.at(ROOT)
    say(f"Made {project.name(build_specimen(project, brand) / FILE)}")


@press_task()
def gallery(context: Context) -> None:
    """Make the pictures of the README and of the editor's guide anew. (Wants the extra `test`.)"""
    from bench.gallery import make_gallery
    from bench.guide_pictures import make_guide_pictures

    project = Project.at(ROOT)
    say(*map(project.name, [*make_gallery(project, Progress()), *make_guide_pictures(project, Progress())]))


@press_task(
    help={
        "boards": "how many boards, comma-separated",
        "runs": "so many runs of each, in turn",
        "only": "only these lanes, comma-separated",
        "large": "50,000 boards, too",
        "readme": "make the README's picture anew",
    }
)
def bench(
    context: Context,
    boards: str = "100,1000,10000",
    runs: str = "3",
    only: str | None = None,
    large: bool = False,
    readme: bool = False,
) -> None:
    """Measure the press beside other ways to make the same sheets. (Wants the extra `bench`.)"""
    from bench.options import options
    from bench.session import bench as run_bench

    say(*run_bench(Project.at(ROOT), options(boards, runs, only, large, readme), Progress()))


@press_task()
def schemas(context: Context) -> None:
    """Write content/schemas/ and docs/auftrag.schema.json anew from the models."""
    from press.delivery.ticket.machine_ticket import write_ticket_schema
    from press.order.json_schemas import write_schemas

    project = Project.at(ROOT)
    say(*write_schemas(project), write_ticket_schema(project))


@press_task()
def clean(context: Context) -> None:
    """Empty build/."""
    from press.build.clean import clear

    clear(Project.at(ROOT))


@press_task(
    name="test",
    help={
        "only": "a part of a test's name",
        "quick": "units alone: nothing that builds an order, or starts a process or a browser",
        "thorough": "try what is tried at random as often as tests/README.md says",
    },
)
def run_tests(context: Context, only: str | None = None, quick: bool = False, thorough: bool = False) -> None:
    """Run the tests."""
    options = [*(["-k", only] if only else []), *(["--quick"] if quick else []), *(["--thorough"] if thorough else [])]
    raise InvokeExit(code=subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT).returncode)


@press_task()
def lint(context: Context) -> None:
    """Check style, types and the direction of imports. (Wants the extra `dev`.)"""
    failed = [linter for linter in LINTERS if _linted(*linter.split())]
    raise InvokeExit(code=Exit.BUG if failed else Exit.FINE)


def _linted(name: str, *options: str) -> int:
    """The exit code of a linter that is installed beside this Python."""
    program = shutil.which(name, path=sysconfig.get_path("scripts"))
    if not program:
        raise PressError(Problem("invoke lint", f"`{name}` is not installed", EXTRA_DEV), Exit.MACHINE)
    return subprocess.run([program, *options], cwd=ROOT).returncode
