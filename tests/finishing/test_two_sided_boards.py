"""Boards on both sides of their leaves: an even number of pages, the blank one in the file and known to preflight."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from catalogue.setting import order
from tools import SAMPLE, copy_project, edit

from press.build.context import BuildContext
from press.build.setting import SetProduct, set_product
from press.build.steps import check_products, finish_product
from press.delivery.finished_file import FinishedFile
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.system.worker_pool import WorkerPool

pytestmark = pytest.mark.long


@dataclass(frozen=True)
class Made:
    context: BuildContext
    typeset: SetProduct
    file: FinishedFile

    def found(self) -> set[str]:
        (report,) = check_products(self.context, [self.typeset])
        return {finding.code for finding in report.findings}


@pytest.fixture(scope="module")
def two_sided(tmp_path_factory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("two-sided") / "project", SAMPLE)
    edit(root / "templates/layouts/bingo-3x3.typ", "sides: 1,", 'sides: 2,\n  duplex: "long-edge",')
    return root


def made(root: Path, boards: int, marks: bool) -> Made:
    order(root, [{"layout": "bingo-3x3", "boards": boards}], decks=["probe"], marks=marks)
    plan = make_plan(Project.at(root), "probe", Overrides(), ("print",))
    context = BuildContext.begin(plan, plan.project.build, WorkerPool(1))
    typeset = set_product(context, plan.products[0])
    return Made(context, typeset, finish_product(context, typeset))


@pytest.mark.parametrize("boards, pages, marks", [(2, 2, True), (3, 4, False)])
def test_leaves_are_whole(two_sided: Path, boards: int, pages: int, marks: bool):
    one = made(two_sided, boards, marks)
    assert (one.file.pages, one.file.blank) == (pages, pages - boards) and one.found() == set()
    with pypdfium2.PdfDocument(one.file.path) as document:
        inside = [page.render(scale=0.5).to_pil().convert("L").crop((30, 30, 250, 380)) for page in document]
        assert len({page.get_trimbox() for page in document}) == 1
    blank = [picture.getextrema() == (255, 255) for picture in inside]
    assert blank == [False] * boards + [True] * (pages - boards)


def test_what_is_no_blank_page_is_refused(two_sided: Path):
    one = made(two_sided, 1, True)
    good = one.file.path.with_suffix(".good")
    shutil.copy(one.file.path, good)
    assert one.found() == set()
    with pikepdf.open(good) as pdf:
        pdf.pages[-1].obj.Contents = pdf.pages[0].obj.Contents
        pdf.save(one.file.path)
    assert "pages" in one.found()
    with pikepdf.open(good) as pdf:
        del pdf.pages[-1]
        pdf.save(one.file.path)
    assert "pages" in one.found()
