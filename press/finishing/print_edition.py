"""The print edition: ink, bleed, PDF/X-4, untagged; boards are stamped into a form."""

from pathlib import Path

from press import EDITION_DATE
from press.brand.brand import Brand
from press.brand.palette import Palette, print_palette
from press.colour.icc_profile import OutputProfile
from press.finishing.edition import Deliverable, Edition, FinishRequest
from press.finishing.pdfx import Finish, to_pdfx
from press.finishing.slug_line import slug_job, slug_text
from press.finishing.stamped_pages import stamp_pages
from press.order.product import page_lines
from press.pdf.page_boxes import Geometry
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import in_ink
from press.typesetting.single_page import set_single_page

SAFE_MM = 4.0  # a cut is up to a millimetre off, and text that nearly touches it looks cut


class PrintEdition(Edition):
    def palette(self, brand: Brand, profile: OutputProfile, colours: str) -> Palette:
        return print_palette(brand, profile, colours)

    def finish(self, request: FinishRequest, target: Path, workers: WorkerPool) -> None:
        geometry = self.geometry(request.product)
        product = request.product
        slug = self._slug(request, geometry) if product.frame.marks else None
        lines = tuple(page_lines(product, page) for page in range(1, product.layout.sides + 1))
        finish = Finish(
            request.title, geometry, self.profile(product), EDITION_DATE, slug, lines, product.pages_multiple
        )
        if request.stamped:
            stamp_pages(request.typeset, request.stamped, finish, target, workers)
        else:
            target.write_bytes(to_pdfx(request.typeset, finish))

    def _slug(self, request: FinishRequest, geometry: Geometry) -> bytes:
        """The slug line as a PDF of one page."""
        product, profile = request.product, self.profile(request.product)
        text = slug_text(request.order_id, product, profile.condition, request.draft)
        palette = self.palette(request.brand, profile, product.colours)
        job = slug_job(text, product, geometry, request.brand, palette)
        return set_single_page(
            request.typesetter,
            job,
            self.standards,
            self.tagged,
            where=lambda key: f"order {request.order_id}",
        )


PRINT = PrintEdition(
    name="print",
    german_name="Druckausgabe",
    german_use="für die Druckerei, mit Anschnitt und Schnittmarken",
    safe=SAFE_MM,
    standards=("1.6",),  # the version PDF/X-4 is built on
    tagged=False,
    forms=True,
    logo=in_ink,
    deliverables=frozenset({Deliverable.TICKET, Deliverable.PACKAGE}),
)
