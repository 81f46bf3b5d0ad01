"""index.html and all it loads, written into the order's folder."""

from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from press import VERSION
from press.brand.palette import office_palette
from press.content.typography import grouped
from press.delivery.filenames import (
    ARGUMENTS,
    COMPARE,
    INDEX,
    MANIFEST,
    PROOF,
    REPORT,
    REPORT_PAGE,
    SNAPSHOT,
    TICKET,
)
from press.finishing.registry import edition_of
from press.links.redirect_folder import README as REDIRECTS_README
from press.proof import german as words
from press.proof.board_search import searchable, write_boards
from press.proof.code_links import code_links
from press.proof.compare import Comparison, Earlier, compare
from press.proof.findings import notes_by_place
from press.proof.html import as_script, render
from press.proof.lines import KINDS
from press.proof.products import ProductView, product_views
from press.proof.proof_model import ProofModel, ProofProduct
from press.proof.snapshot import snapshot, state_of
from press.proof.status import checked_editions, status_of
from press.web.web_fonts import width, write_fonts

STATIC = ("page.css", "page.js")
SHOWN_DIGITS = 16  # of a checksum, for people to compare


@dataclass(frozen=True)
class Download:
    file: str
    about: str
    size: str


@dataclass(frozen=True)
class Release:
    """A product as it is signed for: what, how many, and which file."""

    title: str
    edition: str
    copies: str
    sheets: str | None
    file: str
    checksum: str
    picture: str


def write_proof(order: ProofModel) -> None:
    """Writes index.html, proof/ and content.json; the same order gives the same bytes."""
    folder = order.work / PROOF
    folder.mkdir(exist_ok=True)
    notes, title = notes_by_place(order.report.findings), order.content.texts.value.title
    for name in STATIC:
        (folder / name).write_bytes(files("press.proof").joinpath("static", name).read_bytes())
    colours = {role: token["rgb"] for role, token in office_palette(order.brand, order.profile).items()}
    fonts = write_fonts(order.faces, folder, order.kept)
    _write(folder / "brand.css", render("brand.css", colours=colours, fonts=fonts))
    write_boards(order, folder)
    products = product_views(order, notes)
    _write(
        order.work / INDEX,
        render(
            "index.html",
            order=order.id,
            state=state_of(snapshot(order).as_bytes()),
            status_word=words.STATUS[order.report.status],
            checked=checked_editions(order),
            title=title,
            brand=order.brand.name,
            ems=width(order.faces[0], title),
            status=status_of(order, notes, products),
            products=products,
            kinds_there=_kinds(products),
            boards=searchable(order),
            links=code_links(order),
            redirects=REDIRECTS_README if order.addresses.short else None,
            downloads=_downloads(order),
            totals=_totals(order),
            releases=[_release(order.names[made.product.id], made) for made in order.made],
            version=VERSION,
        ),
    )
    (order.work / SNAPSHOT).write_bytes(snapshot(order).as_bytes())


def write_comparison(earlier: Earlier | None, work: Path, changed: datetime | None = None) -> Comparison:
    """Compares with the last published build, if there is one, and writes compare/: no part of the manifest, as
    machines differ in when content `changed`."""
    found = compare(earlier, work)
    folder = work / COMPARE
    folder.mkdir(exist_ok=True)
    _write(
        folder / "compare.js",
        as_script(render("compare.html", found=found, changed=changed and words.moment(changed)), "changes"),
    )
    return found


def _kinds(products: tuple[ProductView, ...]) -> tuple[str, ...]:
    """The lines that some page has."""
    there = {
        kind
        for product in products
        for edition in product.editions
        for leaf in edition.leaves
        for page in leaf.pages
        for kind in page.frame.kinds()
    }
    return tuple(kind for kind in KINDS if kind in there)


def _totals(order: ProofModel) -> list[tuple[int, str]]:
    """The order in a few numbers."""
    boards = sum(made.product.boards for made in order.firsts)
    sheets = sum(made.file.leaves * made.product.item.copies for made in order.firsts)
    totals = [
        (len(order.firsts), "Produkt" if len(order.firsts) == 1 else "Produkte"),
        (boards, "verschiedene Spielfelder"),
        (sheets, "Blatt Papier"),
    ]
    return [total for total in totals if total[0]]


def _downloads(order: ProofModel) -> list[Download]:
    """What lies in the folder to take along, if it is there: a refused order has no ticket and no package."""
    wanted = [(path.name, "Alles für die Druckerei in einer Datei") for path in sorted(order.work.glob("*.zip"))]
    wanted += [(TICKET, "Auftragszettel für die Druckerei"), (REPORT_PAGE, "Prüfbericht zum Lesen")]
    wanted += [
        (made.product.file, f"{order.names[made.product.id]}, {edition_of(made.product).german_name}")
        for made in order.made
    ]
    wanted += [(companion.entry, companion.about) for companion in order.companions]
    wanted += [(ARGUMENTS, "Die Argumente als Text für Website und Intranet"), (REPORT, "Prüfbericht für Maschinen")]
    found = [
        Download(name, about, words.file_size(order.work / name))
        for name, about in wanted
        if (order.work / name).exists()
    ]
    # It holds this page's checksum, so it is written later; a refused order has none.
    return found + (
        [Download(MANIFEST, "Herkunft und Prüfsummen aller Dateien", "")] if order.report.status != "fail" else []
    )


def _release(name: str, made: ProofProduct) -> Release:
    product, copies = made.product, made.product.item.copies
    return Release(
        name,
        edition_of(product).german_name,
        f"{grouped(copies)} × jedes Blatt" if product.boards else words.counted(copies, "Stück", "Stück"),
        " bis ".join(product.span) if product.span else None,
        product.file,
        made.file.sha256[:SHOWN_DIGITS],
        made.pictures[0].file,
    )


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
