"""The office edition: sRGB, no bleed, tagged; PDF/UA-1 and PDF/A-3a in one file."""

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.brand.palette import Palette, office_palette
from press.finishing.edition import Edition
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.saving import saved_plainly
from press.pdf.structure import Element, tables
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import on_screen
from press.typesetting.typst_facts import SetFacts
from press.typst_engine.compiler import Typesetter

STANDARDS = ("ua-1", "a-3a")


def _palette(plan: Plan, product: Product) -> Palette:
    return office_palette(plan.brand.value, plan.profile)


def _finish(
    plan: Plan,
    product: Product,
    typeset: bytes,
    facts: SetFacts,
    typesetter: Typesetter,
    target: Path,
    workers: WorkerPool,
) -> None:
    """Typst cannot mark the header cell of a row from a template: the first cell of each board row is made one."""
    with pikepdf.open(BytesIO(typeset)) as pdf:
        for row in (row for table in tables(pdf) for row in table.all("TR") if row.kids[0].kind == "TD"):
            first, *others = row.kids
            _make_row_header(first)
            for cell in others:
                _leave_to_scope(cell)
        target.write_bytes(saved_plainly(pdf))


def _make_row_header(cell: Element) -> None:
    cell.object.S = Name.TH
    cell.object.A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _leave_to_scope(cell: Element) -> None:
    """Typst lists a cell's column header alone; without a list, readers find column and row by their scopes."""
    for attributes in cell.object.A if isinstance(cell.object.get("/A"), Array) else [cell.object.get("/A")]:
        if attributes is not None and "/Headers" in attributes:
            del attributes["/Headers"]


EDITION = Edition(0.0, STANDARDS, tagged=True, forms=False, palette=_palette, logo=on_screen, finish=_finish)
