"""Identity: the file says that it is PDF/X-4, in both places, and that it is not trapped."""

from typing import Iterator

from press.preflight.subject import Subject

CODE = "pdfx"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Workflows sort files by what they say they are (ISO 15930-7, 6.10 and 6.11)."

VERSION = b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    pdf, fix = subject.pdf, "build the product anew"
    if "/Metadata" not in pdf.Root or VERSION not in pdf.Root.Metadata.read_bytes():
        yield None, "the metadata do not name PDF/X-4", fix
    if str(pdf.docinfo.get("/Trapped", "")) not in ("/False", "/True"):
        yield None, "nothing says whether the file is trapped", fix
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield None, "no document title", fix
    if pdf.pdf_version > "1.6":
        yield None, f"PDF {pdf.pdf_version}, PDF/X-4 ends at 1.6", fix
