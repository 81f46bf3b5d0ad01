"""What recipes draw with. Places are in mm from the lower left corner of the trim, sizes in mm or pt as named."""

import re
from io import BytesIO

import pypdfium2
import typst
import zxingcpp
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from preflight.recipe import saved
from press.pdf.page_boxes import MM
from press.typesetting.qr_code import encode

# White knocks out; black prints over its ground, filled or stroked.
WHITE, BLACK = "/Knocking gs 0 0 0 0 k", "/Printing gs 0 0 0 1 k 0 0 0 1 K"
SETTINGS = {"/Knocking": (False, 0), "/Printing": (True, 1)}


def draw(pdf: Pdf, content: str, page: int = 0, under: bool = False, **resources: Object) -> None:
    """Adds content to a page, over all that it holds or under it; a resource `F` is found as `/F`."""
    target = pdf.pages[page]
    for name, thing in resources.items():
        target.add_resource(thing, _kind(thing), Name(f"/{name}"))
    target.obj.Resources = _with_settings(target.obj.get("/Resources", Dictionary()))
    target.contents_add(f"q {content} Q".encode(), prepend=under)


def _with_settings(resources: Object) -> Object:
    known = resources.get("/ExtGState", Dictionary())
    for name, (over, mode) in SETTINGS.items():
        known[name] = Dictionary(OP=over, op=over, OPM=mode)
    resources.ExtGState = known
    return resources


def _kind(thing: Object) -> Name:
    if isinstance(thing, Stream):
        return Name.XObject
    if isinstance(thing, (Array, Name)):
        return Name.ColorSpace
    return Name.Font if thing.get("/Type") == "/Font" else Name.ExtGState


def at(pdf: Pdf, x: float, y: float, page: int = 0) -> tuple[float, float]:
    """A place as PDF counts it, in pt."""
    left, bottom, *_ = pdf.pages[page].trimbox
    return float(left) + x * MM, float(bottom) + y * MM


def rectangle(pdf: Pdf, x: float, y: float, width: float, height: float) -> str:
    """A path to fill or to stroke."""
    left, bottom = at(pdf, x, y)
    return f"{left:.3f} {bottom:.3f} {width * MM:.3f} {height * MM:.3f} re"


def form(pdf: Pdf, content: str, **entries: Object) -> Stream:
    """A form; its content may lie anywhere on the page."""
    resources = _with_settings(entries.pop("Resources", Dictionary()))
    return pdf.make_stream(
        content.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[-2000, -2000, 2000, 2000],
        Resources=resources,
        **entries,
    )


def image(
    pdf: Pdf, pixels: tuple[int, int], space: Object = Name.DeviceCMYK, colour: bytes = bytes(4), **entries: Object
) -> Stream:
    """An image of one colour; one byte gives eight pixels if it has 1 bit."""
    width, height = pixels
    data = colour * (-(-width // 8) * height if entries.get("BitsPerComponent") == 1 else width * height)
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=space,
        **{"BitsPerComponent": 8} | entries,
    )


def place(pdf: Pdf, x: float, y: float, width: float, height: float, name: str = "/I") -> str:
    """Draws an image into a rectangle."""
    left, bottom = at(pdf, x, y)
    return f"{width * MM:.3f} 0 0 {height * MM:.3f} {left:.3f} {bottom:.3f} cm {name} Do"


def own_font(pdf: Pdf) -> Object:
    """A font that the file itself embeds; glyph 1 of it is a visible letter."""
    return next(thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Subtype") == "/Type0")


def system_font() -> Dictionary:
    """A font that every machine has, and every machine another one of."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def letters(pdf: Pdf, x: float, y: float, size: float, matrix: str = "1 0 0 1 0 0", mode: int = 0) -> str:
    """A word in the font `/F`."""
    left, bottom = at(pdf, x, y)
    return f"1 0 0 1 {left:.3f} {bottom:.3f} cm {matrix} cm BT {mode} Tr /F {size} Tf <000100020003> Tj ET"


def words(pdf: Pdf, text: str) -> Stream:
    """Letters and digits that can be read back, set in black in a subset font; they stand on the form's lower edge."""
    made = typst.compile(
        (
            "#set page(width: 60mm, height: 6mm, margin: 0mm)\n"
            f"#place(bottom, text(10pt, cmyk(0%, 0%, 0%, 100%))[{text}])"
        ).encode(),
        format="pdf",
        pdf_tags=False,
    )
    with Pdf.open(BytesIO(made)) as source:
        return pdf.copy_foreign(source.pages[0].as_form_xobject())


def code_box(pdf: Pdf, page: int = 0) -> tuple[float, float, float]:
    """Where the page's code stands, without its quiet zone: left, bottom, side."""
    scale = 3
    document = pypdfium2.PdfDocument(saved(pdf))
    try:
        picture = document[page].render(scale=scale, grayscale=True).to_pil()
    finally:
        document.close()
    corners = zxingcpp.read_barcodes(picture)[0].position
    left, bottom, *_ = pdf.pages[page].trimbox
    x, y = corners.bottom_left.x / scale, (picture.height - corners.bottom_left.y) / scale
    return (x - float(left)) / MM, (y - float(bottom)) / MM, (corners.top_right.x - corners.top_left.x) / scale / MM


def code(
    pdf: Pdf, link: str, x: float, y: float, side: float, ink: str = BLACK, ground: str = WHITE, quiet: float = 4
) -> str:
    """A code whose modules begin at a place, on ground of its quiet zone's size."""
    rows = encode(link).rows
    module = side / len(rows)
    margin = quiet * module
    parts = [ground, rectangle(pdf, x - margin, y - margin, side + 2 * margin, side + 2 * margin), "f", ink]
    for number, row in enumerate(rows, 1):
        parts += [
            rectangle(pdf, x + run.start() * module, y + side - number * module, len(run[0]) * module, module)
            for run in re.finditer("1+", row)
        ]
    return " ".join((*parts, "f"))
