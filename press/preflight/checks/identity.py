"""Identity: the file says that it is PDF/X-4, in both places, and that it is not trapped."""

import re
from collections.abc import Iterator
from html import unescape

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "pdfx"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Workflows sort files by what they say they are (ISO 15930-7, 6.10 and 6.11)."

DATES = ("CreateDate", "ModifyDate", "MetadataDate")
VERSION = b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    pdf, fix = document.pdf, _("build the product anew")
    metadata = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    if VERSION not in metadata:
        yield None, _("the metadata do not name PDF/X-4"), fix
    if missing := [tag for tag in DATES if f"<xmp:{tag}>".encode() not in metadata]:
        yield None, _("the metadata lack {missing}", missing=", ".join(missing)), fix
    title = re.search(rb"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", metadata, re.DOTALL)
    if title and unescape(title[1].decode()) != str(pdf.docinfo.get("/Title", "")):
        yield None, _("the title in the metadata is not the one in the file's information"), fix
    if warnings := pdf.get_warnings():
        yield None, _("the file is damaged ({warnings})", warnings=warnings[0]), fix
    if str(pdf.docinfo.get("/Trapped", "")) not in ("/False", "/True"):
        yield None, _("nothing says whether the file is trapped"), fix
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield None, _("no document title"), fix
    if pdf.pdf_version > "1.6":
        yield None, _("PDF {pdf_version}, PDF/X-4 ends at 1.6", pdf_version=pdf.pdf_version), fix
