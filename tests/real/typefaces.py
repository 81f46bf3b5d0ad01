"""Typefaces of a sender's own: made wider and narrower, and with other outlines, from those that are installed."""

from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LATIN = [*range(0x20, 0x180), *range(0x2010, 0x2040), 0x20AC, 0x2022, 0x2032, 0x2033, 0x2212, 0x25A0, 0x2713]
WIDER, NARROWER = 1.3, 0.72


def _source(family: str, name: str) -> Path:
    files = next(one.files for one in fontpkg.families().values() if one.name == family)
    return next(Path(file.path) for file in files if Path(file.path).name == name)


@cache
def _latin(family: str, name: str) -> bytes:
    """One file of a family, with what German needs."""
    font = TTFont(_source(family, name))
    options = Options(layout_features=[], name_IDs=[1, 2, 4, 6], notdef_outline=True, hinting=False, glyph_names=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    return _saved(font)


def variable(family: str) -> bytes:
    """A family of one file for all weights."""
    font = TTFont(BytesIO(_latin("Bitter", "Bitter[wght].ttf")))
    return _renamed(font, family)


def stretched(family: str, factor: float, weight: str = "Regular") -> bytes:
    """Fira Sans, every glyph so many times as wide."""
    font = TTFont(BytesIO(_latin("Fira Sans", f"FiraSans-{weight}.ttf")))
    glyphs, drawn = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(TransformPen(_Plain(glyphs, pen), (factor, 0, 0, 1, 0, 0)))
        drawn[name] = pen.glyph()
    for name, glyph in drawn.items():
        font["glyf"][name] = glyph
        width, _ = font["hmtx"][name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (round(width * factor), getattr(glyph, "xMin", 0))
    return _renamed(font, family, weight)


def postscript(family: str, weight: str = "Regular") -> bytes:
    """Fira Sans with cubic outlines, as OTF files have them (CFF)."""
    source = TTFont(BytesIO(_latin("Fira Sans", f"FiraSans-{weight}.ttf")))
    glyphs, order = source.getGlyphSet(), source.getGlyphOrder()
    strings = {}
    for name in order:
        pen = T2CharStringPen(source["hmtx"][name][0], glyphs)
        glyphs[name].draw(_Plain(glyphs, Qu2CuPen(pen, max_err=1, all_cubic=True)))
        strings[name] = pen.getCharString()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(source.getBestCmap())
    builder.setupCFF(f"{family.replace(' ', '')}-{weight}", {}, strings, {})
    builder.setupHorizontalMetrics({name: source["hmtx"][name] for name in order})
    head = source["hhea"]
    builder.setupHorizontalHeader(ascent=head.ascent, descent=head.descent)
    builder.setupOS2(usWeightClass=source["OS/2"].usWeightClass, sTypoAscender=head.ascent, sTypoDescender=head.descent)
    builder.setupNameTable({"familyName": family, "styleName": weight})
    builder.setupPost()
    return _saved(builder.font)


class _Plain:
    """A pen that draws what is put together of other glyphs, too."""

    def __init__(self, glyphs, pen):
        self._glyphs, self._pen = glyphs, pen

    def addComponent(self, name, transformation):  # noqa: N802  (a pen's own name)
        self._glyphs[name].draw(_Plain(self._glyphs, TransformPen(self._pen, transformation)))

    def __getattr__(self, name):
        return getattr(self._pen, name)


def _renamed(font: TTFont, family: str, style: str = "Regular") -> bytes:
    names = font["name"]
    for record in list(names.names):
        text = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}.get(record.nameID)
        if text:
            names.setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    file = BytesIO()
    font.save(file)
    return file.getvalue()
