"""The brand's fonts for pages: what German needs of them, where their licence lets them be embedded."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from press.brand.faces import Face
from press.kept.kept_facts import NOTHING_KEPT, KeptFacts
from press.system.checksum import sha256_of_bytes

# Latin, German quotes, dashes, and what names from around Germany need.
CHARACTERS = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x180)) | {0x1E9E, *map(ord, "–—‘’‚“”„…→×")}
DISPLAY, TEXT, STRONG = 800, 400, 600
INSTALLABLE = 0  # OS/2 fsType: no restriction on embedding
MEASURED_PX = 200
WEIGHT = "wght"
# Without these a subset is made in a tenth of the time; a page to look at can do without kerning.
_DROPPED = {"GSUB", "GPOS", "GDEF", "DSIG", "MVAR", "HVAR", "STAT", "meta"}
_KEPT_NAMES = [0, 13, 14]  # copyright and licence, which have to go with every copy


@dataclass(frozen=True)
class WebFont:
    """A font file of a page: `role` is display or text, `weight` as CSS writes it."""

    role: str
    weight: str
    file: str
    data: bytes


@dataclass(frozen=True)
class _Weights:
    """The weight of a font file, and the axes of a variable one as (tag, least, default, most)."""

    own: int
    axes: tuple[tuple[str, float, float, float], ...]

    def css(self) -> str:
        spans = [f"{least:g} {most:g}" for tag, least, _, most in self.axes if tag == WEIGHT]
        return spans[0] if spans else str(self.own)

    def at(self, weight: int) -> list[float]:
        """The value of each axis for a weight."""
        return [min(max(weight, least), most) if tag == WEIGHT else default for tag, least, default, most in self.axes]


def write_fonts(faces: Sequence[Face], folder: Path, kept: KeptFacts = NOTHING_KEPT) -> tuple[WebFont, ...]:
    """Writes what a page needs of a display and a text face."""
    fonts = tuple(web_fonts(faces, kept))
    for font in fonts:
        (folder / font.file).write_bytes(font.data)
    return fonts


def web_fonts(faces: Sequence[Face], kept: KeptFacts = NOTHING_KEPT) -> Iterator[WebFont]:
    """What a page needs of a display and a text face. Not as WOFF: compressors differ among machines."""
    for role, face, weights in zip(("display", "text"), faces, ((DISPLAY, STRONG), (TEXT, STRONG))):
        for source in dict.fromkeys(_file(face, weight) for weight in weights):
            if data := _kept_subset(face.data[source], kept):
                own = _weights(face.data[source])
                yield WebFont(role, own.css(), f"{role}-{own.own}{source.suffix.lower()}", data)


def width(face: Face, text: str) -> float:
    """How wide a text is in the display weight, in em."""
    return widest(face, (text,))


def widest(face: Face, texts: Iterable[str]) -> float:
    """How wide the widest of some texts is in the display weight, in em."""
    data = face.data[_file(face, DISPLAY)]
    font = ImageFont.truetype(BytesIO(data), MEASURED_PX, layout_engine=ImageFont.Layout.BASIC)
    if axes := _weights(data).at(DISPLAY):
        font.set_variation_by_axes(axes)
    return round(max(map(font.getlength, texts)) / MEASURED_PX, 3)


def _file(face: Face, weight: int) -> Path:
    """The file of a family that has the weight: a variable one, or the nearest."""
    weights = {file: _weights(face.data[file]) for file in face.files}
    return min(face.files, key=lambda file: (not weights[file].axes, abs(weights[file].own - weight)))


def _weights(data: bytes) -> _Weights:
    with TTFont(BytesIO(data), lazy=True) as font:
        axes = font["fvar"].axes if "fvar" in font else ()
        return _Weights(
            font["OS/2"].usWeightClass, tuple((a.axisTag, a.minValue, a.defaultValue, a.maxValue) for a in axes)
        )


def _kept_subset(data: bytes, kept: KeptFacts) -> bytes | None:
    """The same as `_subset`, as text where it is kept."""

    def cut() -> str | None:
        made = _subset(data)
        return None if made is None else b64encode(made).decode()

    found = kept.known("web-font", sha256_of_bytes(data), cut)
    return None if found is None else b64decode(found)


@lru_cache(maxsize=8)  # the files of two brands: whoever builds again and again needs the same ones
def _subset(data: bytes) -> bytes | None:
    """The part of a font the page needs; None where the font may not be embedded, or is too strange to be cut."""
    from fontTools import subset  # takes a while to load, which only a page that is made should cost

    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=_KEPT_NAMES, layout_features=[])
    maker, out = subset.Subsetter(options), BytesIO()
    maker.populate(unicodes=CHARACTERS)
    with TTFont(BytesIO(data), lazy=True, recalcTimestamp=False) as font:
        if font["OS/2"].fsType != INSTALLABLE:
            return None
        try:
            for table in _DROPPED.intersection(font.keys()):  # before the subsetter reads them
                del font[table]
            maker.subset(font)
            font.save(out)
        except Exception:  # a house's own font can be broken in many ways; the page can do with the system's
            return None
    return out.getvalue()
