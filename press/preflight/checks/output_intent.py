"""Output intent: the expected printing condition, with its profile."""

from collections.abc import Iterator
from io import BytesIO

from PIL import ImageCms

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "output-intent"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Without it nobody knows which paper and inks the CMYK values were meant for (ISO 15930-7, 6.2)."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    intents = [i for i in document.pdf.Root.get("/OutputIntents", ()) if i.get("/S") == "/GTS_PDFX"]
    fix = _("build the product anew")
    if len(intents) != 1:
        yield None, _("{count} output intents for PDF/X", count=len(intents)), fix
        return
    named, wanted = str(intents[0].get("/OutputConditionIdentifier", "")), document.expected.profile
    if named != wanted.condition:
        yield (
            None,
            _(
                "made for {named}, expected for {condition}",
                named=named or _("no condition"),
                condition=wanted.condition,
            ),
            fix,
        )
    if "/DestOutputProfile" not in intents[0]:
        yield None, _("no embedded profile"), fix
        return
    data = intents[0].DestOutputProfile.read_bytes()
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    except OSError:
        yield None, _("the embedded profile cannot be read"), fix
        return
    if (profile.device_class, profile.xcolor_space.strip()) != ("prtr", "CMYK"):
        yield None, _("the embedded profile is none for CMYK output"), fix
    elif data != wanted.data:
        yield None, _("the embedded profile is not {wanted}", wanted=wanted.name), fix
