"""Colours of a PDF logo as gray, sRGB or CMYK: what a viewer makes of profiles, spot colours and Lab."""

from collections.abc import Callable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object
from PIL import Image, ImageCms

from press.brand.logo.faults import refused
from press.brand.logo.pdf_reading.tint_functions import evaluate
from press.language.message import _
from press.pdf.graphics.colour_operators import ALL, Colour

Values = tuple[float, ...]
Convert = Callable[[Values], Colour]

DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "CalGray": 1, "CalRGB": 3}
_OF_COMPONENTS = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_STANDS_FOR = {"CalGray": "DeviceGray", "CalRGB": "DeviceRGB"}
NO_INK = Colour("None", ())  # a colorant that leaves nothing on the page
CMYK_FIX = _("export it in CMYK")


def converter(space: Object, resources: Object) -> tuple[Convert, Values]:
    """How a space's values become a colour, and its first values. Raises UnprintableError for what none can print."""
    if isinstance(space, Name):
        name = str(space)[1:]
        if name in DEVICE:
            return _device(_STANDS_FOR.get(name, name)), _black(DEVICE[name])
        if name == "Pattern":
            return (lambda values: NO_INK), ()
        named = resources.get("/ColorSpace", Dictionary()).get(space)
        if named is None or (isinstance(named, Name) and named == space):
            raise refused(_("a colour space that is not in the file ({name})", name=name), CMYK_FIX)
        return converter(named, resources)
    family = str(space[0])[1:] if isinstance(space, Array) and len(space) else ""
    if family in DEVICE:
        return _device(_STANDS_FOR.get(family, family)), _black(DEVICE[family])
    if family == "ICCBased":
        return _profiled(space[1]), _black(int(space[1].N))
    if family == "Lab":
        return _lab, (0.0, 0.0, 0.0)
    if family in ("Separation", "DeviceN"):
        return _spot(space, resources)
    if family == "Pattern":
        return (lambda values: NO_INK), ()
    raise refused(_("colours in {family}", family=family or _("an unknown space")), CMYK_FIX)


def _device(name: str) -> Convert:
    return lambda values: Colour(name, values)


def _black(count: int) -> Values:
    return (0.0, 0.0, 0.0, 1.0) if count == 4 else (0.0,) * count


def _profiled(stream: Object) -> Convert:
    """Ink and gray keep their values; RGB becomes sRGB."""
    count = int(stream.N)
    plain = _device(_OF_COMPONENTS[count])
    if count != 3:
        return plain
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(stream.read_bytes()))
        if "srgb" in (profile.profile.profile_description or "").lower():
            return plain
        transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    except (ImageCms.PyCMSError, OSError):  # one that cannot be read is taken for sRGB, as viewers do
        return plain

    def converted(values: Values) -> Colour:
        pixel = Image.new("RGB", (1, 1), tuple(round(min(max(value, 0.0), 1.0) * 255) for value in values))
        shown = ImageCms.applyTransform(pixel, transform)
        level = shown.getpixel((0, 0)) if shown else (0, 0, 0)
        return Colour("DeviceRGB", tuple(part / 255 for part in level))  # type: ignore[union-attr]

    return converted


def _lab(values: Values) -> Colour:
    from coloraide import Color  # slow to load, and seldom needed

    return Colour("DeviceRGB", tuple(Color("lab", list(values)).convert("srgb").clip().coords(nans=False)))


def _spot(space: Object, resources: Object) -> tuple[Convert, Values]:
    """A spot colour as its look in the process inks, or on a screen: no logo asks for a plate of its own."""
    names = [str(name)[1:] for name in space[1]] if isinstance(space[1], Array) else [str(space[1])[1:]]
    if ALL in names:
        raise refused(_("the registration colour, which belongs to printers' marks alone"), CMYK_FIX)
    if set(names) == {"None"}:
        return (lambda values: NO_INK), (1.0,) * len(names)
    looks = converter(space[2], resources)[0]
    tint = space[3]

    def converted(values: Values) -> Colour:
        return looks(evaluate(tint, values, _("the spot colour {names}", names=", ".join(names))))

    return converted, (1.0,) * len(names)
