"""The office edition: sRGB, no bleed, tagged; PDF/UA-1 and PDF/A-3a in one file."""

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.brand.brand import Brand
from press.brand.palette import Palette, office_palette
from press.colour.icc_profile import OutputProfile
from press.finishing.bookmarks import gather_bookmarks
from press.finishing.edition import Deliverable, Edition, FinishRequest
from press.finishing.link_contents import describe_links
from press.finishing.tagging import shape_tags
from press.order.product import Product
from press.pdf.page_boxes import Geometry
from press.pdf.saving import saved_plainly
from press.pdf.structure import Element, elements, tables
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import on_screen

SAFE_MM = 6.0  # office printers leave about 5 mm of the paper white


class OfficeEdition(Edition):
    def profile(self, product: Product) -> OutputProfile:
        """Whatever paper the print edition has: a screen has none."""
        return product.stock.screen

    def geometry(self, product: Product) -> Geometry:
        """The paper as it lies in the printer."""
        return Geometry(*product.trim, bleed=0.0, slug=0.0)

    def pages(self, product: Product, count: int) -> int:
        """None is added: readers leaf on the screen, and printers turn by themselves."""
        return count

    def palette(self, brand: Brand, profile: OutputProfile, colours: str = "") -> Palette:
        return office_palette(brand, profile, colours)

    def finish(self, request: FinishRequest, target: Path, workers: WorkerPool) -> None:
        """What Typst cannot say from a template: tags it has no element for, header cells of rows, where links lead;
        and bookmarks of many boards put together."""
        with pikepdf.open(BytesIO(request.typeset)) as pdf:
            shape_tags(pdf)
            for row in (
                row for table in tables(elements(pdf)) for row in table.all("TR")[1:] if row.kids[0].kind == "TD"
            ):
                first, *others = row.kids
                _make_row_header(first)
                for cell in others:
                    _leave_to_scope(cell)
            describe_links(pdf, request.link_words)
            gather_bookmarks(pdf)
            _print_at_its_size(pdf)
            target.write_bytes(saved_plainly(pdf))


def finished_paper(data: bytes) -> bytes:
    """What goes with an order's files, finished as they are: tagged by meaning, and not to be scaled."""
    with pikepdf.open(BytesIO(data)) as pdf:
        shape_tags(pdf)
        _print_at_its_size(pdf)
        return saved_plainly(pdf)


def _print_at_its_size(pdf: pikepdf.Pdf) -> None:
    """Asks print dialogs not to scale (ISO 32000-1, 12.2): a code, a card and a fold must keep their size, and all that
    matters is where office printers reach."""
    if "/ViewerPreferences" not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    pdf.Root.ViewerPreferences.PrintScaling = Name("/None")


def _make_row_header(cell: Element) -> None:
    cell.object.S = Name.TH
    cell.object.A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _leave_to_scope(cell: Element) -> None:
    """Typst lists a cell's column header alone; without a list, readers find column and row by their scopes."""
    for attributes in cell.attributes:
        if "/Headers" in attributes:
            del attributes["/Headers"]


OFFICE = OfficeEdition(
    name="office",
    german_name="Büroausgabe",
    german_use="für den Bürodrucker, zum Mailen und für die Website",
    safe=SAFE_MM,
    standards=("ua-1", "a-3a"),
    tagged=True,
    forms=False,
    logo=on_screen,
    deliverables=frozenset({Deliverable.ARGUMENTS}),
)
