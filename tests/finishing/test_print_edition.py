"""The print edition as a print shop meets it: boxes, marks, plates, what the files say and what they must not hold."""

import re
import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
import typst
from pikepdf import Dictionary, Name, Stream
from PIL import Image
from preflight.separations import print_files, trimmed
from tools import BUILT, ORDER, PATIENCE_S, PODCAST, edit, make, make_elsewhere, manifest, plan

from press.colour.printing_condition import load_profile
from press.errors import PressError
from press.finishing.pdfx import Finish, to_pdfx
from press.paths import Project
from press.pdf.page_boxes import MM, Geometry
from press.preflight.separations import render_plates

LIMIT = 300  # %, of the bundled profile
RGB = re.compile(rb"/(DeviceRGB|CalRGB|CalGray|Lab|ICCBased)\b")
NOT_IN_PRINT = {
    "/Annots",
    "/Group",
    "/StructTreeRoot",
    "/StructParents",
    "/MarkInfo",
    "/Outlines",
    "/AcroForm",
    "/OpenAction",
    "/AA",
    "/Names",
    "/Dests",
    "/SMask",
    "/ArtBox",
}


@pytest.fixture(scope="module")
def printed(standard) -> list[Path]:
    """The standard order's files for the print shop."""
    return print_files(standard)


def test_qpdf_finds_nothing_wrong(printed):
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    for file in printed:
        done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, timeout=PATIENCE_S)
        assert done.returncode == 0, done.stdout + done.stderr


