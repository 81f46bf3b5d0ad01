"""Large print files: pages written in volumes, looked at in volumes, and small ones taken out of them."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Pdf
from tools import BUILT, make, plan

from press.build.context import BuildContext
from press.build.setting import set_products
from press.build.steps import check_products, finish_product
from press.pdf.extract import extract
from press.pdf.graphics.placed_forms import read_placed
from press.pdf.incremental_update import KIDS, append_volumes, make_volume, read_base
from press.pdf.opening import open_pdf
from press.pdf.page_tree import page_dict, page_dicts
from press.system.worker_pool import WorkerPool

needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed; .ci/run installs it")


def written(root: Path) -> Path:
    return root / BUILT / "print/bingo-3x3.pdf"


def base() -> bytes:
    """A file of one page, as stamping leaves it."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return out.getvalue()


def appended(count: int, volume: int, target: Path) -> Path:
    """So many pages, each with its number as a comment, in volumes of a size."""
    data = base()
    start = read_base(data)
    volumes = [
        make_volume(
            start,
            first,
            b"/Resources<<>>/MediaBox[0 0 100 100]",
            (b"%% page %d" % n for n in range(first, min(first + volume, count))),
        )
        for first in range(0, count, volume)
    ]
    assert append_volumes(data, start, volumes, target) == count
    return target


@needs_qpdf
@pytest.mark.parametrize("count", [1, KIDS - 1, KIDS, KIDS + 1, 3 * KIDS, 3 * KIDS + 7])
def test_pages_are_there_in_order_however_they_were_divided(count: int, tmp_path):
    files = [appended(count, volume, tmp_path / f"{volume}.pdf") for volume in (KIDS, 2 * KIDS, 100 * KIDS)]
    assert len({file.read_bytes() for file in files}) == 1
    checked = subprocess.run(["qpdf", "--check", files[0]], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    with pikepdf.open(files[0]) as pdf:
        assert not pdf.get_warnings()
        assert [page.Contents.read_bytes() for page in pdf.pages] == [b"%% page %d" % n for n in range(count)]
    assert len(pypdfium2.PdfDocument(files[0])) == count


def test_leaves_are_the_pages_that_were_asked_for(tmp_path):
    with open_pdf(appended(250, KIDS, tmp_path / "x.pdf")) as pdf:
        every = [page.objgen for page in page_dicts(pdf)]
        assert every == [page.obj.objgen for page in pdf.pages]
        assert [page.objgen for page in page_dicts(pdf, range(95, 205))] == every[95:205]
        assert page_dict(pdf, 249).objgen == every[249]
        with pytest.raises(IndexError):
            page_dict(pdf, 250)


def test_a_tree_that_goes_round_in_circles_is_refused(tmp_path):
    with open_pdf(appended(250, KIDS, tmp_path / "x.pdf")) as pdf:
        pdf.Root.Pages.Kids[0].Kids.append(pdf.Root.Pages)
        with pytest.raises(ValueError, match="circles"):
            list(page_dicts(pdf))


def test_an_extract_looks_like_the_pages_it_was_taken_from(sample_once):
    file = written(sample_once)
    with open_pdf(file) as pdf:
        few = extract(pdf, [1, 0])
    whole, taken = pypdfium2.PdfDocument(file), pypdfium2.PdfDocument(few)
    assert len(taken) == 2
    for place, page in enumerate([1, 0]):
        assert taken[place].render().to_pil().tobytes() == whole[page].render().to_pil().tobytes()
        assert taken[place].get_textpage().get_text_bounded() == whole[page].get_textpage().get_text_bounded() != ""


@pytest.mark.parametrize(
    "content, placed",
    [
        (b"/F0 Do", (("F0", 0, 0),)),
        (b"/F0 Do\nq 1 0 0 1 10.50 -2 cm/S3 Do Q", (("F0", 0, 0), ("S3", 10.5, -2))),
        (b"/F0 Do\n0 0 1 rg", None),
        (b"q 2 0 0 1 10 2 cm/S3 Do Q", None),
        (b"q 1 0 0 1 10 2 cm/S3 Do Q 1 0 0 rg", None),
        (b"% /F0 Do", None),
        (b"", None),
    ],
)
def test_only_pages_that_do_nothing_but_draw_parts_are_read_as_such(content: bytes, placed):
    assert read_placed(content) == placed


@pytest.fixture
def small_volumes(monkeypatch):
    """Volumes of a size that a test can afford."""
    for module in ("order.imposition", "preflight.survey", "preflight.document"):
        monkeypatch.setattr(f"press.{module}.VOLUME", KIDS)


def test_volumes_change_nothing(sample, small_volumes):
    """A file made and looked at in volumes is the one made in one go, and so is what preflight says of it."""
    in_volumes = make(sample, boards=KIDS + 30, only=("bingo-3x3",))
    data = written(sample).read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        for module in ("order.imposition", "preflight.survey", "preflight.document"):
            patch.setattr(f"press.{module}.VOLUME", 100 * KIDS)
        shutil.rmtree(sample / "build/standard")
        whole = make(sample, boards=KIDS + 30, only=("bingo-3x3",))
    assert written(sample).read_bytes() == data
    assert in_volumes.report.findings == whole.report.findings


FAULTS = [  # far from every page that is rendered
    (
        KIDS + 10,
        "boards",
        lambda content: re.sub(rb"cm/(S\d+) Do", lambda found: b"cm/S3 Do", content, count=2),
    ),
    (KIDS + 5, "sheets", lambda content: content.rpartition(b"\n")[0]),
]


def test_faults_in_a_later_volume_are_found_on_their_pages(sample, small_volumes):
    ordered = plan(sample, boards=KIDS + 30, only=("bingo-3x3",))
    context = BuildContext.begin(ordered, sample / "build", WorkerPool(1))
    (typeset,) = set_products(context, ordered.products)
    file = finish_product(context, typeset)
    (report,) = check_products(context, [typeset])
    assert not report.findings
    with pikepdf.open(BytesIO(file.path.read_bytes())) as pdf:
        for page, _, change in FAULTS:
            content = pdf.pages[page].obj.Contents
            content.write(change(content.read_bytes()))
        pdf.save(file.path)
    (report,) = check_products(context, [typeset])
    assert {finding.code for finding in report.findings} == {code for _, code, _ in FAULTS}
    assert {(code, page + 1) for page, code, _ in FAULTS} <= {(one.code, one.page) for one in report.findings}
