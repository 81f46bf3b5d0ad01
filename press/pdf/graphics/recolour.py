"""Rewrites every colour of a page, in its own content and in all that it draws."""

from collections.abc import Callable

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream
from PIL import Image

from press.pdf.graphics.colour_operators import BLACK, Colour, colour_from, space_name
from press.pdf.graphics.content_stream import INLINE, operations
from press.pdf.graphics.operands import name, values
from press.pdf.graphics.shadings import recoloured_shading
from press.pdf.graphics.stream_scanner import PATH

FILL_SETTERS = {"g", "rg", "k", "sc", "scn"}
STROKE_SETTERS = {"G", "RG", "K", "SC", "SCN"}
UNKNOWN = (INLINE,)  # its colours stand where this does not look

NewColour = Callable[[Colour], tuple[float, ...]]
NewImage = Callable[[Image.Image], Image.Image]

_OPERATORS = {1: (b"g", b"G"), 3: (b"rg", b"RG"), 4: (b"k", b"K")}
_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}


def recolour(pdf: Pdf, colour: NewColour, image: NewImage) -> None:
    """Sets each colour of all pages anew: `colour` gives 1, 3 or 4 device values, `image` a picture in L, RGB or CMYK.

    Raises ValueError for what it cannot rewrite; what the two functions raise passes through.
    """
    work = _Recolour(colour, image)
    start = b"%b\n%b" % (work.setter(BLACK, 0), work.setter(BLACK, 1))
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(
            start + b"\n" + work.rewritten(page, page.obj.get("/Resources", Dictionary()))
        )


class _Recolour:
    def __init__(self, colour: NewColour, image: NewImage):
        self._colour, self._new_image = colour, image
        self._done: set[tuple[int, int]] = set()
        self._shadings: set[tuple[object, str]] = set()

    def setter(self, colour: Colour, stroke: int) -> bytes:
        values = self._colour(colour)
        return b"%b %b" % (b" ".join(b"%.8f" % value for value in values), _OPERATORS[len(values)][stroke])

    def rewritten(self, stream: Page | Stream, resources: Object) -> bytes:
        fill = stroke = BLACK
        stack: list[tuple[Colour, Colour]] = []
        written: list[bytes] = []
        for op, operands in operations(stream):
            if op in UNKNOWN:
                raise ValueError("an inline image")
            if op == "q":
                stack.append((fill, stroke))
            elif op == "Q" and stack:
                fill, stroke = stack.pop()
            elif op == "sh":
                self._shaded(name(operands.strip()), resources, stream)
            elif op == "Do":
                self._drawn(resources.XObject[name(operands.strip())], resources)
            if op in ("cs", "CS"):
                called = name(operands.strip())
                space = Colour(space_name(resources.get("/ColorSpace", Dictionary()).get(called, called)), ())
                fill, stroke = (space, stroke) if op == "cs" else (fill, space)
            elif op in FILL_SETTERS:
                fill = colour_from(op, values(operands), fill)
                written.append(self.setter(fill, 0))
            elif op in STROKE_SETTERS:
                stroke = colour_from(op.lower(), values(operands), stroke)
                written.append(self.setter(stroke, 1))
            else:
                written.append(operands if op == PATH else operands + b" " + op.encode())
        return b"\n".join(written)

    def _shaded(self, name: Name, resources: Object, stream: Page | Stream) -> None:
        """Once for each place where a shading is named: several streams may share it."""
        holder = resources.Shading if resources.Shading.is_indirect else resources
        key = (holder.objgen if holder.is_indirect else stream.objgen, str(name))
        if key not in self._shadings:
            self._shadings.add(key)
            resources.Shading[name] = recoloured_shading(resources.Shading[name], self._colour)

    def _drawn(self, thing: Object, resources: Object) -> None:
        if thing.objgen in self._done or not isinstance(thing, Stream):
            return
        self._done.add(thing.objgen)
        if thing.get("/Subtype") != "/Image":
            thing.write(self.rewritten(thing, thing.get("/Resources", resources)))
        elif not thing.get("/ImageMask"):
            self._redrawn(thing)

    def _redrawn(self, image: Stream) -> None:
        picture = self._new_image(pikepdf.PdfImage(image).as_pil_image())
        image.write(picture.tobytes())
        image.ColorSpace, image.BitsPerComponent = _SPACES[picture.mode], 8
        for key in ("/Decode", "/DecodeParms", "/Mask"):
            if key in image:
                del image[key]
