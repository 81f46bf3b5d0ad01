"""Raster logos: flattened onto white, in CMYK or gray for print, in sRGB for the office."""

import warnings
from io import BytesIO

import pikepdf
from PIL import Image, ImageCms
from pikepdf import Dictionary, Name

from press.profile import OutputProfile

MAX_PIXELS = 50_000_000  # 7000 × 7000: a logo on a poster, and no bomb
WHITE = (255, 255, 255)


def examine(data: bytes) -> tuple[float, list[tuple[str, str]]]:
    """Width over height, and every fault as (what, how to mend it)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    return 1.0, [(f"{width} × {height} px", f"scale it to at most {MAX_PIXELS // 1_000_000} million pixels")]
                picture.load()
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return 1.0, [(f"not a readable PNG or JPEG ({type(error).__name__})", "export it again")]
    return width / height, []


def is_cmyk_jpeg(data: bytes) -> bool:
    """Whether it may pass to print untouched: somebody has separated it already."""
    with Image.open(BytesIO(data)) as picture:
        return picture.format == "JPEG" and picture.mode == "CMYK"


def as_ink(data: bytes, profile: OutputProfile) -> bytes:
    """A one-page PDF with the picture in DeviceGray or DeviceCMYK, without loss."""
    flat = _flat(data)
    ink = flat if flat.mode == "L" else ImageCms.applyTransform(flat, profile.from_srgb)
    pdf = pikepdf.Pdf.new()
    image = pdf.make_stream(
        ink.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=ink.width, Height=ink.height, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if ink.mode == "L" else Name.DeviceCMYK)
    page = pdf.add_blank_page(page_size=(ink.width, ink.height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=image))
    page.obj.Contents = pdf.make_stream(f"{ink.width} 0 0 {ink.height} 0 0 cm /Picture Do".encode())
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def as_srgb(data: bytes, profile: OutputProfile) -> bytes:
    """A PNG in sRGB on white."""
    flat = _flat(data)
    if flat.mode == "CMYK":
        flat = ImageCms.applyTransform(flat, profile.to_srgb)
    out = BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def _flat(data: bytes) -> Image.Image:
    """The picture in L, RGB or CMYK, transparency laid on white, an embedded RGB profile applied."""
    picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    if picture.mode in ("L", "CMYK"):
        return picture
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, (*WHITE, 255))
        return Image.alpha_composite(ground, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "I;16", "I") else "RGB")
