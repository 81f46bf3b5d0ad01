"""Form fields: what templates mark as one becomes a field, to be filled in on a screen (ISO 32000-1, 12.7).

A mark is a link with the address `field:<kind>:<name>` (templates/lib/field.typ), which says where the field lies and
where it belongs among the tags.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from press.finishing.tag_tree import Tag
from press.pdf.annotations import address

MARK = "field:"
PRINT = 4  # annotation flag (12.5.3): seen on paper, too
TYPE_PT = 11.0  # of what is typed
TICK_PT = 1.6  # stroke of a tick

_TYPED = f"/Helv {TYPE_PT:g} Tf 0 g"  # one of the fonts each reader brings along (9.6.2.2)


def make_fields(pdf: Pdf, top: Tag) -> None:
    """Turns marked links and their tags into fields; a form is only made where there is one."""
    fields: list[Object] = []
    for tag in (tag for tag in top.walk() if tag.kind == "Link"):
        for note in tag.annotations():
            target = address(note)
            if target.startswith(MARK):
                kind, name = target.removeprefix(MARK).split(":", 1)
                tag.kind = "Form"
                _make_field(pdf, note, kind, name, len(fields) + 1)
                fields.append(note)
    if fields:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=Array(fields), DA=String(_TYPED), DR=Dictionary(Font=Dictionary(Helv=font)))
        )


def _make_field(pdf: Pdf, note: Object, kind: str, name: str, number: int) -> None:
    for key in ("/A", "/Border", "/Contents", "/QuadPoints"):
        if key in note:
            del note[key]
    note.Subtype, note.F = Name.Widget, PRINT
    note.T, note.TU = String(f"{kind}-{number}"), String(name)
    left, bottom, right, top = (float(edge) for edge in note.Rect)
    size = right - left, top - bottom
    if kind == "check":
        note.FT, note.V, note.AS = Name.Btn, Name.Off, Name.Off
        note.AP = Dictionary(N=Dictionary(Off=_drawn(pdf, size, b""), Yes=_drawn(pdf, size, _tick(*size))))
    else:
        note.FT, note.DA = Name.Tx, String(_TYPED)
        note.AP = Dictionary(N=_drawn(pdf, size, b"/Tx BMC EMC"))


def _drawn(pdf: Pdf, size: tuple[float, float], content: bytes) -> Stream:
    return Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *size]), Resources=Dictionary())


def _tick(width: float, height: float) -> bytes:
    points = [(0.22, 0.5), (0.42, 0.26), (0.8, 0.78)]
    (x0, y0), *rest = ((width * x, height * y) for x, y in points)
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)
    return f"q {TICK_PT} w 1 J 1 j 0 G {x0:.2f} {y0:.2f} m {lines} S Q".encode()
