"""Recipes: what the file says of itself, what it carries along, and how it is locked."""

from io import BytesIO

from pikepdf import (
    Array,
    AttachedFileSpec,
    Dictionary,
    Encryption,
    Name,
    OutlineItem,
    Pdf,
)
from PIL import ImageCms

from preflight.recipe import breaks, saved

SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


@breaks("interactive")
def link(pdf: Pdf):
    target = Dictionary(S=Name.URI, URI="https://example.org/")
    pdf.pages[1].obj.Annots = Array(
        [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 200], A=target))]
    )


@breaks("interactive")
def script_by_name(pdf: Pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=["start", SCRIPT]))


@breaks("interactive")
def script_on_opening(pdf: Pdf):
    pdf.Root.OpenAction = SCRIPT


@breaks("interactive")
def script_on_a_page(pdf: Pdf):
    pdf.pages[0].obj.AA = Dictionary(O=SCRIPT)


@breaks("interactive")
def form_fields(pdf: Pdf):
    pdf.Root.AcroForm = Dictionary(Fields=[])


@breaks("interactive")
def attachment(pdf: Pdf):
    pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, b"notes", filename="notes.txt")


@breaks("interactive")
def attachment_by_association(pdf: Pdf):
    """As PDF/A-3 has them: no name tree needed."""
    held = pdf.make_stream(b"notes", Type=Name.EmbeddedFile)
    pdf.Root.AF = Array([pdf.make_indirect(Dictionary(Type=Name.Filespec, F="notes.txt", EF=Dictionary(F=held)))])


@breaks("interactive")
def bookmarks(pdf: Pdf):
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Start", 0))


@breaks("interactive")
def encrypted(pdf: Pdf):
    return saved(pdf, encryption=Encryption(owner="secret", user=""))


@breaks("interactive", stumbles=True)
def locked_with_a_password(pdf: Pdf):
    return saved(pdf, encryption=Encryption(owner="secret", user="open"))


@breaks("pdfx")
def table_of_objects_damaged(pdf: Pdf):
    """Readers mend such a file without a word; a machine at the print shop may not."""
    data = saved(pdf)
    start = data.rindex(b"startxref\n") + len(b"startxref\n")
    return data[:start] + b"12345\n%%EOF\n"


@breaks("output-intent", stumbles=True)
def no_pdf_at_all(pdf: Pdf):
    return b"Dear printer, the file follows."


@breaks("output-intent")
def output_intent_missing(pdf: Pdf):
    del pdf.Root.OutputIntents


@breaks("output-intent")
def two_output_intents(pdf: Pdf):
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


@breaks("output-intent")
def profile_not_embedded(pdf: Pdf):
    del pdf.Root.OutputIntents[0].DestOutputProfile


@breaks("output-intent")
def profile_broken(pdf: Pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(b"no profile", N=4)


@breaks("output-intent")
def profile_for_rgb(pdf: Pdf):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(profile, N=3)


@breaks("output-intent")
def profile_changed(pdf: Pdf):
    """Still a profile for CMYK output, but not the one that was expected."""
    data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    data[len(data) // 2] ^= 0xFF
    ImageCms.ImageCmsProfile(BytesIO(data))
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(bytes(data), N=4)


@breaks("output-intent")
def another_condition(pdf: Pdf):
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = "FOGRA51"


@breaks("pdfx")
def metadata_without_a_version(pdf: Pdf):
    _describe(pdf, b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", b"")


@breaks("pdfx")
def metadata_missing(pdf: Pdf):
    del pdf.Root.Metadata


@breaks("pdfx")
def metadata_that_contradict_the_info(pdf: Pdf):
    title = str(pdf.docinfo.Title).encode()
    _describe(pdf, title, b"Another title")


@breaks("pdfx")
def metadata_without_dates(pdf: Pdf):
    """ISO 15930-7, 6.10, wants CreateDate, ModifyDate and MetadataDate."""
    _describe(pdf, b"xmp:ModifyDate", b"xmp:SomeDate")


@breaks("pdfx")
def trapped_not_said(pdf: Pdf):
    del pdf.docinfo.Trapped


@breaks("pdfx")
def title_missing(pdf: Pdf):
    del pdf.docinfo.Title


@breaks("pdfx")
def too_new_a_version(pdf: Pdf):
    return saved(pdf, force_version="1.7")


def _describe(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Rewrites the metadata; what is not there to be replaced fails."""
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))