def test_boxes(printed):
    for file in printed:
        with pikepdf.open(file) as pdf:
            for page in pdf.pages:
                trim, bleed, media = (
                    [float(v) / MM for v in page.obj[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
                )
                assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((210, 297), abs=0.1)
                assert [t - b for t, b in zip(trim, bleed)] == pytest.approx([3, 3, -3, -3], abs=0.05)
                assert all(b - m > 2 for b, m in zip(bleed[:2], media[:2])) and all(
                    m - b > 2 for b, m in zip(bleed[2:], media[2:])
                )


def test_nothing_but_ink_and_pages(printed):
    for file in printed:
        assert not NOT_IN_PRINT & keys(file.read_bytes()) and not RGB.search(plain(file.read_bytes()))
        with pikepdf.open(file) as pdf:
            assert not pdf.is_encrypted and pdf.pdf_version == "1.6"
            operators = {str(op) for stream in content_streams(pdf) for _, op in pikepdf.parse_content_stream(stream)}
            assert "k" in operators and not {"rg", "RG", "ri", "sh", "INLINE IMAGE"} & operators


def test_finishing_takes_away_what_print_must_not_hold(standard):
    """Our layouts may set none of it today; what a layout will set tomorrow is dropped all the same."""
    geometry, created = Geometry(210, 297), datetime(2026, 1, 1)
    profile = load_profile(Project.at(standard), "fogra39", "order:1")
    size = f"width: {geometry.width + 6}mm, height: {geometry.height + 6}mm"
    typeset = typst.compile(
        (
            f'#set page({size})\n= Heading\n#link("https://example.org")[link] '
            "#text(luma(50%))[gray] #box(fill: luma(200), [on gray])"
        ).encode(),
        format="pdf",
        pdf_standards=["1.6"],
        pdf_tags=True,
    )
    with pikepdf.open(BytesIO(typeset)) as pdf:
        assert "/Annots" in pdf.pages[0].obj and {"/StructTreeRoot", "/Outlines"} <= set(pdf.Root.keys())
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency)
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        held = BytesIO()
        pdf.save(held)
    assert RGB.search(plain(typeset))
    slug = typst.compile(b"#set page(width: 230mm, height: 317mm)", format="pdf", pdf_tags=False)
    finished = to_pdfx(held.getvalue(), Finish("Probe", geometry, profile, created, slug))
    assert not RGB.search(plain(finished)) and not NOT_IN_PRINT & keys(finished)


def test_the_output_intent_is_the_bundled_profile_of_the_paper(printed, standard):
    profile = standard / "assets/icc/FOGRA47L_uncoated_280.icc"
    for file in printed:
        with pikepdf.open(file) as pdf:
            (intent,) = pdf.Root.OutputIntents
            assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA47")
            assert intent.DestOutputProfile.read_bytes() == profile.read_bytes() and intent.DestOutputProfile.N == 4


def test_metadata_and_info_agree(printed):
    for file in printed:
        with pikepdf.open(file) as pdf:
            info, root = pdf.docinfo, ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
            assert pdf.trailer.ID[0]
        said = {element.tag.split("}")[-1]: "".join(element.itertext()).strip() for element in root.iter()}
        assert said["GTS_PDFXVersion"] == str(info.GTS_PDFXVersion) == "PDF/X-4"
        assert (said["title"], said["Producer"], said["CreatorTool"]) == (
            str(info.Title),
            str(info.Producer),
            str(info.Creator),
        )
        assert said["Trapped"] == str(info.Trapped).strip("/") == "False"
        for xmp, key in (("CreateDate", "/CreationDate"), ("ModifyDate", "/ModDate")):
            assert "D:" + re.sub(r"[-:T]", "", said[xmp]) == str(info[key])
        assert {"DocumentID", "InstanceID", "VersionID", "RenditionClass", "MetadataDate"} <= set(said)


def test_the_slug_line_says_what_a_loose_sheet_is(printed, standard):
    products = {
        product["file"].split("/")[-1]: product
        for product in manifest(standard)["products"]
        if product["edition"] == "print"
    }
    for file in printed:
        document, product = pypdfium2.PdfDocument(file), products[file.name]
        for page in document:
            line = page.get_textpage().get_text_bounded(0, 0, page.get_width(), 7 * MM)
            assert all(
                part in line
                for part in ("standard", "ENTWURF", product["first_sheet"] or "", product["last_sheet"] or "")
            )
            assert "ENTWURF" not in page.get_textpage().get_text_bounded(*page.get_trimbox())
        document.close()


def test_ink_stays_below_the_limit_on_every_page(printed):
    for file in printed:
        with pikepdf.open(file) as pdf:
            for plates in render_plates([page.obj for page in pdf.pages], 72):
                inside = Image.merge("CMYK", [trimmed(plates[name], 72) for name in "CMYK"])
                assert max(sum(inks) for _, inks in inside.getcolors(inside.width * inside.height)) / 2.55 <= LIMIT


@pytest.mark.parametrize(
    "find, put, line",
    [
        ("layout: argumente", "layout: argumente\n    colours: 4/0", r"    colours: "),
        ("link: podcast", "link: podcast\ncolours: 1/0", r"colours: "),
        ("layout: bingo-3x3", "layout: bingo-3x3\n    colours: 4/4", r"    colours: "),
    ],
)
def test_colours_must_fit_the_sides(project, find: str, put: str, line: str):
    edit(project / ORDER, find, put)
    number = next(
        n
        for n, text in enumerate((project / ORDER).read_text(encoding="utf-8").splitlines(), 1)
        if re.match(line, text)
    )
    with pytest.raises(PressError) as error:
        plan(project)
    assert [problem.where for problem in error.value.problems] == [f"{ORDER}:{number}"] and error.value.exit_code == 2


def test_the_same_bytes_in_another_process_zone_and_hash(sample, sample_once):
    make_elsewhere(sample, TZ="Pacific/Auckland", PYTHONHASHSEED="7", LC_ALL="C")
    files = sorted((sample_once / BUILT / "print").glob("*.pdf"))
    assert len(files) >= 2 and all(
        file.read_bytes() == (sample / BUILT / "print" / file.name).read_bytes() for file in files
    )


def test_short_links_can_be_printed_too(sample):
    """A shorter link makes a coarser code, not one that is refused."""
    text = (sample / PODCAST).read_text(encoding="utf-8").replace("probefunk.example", "a.example")
    (sample / PODCAST).write_text(text, encoding="utf-8")
    assert make(sample).report.status == "draft"


def content_streams(pdf: pikepdf.Pdf):
    yield from pdf.pages
    yield from (thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/Subtype") == "/Form")


def keys(data: bytes) -> set[str]:
    """The keys of every object in a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        things = (*pdf.objects, pdf.Root, *(page.obj for page in pdf.pages))
        return {key for thing in things if isinstance(thing, (Dictionary, Stream)) for key in thing}


def plain(data: bytes) -> bytes:
    """A file with all of its streams unpacked."""
    with pikepdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def page_count(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
