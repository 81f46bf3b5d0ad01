"""Logos on their way to the press: a layout of the test's own places them on both grounds; set, finished, checked."""

from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw

from press.build.context import BuildContext
from press.build.setting import set_products
from press.build.steps import check_products, finish_product
from press.order.plan import make_plan
from press.pdf.graphics.inventory import of_all_pages
from press.system.worker_pool import WorkerPool

LAYOUT = """\
#import "../lib/logo.typ": logo
#let facts = (title: "Probe", about: "Logos on both grounds", trim: (210, 297), sides: 1)
#metadata(facts) <layout>
#let layout(job, brand) = page(background: place(dy: 100mm, rect(width: 100%, height: 60mm, fill: brand.accent)), {
  place(dx: 20mm, dy: 20mm, logo(brand, 18mm))
  place(dx: 20mm, dy: 110mm, logo(brand, 18mm, on: "accent"))
})
"""


ORDER = "about: a probe\nbrand: opfer\ndecks: [kleinstadtniveau]\nitems:\n  - layout: probe\n"


def drawn(mode: str, ground, ink, size: tuple[int, int] = (700, 400)) -> Image.Image:
    picture = Image.new(mode, size, ground)
    ImageDraw.Draw(picture).ellipse((50, 50, 350, 350), fill=ink)
    return picture


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


COATED_PAPER, UNCOATED_PAPER = "Bilderdruck matt, 135 g/m²", "Offset weiß, 120 g/m²"


def printed(victim, file: str, data: bytes, colours: str = "4/0", paper: str = UNCOATED_PAPER) -> pikepdf.Pdf:
    """The print PDF of the probe with this logo on both grounds."""
    (victim.folder / file).write_bytes(data)
    victim.change("on-paper: wappen.svg", f"on-paper: {file}")
    victim.change("  on-accent: wappen-hell.svg\n", "")
    return built(victim, colours, paper)


def built(victim, colours: str = "4/0", paper: str = UNCOATED_PAPER) -> pikepdf.Pdf:
    (victim.project.layouts / "probe.typ").write_text(LAYOUT, encoding="utf-8")
    victim.project.order("probe").write_text(f"{ORDER}    colours: {colours}\n    paper: {paper}\n", encoding="utf-8")
    plan = make_plan(victim.project, "probe", editions=("print",))
    context = BuildContext.begin(plan, victim.project.build, WorkerPool(1))
    (typeset,) = set_products(context, plan.products)
    file = finish_product(context, typeset)
    (report,) = check_products(context, [typeset])
    assert {finding.code for finding in report.findings} <= {"placeholder"}, report.findings
    return pikepdf.open(file.path)


def spaces(pdf: pikepdf.Pdf) -> set[str]:
    return {mark.colour.space for mark in of_all_pages(pdf).first_pages}


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]


def ink_pdf() -> bytes:
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Contents = pdf.make_stream(b"0.1 0.8 0.7 0 k 10 10 100 80 re f")
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
