"""Font files in a brand's folder: examined before anything is set with them."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from press.brand.added_characters import ADDED
from press.errors import Problem, refuse_if
from press.language.message import Message, _, joined
from press.names import is_utf8, shown
from press.pdf.glyph_outlines import draws
from press.schema.urls import LATIN
from press.typst_engine.compiler import FontFile, font_files

FOLDER = "fonts"  # below the brand's
UPRIGHT = "normal"  # as Typst calls it
MAX_BYTES = 20_000_000
SUFFIXES = (".ttf", ".otf")
# Font files that Typst cannot read, and what they are.
OTHERS = {
    ".woff": _("a web font"),
    ".woff2": _("a web font"),
    ".eot": _("a web font"),
    ".ttc": _("a font collection"),
    ".otc": _("a font collection"),
    ".pfb": _("a Type 1 font"),
    ".pfa": _("a Type 1 font"),
}
TABLES = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2")
OUTLINES = ("glyf", "CFF ", "CFF2")

Families = dict[str, tuple[tuple[Path, ...], tuple[Path, ...]]]  # family → its upright files, its italic ones

MOST_NAMED = 8  # characters; more are another script

# OS/2 fsType (OpenType, OS/2), bit by bit: what a font's maker forbids of what every PDF of ours does. Where several of
# the first bits are set, the mildest counts.
RESTRICTED, MILDER, NO_SUBSETS, BITMAPS_ALONE = 0x0002, 0x000C, 0x0100, 0x0200


def own_families(folder: Path, where: str) -> Families:
    """The families in a brand's folder. Raises PressError with what is wrong with any of their files."""
    return families_in(folder / FOLDER, where, lambda path: shown(path.relative_to(folder).as_posix()))


def families_in(folder: Path, where: str, called: Callable[[Path], str]) -> Families:
    """The families below a folder, of those that have upright files; `called` is what messages call a file.

    Raises PressError with what is wrong with any of them.
    """
    refuse_if(
        Problem(where, _("`{file}`: {fault}", file=called(path), fault=fault[0]), fault[1])
        for path in sorted(folder.rglob("*"))
        if not path.is_dir() and (fault := _fault(path))
    )
    found = font_files(folder)
    refuse_if(_alike(found, where, called))
    families: dict[str, tuple[list[Path], list[Path]]] = {
        font.family: ([], []) for font in found if font.style == UPRIGHT
    }
    for font in found:
        if font.family in families:
            families[font.family][font.style != UPRIGHT].append(font.path)
    return {family: (tuple(upright), tuple(italics)) for family, (upright, italics) in families.items()}


def _alike(found: Iterable[FontFile], where: str, called: Callable[[Path], str]) -> Iterator[Problem]:
    """Files that hold the same family, style, weight and width: one would be taken, and nobody knows which."""
    alike: dict[tuple[str, str, int, float], list[str]] = defaultdict(list)
    for font in found:
        alike[font.family, font.style, font.weight, font.stretch].append(called(font.path))
    for (family, style, weight, _stretch), names in alike.items():
        if len(names) > 1:
            yield Problem(
                where,
                _(
                    "{names} are both {family}, {style}, weight {weight}",
                    names=joined(_(" and "), (f"`{name}`" for name in names)),
                    family=family,
                    style=style,
                    weight=weight,
                ),
                _("keep one of them"),
            )


def _drawing_nothing(font: TTFont) -> list[str]:
    """The letters, digits and signs that a font maps to glyphs without an outline."""
    return [
        chr(code)
        for code, name in sorted(font.getBestCmap().items())
        if (code < LATIN or chr(code) in ADDED)
        and unicodedata.category(chr(code))[0] in "LNPS"
        and not draws(font, name)
    ]


def _fault(path: Path) -> tuple[Message, Message] | None:
    """What keeps a file from being set with, and how to mend it. Files that are no fonts (licences, notes) are none."""
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        return OTHERS[suffix], _("use the TTF or OTF file of that font")
    if suffix not in SUFFIXES:
        return None
    if not is_utf8(str(path)):
        return _("a name that is no UTF-8"), _("give it another name")
    if not path.is_file():
        return _("no file"), _("put the font's file in its place, or take it away")
    if (size := path.stat().st_size) > MAX_BYTES:
        return _("{size} MB", size=size // 1_000_000), _(
            "use a font file under {max_bytes} MB", max_bytes=MAX_BYTES // 1000000
        )
    try:
        with TTFont(path, lazy=True) as font:
            if missing := [table.strip() for table in TABLES if table not in font]:
                return _("no readable font (no table {missing})", missing=", ".join(missing)), _(
                    "export or download it again"
                )
            if not any(table in font for table in OUTLINES):
                return _("a font without outlines"), _("use one with outlines (glyf or CFF)")
            rights = font["OS/2"].fsType
            _readable = font["name"].getDebugName(1), font["maxp"].numGlyphs  # readable, or an error
            if not font.getBestCmap():
                return _("a font without Unicode characters"), _("use one that is not a symbol font")
            if blank := _drawing_nothing(font):
                return (
                    _("a font that draws nothing for {names}", names=" ".join(blank[:MOST_NAMED])),
                    _("use the full font: trial versions leave out characters"),
                )
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return _("no readable font ({name})", name=type(error).__name__), _("use a TTF or OTF file")
    if forbidden := _forbidden(rights):
        return (
            _("its maker forbids {forbidden} (fsType {rights})", forbidden=forbidden, rights=rights),
            _("get a licence and a file that allow it, or choose another font"),
        )
    return None


def _forbidden(rights: int) -> Message | None:
    """What a font's maker does not allow, by its fsType, of what is done with it."""
    if rights & RESTRICTED and not rights & MILDER:
        return _("to put it into a PDF")
    if rights & BITMAPS_ALONE:
        return _("to put its outlines into a PDF")
    return _("to put a part of it into a PDF") if rights & NO_SUBSETS else None
