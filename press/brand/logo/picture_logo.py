"""Raster logos: upright, flattened onto white, in CMYK or gray for print, in sRGB for the office."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import ExifTags, Image, ImageChops, ImageCms, ImageFile, ImageOps

from press.brand.logo.faults import UnprintableError
from press.brand.logo.references import MAX_RATIO
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import printing_condition
from press.language.message import _
from press.pdf.saving import saved

MAX_PIXELS = 4_000_000  # 2000 × 2000: sharp at 200 mm, and no bomb
WHITE = (255, 255, 255)
FORMATS = ("PNG", "JPEG")
ROUNDING = 2.0  # %, of eight-bit plates
_SCALE = _("scale it to at most {max_pixels} million pixels", max_pixels=MAX_PIXELS // 1000000)
_ASIDE = range(5, 9)  # EXIF orientations that swap width and height


def examine(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as a viewer shows them. Raises UnprintableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise UnprintableError((_("{width} × {height} px", width=width, height=height), _SCALE))
                if not 1 / MAX_RATIO <= width / height <= MAX_RATIO:
                    raise UnprintableError(
                        (
                            _("{width} × {height} px, a line and no logo", width=width, height=height),
                            _("cut the logo out"),
                        )
                    )
                with _whole_pictures_alone():
                    picture.load()
                return (height, width) if _orientation(picture) in _ASIDE else (width, height)
    except UnprintableError:
        raise
    except Image.DecompressionBombError as error:  # so large that Pillow does not even tell its sides
        raise UnprintableError(
            (_("far too many pixels: {size}", size=str(error).split(",")[0].lower()), _SCALE)
        ) from None
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        raise UnprintableError(
            (_("not a readable PNG or JPEG ({name})", name=type(error).__name__), _("export it again"))
        ) from None


@contextmanager
def _whole_pictures_alone() -> Iterator[None]:
    """Pillow has one switch for all of a process; other libraries make it take pictures whose end is missing."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def may_pass(data: bytes, profile: OutputProfile) -> bool:
    """Whether a file may go to print untouched: an upright CMYK JPEG, separated by somebody, with not too much ink."""
    with Image.open(BytesIO(data)) as picture:
        separated = picture.format == "JPEG" and picture.mode == "CMYK" and not picture.info.get("icc_profile")
        return separated and _orientation(picture) == 1 and not _is_too_much(picture, profile)


def as_ink(data: bytes, profile: OutputProfile, black: bool = False) -> bytes:
    """A one-page PDF with the picture in DeviceGray or DeviceCMYK, without loss; `black` asks for gray."""
    flat = _flat(data, profile)
    if black and flat.mode != "L":
        flat = (_applied(flat, profile.to_srgb) if flat.mode == "CMYK" else flat).convert("L")
    ink = flat if flat.mode in ("L", "CMYK") else _applied(flat, profile.from_srgb)
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


def as_srgb(data: bytes, profile: OutputProfile, gray: bool = False) -> bytes:
    """A PNG in sRGB on white, or in gray."""
    flat = _flat(data, profile)
    if flat.mode == "CMYK":
        flat = _applied(flat, profile.to_srgb)
    if gray:
        flat = flat.convert("L")
    out = BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def is_transparent(data: bytes) -> bool:
    """Whether any of it lets the ground show through."""
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        return picture.has_transparency_data and min(picture.convert("RGBA").getchannel("A").tobytes()) < 255


def _orientation(picture: Image.Image) -> int:
    return int(picture.getexif().get(ExifTags.Base.Orientation, 1))


def _flat(data: bytes, profile: OutputProfile | None = None) -> Image.Image:
    """The picture upright in L, sRGB or CMYK, transparency laid on white. One without colour comes out as gray."""
    opened = Image.open(BytesIO(data), formats=FORMATS)
    embedded = opened.info.get("icc_profile")
    picture: Image.Image = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):  # 16 bits to 8, which `convert` would clip
        picture = picture.convert("I").point(lambda level: level * (1 / 257) + 0).convert("L")
        picture.info.pop("transparency", None)
    if picture.has_transparency_data:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, (*WHITE, 255)), picture.convert("RGBA"))
    if picture.mode == "CMYK":
        return _in_ink(picture, embedded, profile) if profile else picture
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    picture = picture.convert("RGB")
    return picture.getchannel("R") if _is_gray(picture) else _in_srgb(picture, embedded)


def _in_ink(picture: Image.Image, embedded: bytes | None, profile: OutputProfile) -> Image.Image:
    """A separated picture for this profile's printing condition: as it is, or converted; never with too much ink."""
    if embedded and not _is_same_condition(embedded, profile):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(embedded))
            target = ImageCms.ImageCmsProfile(BytesIO(profile.data))
            intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
            picture = _applied(
                picture,
                ImageCms.buildTransform(source, target, "CMYK", "CMYK", renderingIntent=intent, flags=flags),
            )
        except (ImageCms.PyCMSError, OSError):  # one that cannot be read says nothing
            pass
    if _is_too_much(picture, profile):
        thinner = _applied(_applied(picture, profile.to_srgb), profile.from_srgb)
        picture = Image.composite(thinner, picture, _too_much(picture, profile))
    return picture


def _is_same_condition(embedded: bytes, profile: OutputProfile) -> bool:
    """Whether a picture was separated for what it is printed to; profiles say so in their names."""
    if embedded == profile.data:
        return True
    try:
        embedded_profile = ImageCms.ImageCmsProfile(BytesIO(embedded)).profile
    except (ImageCms.PyCMSError, OSError):
        return True
    return printing_condition(f"{embedded_profile.profile_description} {embedded_profile.target}") == profile.condition


def _too_much(picture: Image.Image, profile: OutputProfile) -> Image.Image:
    """Where there is more ink than the profile allows: white, else black."""
    most = (profile.ink_limit + ROUNDING) * 2.55
    mask = Image.new("L", picture.size)
    pixels: Any = picture.get_flattened_data()  # four inks each
    mask.putdata([255 if sum(inks) > most else 0 for inks in pixels])
    return mask


def _is_too_much(picture: Image.Image, profile: OutputProfile) -> bool:
    return _too_much(picture, profile).getbbox() is not None


def _applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    changed = ImageCms.applyTransform(picture, transform)
    assert changed is not None  # only a change in place gives nothing
    return changed


def _is_gray(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(red, blue).getbbox() is None


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """What an embedded profile means, in sRGB; without one, or with one that cannot be read, it is sRGB."""
    if not profile:
        return picture
    try:
        source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return _applied(picture, ImageCms.buildTransform(source, srgb, "RGB", "RGB"))
    except (ImageCms.PyCMSError, OSError):
        return picture
