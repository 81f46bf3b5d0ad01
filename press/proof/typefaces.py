"""The brand's fonts for the page: what German needs of them, where their licence lets them be embedded."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageFont

from press.fonts import Face

# Latin, German quotes, dashes, and what names from around Germany need.
CHARACTERS = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x180)) | {0x1E9E, *map(ord, "–—‘’‚“”„…→×")}
VARIABLE = "100 900"  # the weights of a family that comes as one variable file
DISPLAY, TEXT, STRONG = 800, 400, 600  # of a family with a file for each weight
INSTALLABLE = 0  # OS/2 fsType: no restriction on embedding
MEASURED_PX = 200
# Without these a subset is made in a tenth of the time; a page to look at can do without kerning.
_DROPPED = ["GSUB", "GPOS", "GDEF", "DSIG", "MVAR", "HVAR", "STAT", "meta"]
_KEPT_NAMES = [0, 13, 14]  # copyright and licence, which have to go with every copy


@dataclass(frozen=True)
class WebFont:
    """A font file of the page: `role` is display or text, `weight` as CSS writes it."""

    role: str
    weight: str
    file: str


def write_fonts(faces: tuple[Face, Face], folder: Path) -> tuple[WebFont, ...]:
    """Writes the fonts the page needs. As TTF: WOFF is compressed, and compressors differ from machine to machine."""
    written = []
    for role, face, weights in zip(("display", "text"), faces, ((DISPLAY, STRONG), (TEXT, STRONG))):
        for source, weight in {_file(face, weight): weight for weight in weights}.items():
            if data := _subset(source):
                name = f"{role}-{weight}.ttf"
                (folder / name).write_bytes(data)
                written.append(WebFont(role, VARIABLE if _variable(face) else str(weight), name))
    return tuple(written)


def width(face: Face, text: str) -> float:
    """How wide a text is in the display weight, in em."""
    font = ImageFont.truetype(str(_file(face, DISPLAY)), MEASURED_PX, layout_engine=ImageFont.Layout.BASIC)
    if _variable(face):
        font.set_variation_by_axes([DISPLAY])
    return round(font.getlength(text) / MEASURED_PX, 3)


def _variable(face: Face) -> bool:
    return len(face.files) == 1


def _file(face: Face, weight: int) -> Path:
    """The file of a family that has the weight: its only, variable one, or the nearest."""
    return min(face.files, key=lambda file: abs(_weight(file) - weight))


@cache
def _weight(file: Path) -> int:
    with TTFont(file, lazy=True) as font:
        return font["OS/2"].usWeightClass


def _subset(file: Path) -> bytes | None:
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=_KEPT_NAMES, layout_features=[])
    options.drop_tables += _DROPPED
    font = TTFont(file, lazy=True, recalcTimestamp=False)
    if font["OS/2"].fsType != INSTALLABLE:
        return None
    maker = subset.Subsetter(options)
    maker.populate(unicodes=CHARACTERS)
    maker.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()
