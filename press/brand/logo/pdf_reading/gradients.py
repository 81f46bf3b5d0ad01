"""Gradients of a PDF: along a line, or between two circles."""

from pikepdf import Object

from press.brand.logo.drawing import Gradient, Matrix
from press.brand.logo.faults import refused
from press.brand.logo.pdf_reading.colour_spaces import converter
from press.brand.logo.pdf_reading.tint_functions import course
from press.language.message import _

_KINDS = {2: 4, 3: 6}  # ISO 32000-1, table 78: axial and radial, with so many coordinates
MAX_STOPS = 256
_FLAT = _("use flat colours")


def read_gradient(shading: Object, resources: Object, matrix: Matrix) -> Gradient:
    """A shading as a gradient from 0 to 1. Raises UnprintableError for one that is more than that."""
    kind = int(shading.ShadingType)
    if kind not in _KINDS:
        raise refused(_("a gradient that follows a mesh"), _FLAT)
    coordinates = tuple(float(part) for part in shading.Coords)
    if not all(bool(end) for end in shading.get("/Extend", [False, False])):
        raise refused(_("a gradient that ends before its shape does"), _FLAT)
    convert = converter(shading.ColorSpace, resources)[0]
    low, high = (float(part) for part in shading.get("/Domain", [0, 1]))
    stops = tuple(
        (min(max((place - low) / ((high - low) or 1.0), 0.0), 1.0), convert(values))
        for place, values in course(shading.Function, _("a gradient"))
    )
    if len(coordinates) != _KINDS[kind] or not 2 <= len(stops) <= MAX_STOPS:
        raise refused(_("a gradient of too many colours"), _FLAT)
    return Gradient(kind == 3, coordinates, matrix, stops)
