"""Raster logos: flattened onto white, in CMYK or gray for print, in sRGB for the office."""

import warnings
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops, ImageCms

from press.brand.logo.references import MAX_RATIO
from press.colour.icc_profile import OutputProfile
from press.pdf.saving import saved

MAX_PIXELS = 4_000_000  # 2000 × 2000: sharp at 200 mm, and no bomb
WHITE = (255, 255, 255)
FORMATS = ("PNG", "JPEG")
_SCALE = f"scale it to at most {MAX_PIXELS // 1_000_000} million pixels"


def examine(data: bytes) -> tuple[float, list[tuple[str, str]]]:
    """Width over height, and every fault as (what, how to mend it)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    return 1.0, [(f"{width} × {height} px", _SCALE)]
                if not 1 / MAX_RATIO <= width / height <= MAX_RATIO:
                    return 1.0, [(f"{width} × {height} px, a line and no logo", "cut the logo out")]
                picture.load()
    except Image.DecompressionBombError as error:  # so large that Pillow does not even tell its sides
        return 1.0, [(f"far too many pixels: {str(error).split(',')[0].lower()}", _SCALE)]
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return 1.0, [(f"not a readable PNG or JPEG ({type(error).__name__})", "export it again")]
    return width / height, []


def is_cmyk_jpeg(data: bytes) -> bool:
    """Whether it may pass to print untouched: somebody has separated it already."""
    with Image.open(BytesIO(data)) as picture:
        return picture.format == "JPEG" and picture.mode == "CMYK"


def as_ink(data: bytes, profile: OutputProfile, black: bool = False) -> bytes:
    """A one-page PDF with the picture in DeviceGray or DeviceCMYK, without loss; `black` asks for gray."""
    flat = _flat(data)
    if black and flat.mode != "L":
        flat = (ImageCms.applyTransform(flat, profile.to_srgb) if flat.mode == "CMYK" else flat).convert("L")
    ink = flat if flat.mode in ("L", "CMYK") else ImageCms.applyTransform(flat, profile.from_srgb)
    pdf = pikepdf.Pdf.new()
    image = pdf.make_stream(
        ink.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=ink.width,
        Height=ink.height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if ink.mode == "L" else Name.DeviceCMYK,
    )
    page = pdf.add_blank_page(page_size=(ink.width, ink.height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=image))
    page.obj.Contents = pdf.make_stream(f"{ink.width} 0 0 {ink.height} 0 0 cm /Picture Do".encode())
    return saved(pdf)


def as_srgb(data: bytes, profile: OutputProfile) -> bytes:
    """A PNG in sRGB on white."""
    flat = _flat(data)
    if flat.mode == "CMYK":
        flat = ImageCms.applyTransform(flat, profile.to_srgb)
    out = BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def width(data: bytes) -> int:
    """In pixels."""
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        return picture.width


def is_transparent(data: bytes) -> bool:
    """Whether any of it lets the ground show through."""
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        return picture.has_transparency_data and picture.convert("RGBA").getchannel("A").getextrema()[0] < 255


def _flat(data: bytes) -> Image.Image:
    """The picture in L, sRGB or CMYK, transparency laid on white. One without colour comes out as gray."""
    picture = Image.open(BytesIO(data), formats=FORMATS)
    if picture.mode.startswith("I"):
        picture = (
            picture.convert("I").point(lambda level: level * (1 / 257) + 0).convert("L")
        )  # 16 bits to 8, which `convert` would clip
        picture.info.pop("transparency", None)
    if picture.has_transparency_data:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, (*WHITE, 255)), picture.convert("RGBA"))
    if picture.mode == "CMYK":
        return picture
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    profile, picture = picture.info.get("icc_profile"), picture.convert("RGB")
    return picture.getchannel("R") if _is_gray(picture) else _in_srgb(picture, profile)


def _is_gray(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(red, blue).getbbox() is None


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """What an embedded profile means, in sRGB; without one, or with one that cannot be read, it is sRGB."""
    if not profile:
        return picture
    try:
        return ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        )
    except (ImageCms.PyCMSError, OSError):
        return picture
