"""Font files in a brand's folder: examined before anything is set with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from press.errors import Problem, refuse_if
from press.typst_engine.compiler import FontFile, font_files

FOLDER = "fonts"  # below the brand's
UPRIGHT = "normal"  # as Typst calls it
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

# OS/2 fsType (OpenType, OS/2): the licence forbids putting the font into a document.
RESTRICTED, EMBEDDABLE = 0x0002, 0x000C


def own_families(folder: Path, where: str) -> dict[str, tuple[tuple[Path, ...], tuple[Path, ...]]]:
    """Family → its upright and its italic files in a brand's folder, of those that have upright ones.

    Raises PressError with what is wrong with any of them.
    """
    refuse_if(
        Problem(where, f"`{path.relative_to(folder).as_posix()}`: {fault[0]}", fault[1])
        for path in sorted((folder / FOLDER).rglob("*"))
        if path.is_file() and (fault := _fault(path))
    )
    found = font_files(folder / FOLDER)
    refuse_if(_alike(folder, found, where))
    families: dict[str, tuple[list[Path], list[Path]]] = {
        font.family: ([], []) for font in found if font.style == UPRIGHT
    }
    for font in found:
        if font.family in families:
            families[font.family][font.style != UPRIGHT].append(font.path)
    return {family: (tuple(upright), tuple(italics)) for family, (upright, italics) in families.items()}


def _alike(folder: Path, found: Iterable[FontFile], where: str) -> Iterator[Problem]:
    """Files that hold the same family, style, weight and width: one would be taken, and nobody knows which."""
    alike: dict[tuple[str, str, int, float], list[str]] = defaultdict(list)
    for font in found:
        name = font.path.relative_to(folder).as_posix()
        alike[font.family, font.style, font.weight, font.stretch].append(name)
    for (family, style, weight, _), names in alike.items():
        if len(names) > 1:
            yield Problem(
                where,
                f"{' and '.join(f'`{name}`' for name in names)} are both {family}, {style}, weight {weight}",
                "keep one of them",
            )


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
            _ = font["name"].getDebugName(1), font["maxp"].numGlyphs  # readable, or an error
            if not font.getBestCmap():
                return "a font without Unicode characters", "use one that is not a symbol font"
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return f"no readable font ({type(error).__name__})", "use a TTF or OTF file"
    if rights & RESTRICTED and not rights & EMBEDDABLE:
        return (
            "its maker forbids to put it into a PDF (fsType 2)",
            "get a licence and a file that allow it, or choose another font",
        )
    return None
