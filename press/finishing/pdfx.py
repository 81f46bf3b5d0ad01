"""PDF/X-4 (ISO 15930-7): Typst's pages with boxes, marks, plain gray and an output intent."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import cycle

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from press.colour.icc_profile import REGISTRY, OutputProfile
from press.finishing.black_overprint import overprint_black
from press.finishing.printers_marks import crop_marks, line_marks
from press.finishing.xmp import print_metadata
from press.layouts.layout import Lines
from press.order.product import PageLines
from press.pdf.page_boxes import Geometry
from press.pdf.saving import saved as saved_packed

MARKS = Name("/PressMarks")
NO_LINES = PageLines(Lines(), Lines())
NOT_FOR_PRINT = (
    "/Outlines",
    "/StructTreeRoot",
    "/MarkInfo",
    "/Names",
    "/Dests",
    "/OpenAction",
    "/AA",
    "/PageMode",
    "/AcroForm",
)
NOT_ON_A_PAGE = ("/Annots", "/Group", "/StructParents", "/Tabs", "/AA", "/ArtBox")


@dataclass(frozen=True)
class Finish:
    """What finishing needs to know of a product; `slug` is a one-page PDF of the slug line, media wide; none where
    nothing stands around the pages. `lines` are those of the front and, on two sides, of the back."""

    title: str
    geometry: Geometry
    profile: OutputProfile
    created: datetime
    slug: bytes | None
    lines: tuple[PageLines, ...] = (NO_LINES,)
    multiple: int = 1  # pages come in as many: blank ones are added


def to_pdfx(typeset: bytes, finish: Finish) -> bytes:
    """Typst's PDF (trim + bleed, CMYK, untagged) as PDF/X-4: the same input gives the same bytes."""
    with pikepdf.open(BytesIO(typeset)) as pdf:
        _pad(pdf, finish.multiple)
        marks = make_marks(pdf, finish)
        before, after = (pdf.make_stream(part) for part in framing(finish))
        for page, own in zip(pdf.pages, cycle(marks)):
            _frame_page(page, finish.geometry, before, after, own)
        finish_document(pdf, finish, typeset)
        pdf.remove_unreferenced_resources()
        return saved(pdf, pikepdf.ObjectStreamMode.generate)


def _pad(pdf: Pdf, multiple: int) -> None:
    """Adds blank pages, as large as the last one, until there is a whole number of leaves or folded sheets."""
    size = [float(side) for side in pdf.pages[-1].mediabox]
    while len(pdf.pages) % multiple:
        pdf.add_blank_page(page_size=(size[2] - size[0], size[3] - size[1]))
        pdf.pages[-1].obj.Contents = pdf.make_stream(b"")
        pdf.pages[-1].obj.Resources = Dictionary()


def finish_document(pdf: Pdf, finish: Finish, typeset: bytes) -> None:
    """What belongs to the file, not to a page: plain gray, black that overprints, output intent, Info and XMP; IDs hang
    on the content."""
    _make_gray_plain(pdf)
    overprint_black(pdf)
    drop(pdf.Root, NOT_FOR_PRINT)
    _set_output_intent(pdf, finish.profile)
    _describe(pdf, finish, hashlib.sha256(typeset).hexdigest())


def make_marks(pdf: Pdf, finish: Finish) -> tuple[pikepdf.Object | None, ...]:
    """Marks and slug line as a form that pages share: one of fronts and, on two sides, one of backs."""
    if finish.slug is None:
        return (None,)
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    with pikepdf.open(BytesIO(finish.slug)) as source:
        slug = pdf.copy_foreign(source.pages[0].as_form_xobject())
    drop(slug, NOT_ON_A_PAGE)
    registration = Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    return tuple(
        pdf.make_indirect(
            Stream(
                pdf,
                b"\n".join((crop_marks(finish.geometry), line_marks(finish.geometry, lines), b"/Slug Do")),
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=[0, 0, *finish.geometry.media],
                Resources=Dictionary(ColorSpace=Dictionary(All=registration), XObject=Dictionary(Slug=slug)),
            )
        )
        for lines in finish.lines
    )


def framing(finish: Finish) -> tuple[bytes, bytes]:
    """What goes before and after a page's own content: moved into the media, clipped at the bleed; marks."""
    left, bottom, right, top = finish.geometry.bleed_box
    before = (
        f"q {left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n 1 0 0 1 {left:.3f} {bottom:.3f} cm\n"
    )
    return before.encode(), f"\nQ {MARKS} Do".encode() if finish.slug is not None else b"\nQ"


def _frame_page(
    page: pikepdf.Page, geometry: Geometry, before: Stream, after: Stream, marks: pikepdf.Object | None
) -> None:
    page.mediabox, page.trimbox = Array(geometry.media_box), Array(geometry.trim_box)
    page.bleedbox = Array(geometry.bleed_box)
    page.obj.CropBox = page.mediabox
    content = page.obj.Contents
    page.obj.Contents = Array([before, *(content if isinstance(content, Array) else [content]), after])
    if "/XObject" not in page.obj.Resources:
        page.obj.Resources.XObject = Dictionary()
    if marks is not None:
        page.obj.Resources.XObject[MARKS] = marks
    drop(page.obj, NOT_ON_A_PAGE)


def _make_gray_plain(pdf: Pdf) -> None:
    """ICC-based gray becomes DeviceGray, which prints as black alone; groups of embedded pages go."""
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            if thing.get("/Subtype") == "/Form":
                drop(thing, ("/Group",))
            if "/ColorSpace" in thing and _is_icc_gray(thing.ColorSpace):
                thing.ColorSpace = Name.DeviceGray
            spaces = _resource_spaces(thing)
        elif isinstance(thing, Dictionary):
            spaces = thing.get("/ColorSpace", _resource_spaces(thing))
        else:
            continue
        if isinstance(spaces, Dictionary):
            for key, space in spaces.items():
                if _is_icc_gray(space):
                    spaces[key] = Name.DeviceGray


def _resource_spaces(thing: pikepdf.Object) -> pikepdf.Object:
    return thing.get("/Resources", Dictionary()).get("/ColorSpace", Dictionary())


def _is_icc_gray(space: pikepdf.Object) -> bool:
    return isinstance(space, Array) and len(space) == 2 and space[0] == "/ICCBased" and space[1].get("/N") == 1


def _set_output_intent(pdf: Pdf, profile: OutputProfile) -> None:
    stream = pdf.make_stream(profile.data, N=4)
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name("/GTS_PDFX"),
                    OutputConditionIdentifier=profile.condition,
                    OutputCondition=profile.condition,
                    RegistryName=REGISTRY,
                    Info=profile.name,
                    DestOutputProfile=stream,
                )
            )
        ]
    )


def _describe(pdf: Pdf, finish: Finish, fingerprint: str) -> None:
    """Info and XMP, which PDF/X wants to agree; IDs hang on the content."""
    date = finish.created.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=finish.title,
            Creator="press",
            Producer="press",
            CreationDate=date,
            ModDate=date,
            Trapped=Name("/False"),
            GTS_PDFXVersion="PDF/X-4",
        )
    )
    document = uuid.uuid5(uuid.NAMESPACE_OID, fingerprint)
    pdf.Root.Metadata = pdf.make_stream(
        print_metadata(finish.title, finish.created, document), Type=Name.Metadata, Subtype=Name.XML
    )


def drop(thing: pikepdf.Object, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in thing:
            del thing[key]


def saved(pdf: Pdf, objects: pikepdf.ObjectStreamMode) -> bytes:
    return saved_packed(pdf, objects, force_version="1.6", fix_metadata_version=False)
