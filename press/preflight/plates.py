"""Separations: a page as the amount of each ink, rendered from the finished file.

A renderer knows gray and RGB, not plates. So every colour of the page is rewritten: cyan, magenta and
yellow become the three channels of one picture, black and two spots those of another. What covers what
is left to the renderer, which is not ours.
"""

from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image, ImageChops
from pikepdf import Dictionary, Name, Object, Operator, Page, Pdf, Stream

from press.preflight.colour import ALL, BLACK, Colour, colour_from, space_name

PLATES = ("C", "M", "Y", "K")
_SETTERS = {"g": "rg", "rg": "rg", "k": "rg", "sc": "rg", "scn": "rg", "G": "RG", "RG": "RG", "K": "RG", "SC": "RG", "SCN": "RG"}


def render_plates(data: bytes, page: int, dpi: int, spots: tuple[str, ...] = ()) -> dict[str, Image.Image]:
    """Plate → gray picture of the ink (0 none, 255 solid). Raises ValueError for a colour that is no ink."""
    names = (*PLATES, *spots)
    plates = {}
    for start in range(0, len(names), 3):
        group = names[start:start + 3]
        channels = _render(data, page, dpi, group).split()
        plates |= {name: ImageChops.invert(channel) for name, channel in zip(group, channels)}
    return plates


def _render(data: bytes, page: int, dpi: int, group: tuple[str, ...]) -> Image.Image:
    with pikepdf.open(BytesIO(data)) as pdf:
        one = Pdf.new()
        one.pages.append(pdf.pages[page])
        _Recolour(one, group).page(one.pages[0])
        out = BytesIO()
        one.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


class _Recolour:
    """Rewrites the colours of a page and of all it draws into the channels of `group`."""

    def __init__(self, pdf: Pdf, group: tuple[str, ...]):
        self.pdf, self.group = pdf, group
        self._done: set[tuple[int, int]] = set()

    def page(self, page: Page) -> None:
        resources = page.obj.get("/Resources", Dictionary())
        start = pikepdf.unparse_content_stream([self._set("rg", BLACK), self._set("RG", BLACK)])
        page.obj.Contents = self.pdf.make_stream(start + b"\n" + self._rewritten(page, resources))

    def _rewritten(self, stream: Page | Stream, resources: Object) -> bytes:
        fill = stroke = BLACK
        stack: list[tuple[Colour, Colour]] = []
        instructions = []
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            if op == "q":
                stack.append((fill, stroke))
            elif op == "Q" and stack:
                fill, stroke = stack.pop()
            if op in ("cs", "CS"):
                space = Colour(space_name(resources.get("/ColorSpace", Dictionary()).get(operands[0], operands[0])), ())
                fill, stroke = (space, stroke) if op == "cs" else (fill, space)
            elif op in _SETTERS:
                if _SETTERS[op] == "rg":
                    fill = colour = colour_from(op, operands, fill)
                else:
                    stroke = colour = colour_from(op.lower(), operands, stroke)
                instructions.append(self._set(_SETTERS[op], colour))
            elif op == "sh" or op == "BI":
                raise ValueError("a shading or an inline image cannot be separated")
            else:
                if op == "Do":
                    self._xobject(resources.XObject[operands[0]], resources)
                instructions.append((operands, operator))
        return pikepdf.unparse_content_stream(instructions)

    def _set(self, op: str, colour: Colour) -> tuple[list, Operator]:
        return [1 - amount for amount in self._channels(colour.inks)], Operator(op)

    def _channels(self, inks: dict[str, float]) -> list[float]:
        amounts = [inks.get(ALL, inks.get(name, 0.0)) for name in self.group]
        return amounts + [0.0] * (3 - len(amounts))

    def _xobject(self, thing: Stream, resources: Object) -> None:
        if thing.objgen in self._done:
            return
        self._done.add(thing.objgen)
        if thing.get("/Subtype") == "/Image":
            self._image(thing)
        else:
            thing.write(self._rewritten(thing, thing.get("/Resources", resources)))

    def _image(self, image: Stream) -> None:
        if image.get("/ImageMask"):
            return
        picture = pikepdf.PdfImage(image).as_pil_image()
        if picture.mode in ("1", "L"):
            plates = {"K": ImageChops.invert(picture.convert("L"))}
        elif picture.mode == "CMYK":
            plates = dict(zip(PLATES, picture.split()))
        else:
            raise ValueError(f"an image in {picture.mode} cannot be separated")
        empty = Image.new("L", picture.size)
        channels = [plates.get(name, empty) for name in self.group] + [empty] * (3 - len(self.group))
        merged = ImageChops.invert(Image.merge("RGB", channels))
        image.write(merged.tobytes())
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        for key in ("/Decode", "/DecodeParms", "/Mask"):
            if key in image:
                del image[key]
