"""Font files in a brand's folder: examined before anything is set with them."""

import unicodedata
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

from press.brand.added_characters import ADDED
from press.errors import Problem, refuse_if
from press.pdf.glyph_outlines import draws
from press.typst_engine.compiler import font_files

FOLDER = "fonts"  # below the brand's
MAX_BYTES = 20_000_000
SUFFIXES = (".ttf", ".otf")
# Font files that Typst cannot read, and what they are.
OTHERS = {
    ".woff": "a web font",
    ".woff2": "a web font",
    ".eot": "a web font",
    ".ttc": "a font collection",
    ".otc": "a font collection",
    ".pfb": "a Type 1 font",
    ".pfa": "a Type 1 font",
}
TABLES = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2")
OUTLINES = ("glyf", "CFF ", "CFF2")

LATIN = 0x180  # up to Latin Extended-A: what is German, and its neighbours
MOST_NAMED = 8  # characters; more are another script

# OS/2 fsType (OpenType, OS/2): the licence forbids putting the font into a document.
RESTRICTED, EMBEDDABLE = 0x0002, 0x000C


def own_families(folder: Path, where: str) -> dict[str, tuple[Path, ...]]:
    """Family → its upright files in a brand's folder. Raises PressError with what is wrong with any of them."""
    refuse_if(
        Problem(where, f"`{path.relative_to(folder).as_posix()}`: {fault[0]}", fault[1])
        for path in sorted((folder / FOLDER).rglob("*"))
        if path.is_file() and (fault := _fault(path))
    )
    families: dict[str, list[Path]] = defaultdict(list)
    for family, style, path in font_files(folder / FOLDER):
        if style == "normal":
            families[family].append(path)
    return {family: tuple(sorted(paths)) for family, paths in families.items()}


def _drawing_nothing(font: TTFont) -> list[str]:
    """The letters, digits and signs that a font maps to glyphs without an outline."""
    return [
        chr(code)
        for code, name in sorted(font.getBestCmap().items())
        if (code < LATIN or chr(code) in ADDED)
        and unicodedata.category(chr(code))[0] in "LNPS"
        and not draws(font, name)
    ]


def _fault(path: Path) -> tuple[str, str] | None:
    """What keeps a file from being set with, and how to mend it. Files that are no fonts (licences, notes) are none."""
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        return OTHERS[suffix], "use the TTF or OTF file of that font"
    if suffix not in SUFFIXES:
        return None
    if (size := path.stat().st_size) > MAX_BYTES:
        return f"{size // 1_000_000} MB", f"use a font file under {MAX_BYTES // 1_000_000} MB"
    try:
        with TTFont(path, lazy=True) as font:
            if missing := [table.strip() for table in TABLES if table not in font]:
                return f"no readable font (no table {', '.join(missing)})", "export or download it again"
            if not any(table in font for table in OUTLINES):
                return "a font without outlines", "use one with outlines (glyf or CFF)"
            rights = font["OS/2"].fsType
            font["name"].getDebugName(1), font["maxp"].numGlyphs  # readable, or an error
            if not font.getBestCmap():
                return "a font without Unicode characters", "use one that is not a symbol font"
            if blank := _drawing_nothing(font):
                return (
                    f"a font that draws nothing for {' '.join(blank[:MOST_NAMED])}",
                    "use the full font: trial versions leave out characters",
                )
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return f"no readable font ({type(error).__name__})", "use a TTF or OTF file"
    if rights & RESTRICTED and not rights & EMBEDDABLE:
        return (
            "its maker forbids to put it into a PDF (fsType 2)",
            "get a licence and a file that allow it, or choose another font",
        )
    return None
