"""Embedded fonts: what a font of a finished file draws for the codes that its text is made of."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from io import BytesIO
from struct import Struct
from typing import Any

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Object, Stream

from press.pdf.glyph_outlines import UPRIGHT, draws, thinnest_stem
from press.pdf.graphics.operands import strings
from press.pdf.to_unicode import to_unicode

_TWO_BYTES = Struct(">H")
_IDENTITY = ("/Identity-H", "/Identity-V")


def is_composite(font: Object) -> bool:
    """Whether its codes have two bytes each; those of others have one (ISO 32000-2, 9.7.6)."""
    return bool(font.get("/Subtype") == "/Type0")


@lru_cache(maxsize=4096)  # pages show the same words again and again
def codes_of(shown: bytes, composite: bool) -> tuple[int, ...]:
    """The codes that a text operator shows, given its operands."""
    texts = strings(shown)
    if not composite:
        return tuple(b"".join(texts))
    return tuple(code for text in texts for (code,) in _TWO_BYTES.iter_unpack(text[: len(text) // 2 * 2]))


class EmbeddedFont:
    """A font dictionary with its program. What it draws is known of composite fonts with identity coding, of
    TrueType and of compact fonts (CFF); of others nothing is said."""

    def __init__(self, font: Object):
        self._font = font
        self._composite = is_composite(font)
        self._inner = font.DescendantFonts[0] if self._composite else font

    def text(self, shown: bytes) -> str:
        """What a text operator shows, given its operands, as far as the file says what its codes stand for."""
        return "".join(self.character(code) or "" for code in codes_of(shown, self._composite))

    def character(self, code: int) -> str | None:
        """What a code stands for, if the file says so."""
        return self._unicode.get(code) or (None if self._composite else _text_of_name(self._name(code)) or None)

    def glyph(self, code: int) -> int | str | None:
        """What a code shows: a glyph's number, or its name in a font that names them; None if nobody knows."""
        if self._composite:
            return self._glyph_of_cid(code) if str(self._font.get("/Encoding")) in _IDENTITY else None
        if self._compact is not None:
            return name if (name := self._name(code)) in self._compact.charset else ".notdef"
        return self._glyph_by_cmap(code) if self._truetype is not None else None

    def draws(self, glyph: int | str) -> bool:
        """Whether a glyph has an outline. Raises an error of the parser for a font that is damaged."""
        if self._truetype is not None:
            return draws(self._truetype, glyph)
        compact: Any = self._compact
        names = compact.charset
        pen = RecordingPen()
        name = names[glyph] if isinstance(glyph, int) and glyph < len(names) else glyph
        if name in compact.CharStrings:
            compact.CharStrings[name].draw(pen)
        return bool(pen.value)

    def stem(self, codes: Iterable[int]) -> float | None:
        """The thinnest upright stroke, in parts of the em, of the letters that codes show; None if none has one."""
        found: dict[str, int | str] = {}
        for code in codes:
            letter, glyph = self.character(code), self.glyph(code)
            if letter and letter in UPRIGHT and glyph is not None:
                found[letter] = glyph
        outlines, units = zip(*map(self._outline, found.values())) if found else ((), (1.0,))
        return thinnest_stem(outlines, units[0])

    def _outline(self, glyph: int | str) -> tuple[Any, float]:
        """What a pen records of a glyph, and the units of an em."""
        if self._truetype is not None:
            font = self._truetype
            glyphs = font.getGlyphSet()
            pen = DecomposingRecordingPen(glyphs)
            glyphs[font.getGlyphName(glyph) if isinstance(glyph, int) else glyph].draw(pen)
            return pen.value, float(font["head"].unitsPerEm)
        compact: Any = self._compact
        own = RecordingPen()
        name = compact.charset[glyph] if isinstance(glyph, int) else glyph
        compact.CharStrings[name].draw(own)
        return own.value, 1 / compact.FontMatrix[0]

    def _glyph_of_cid(self, cid: int) -> int | None:
        if self._truetype is not None and self._inner.get("/Subtype") == "/CIDFontType2":
            table = self._inner.get("/CIDToGIDMap")
            if isinstance(table, Stream):
                return int.from_bytes(table.read_bytes()[2 * cid : 2 * cid + 2], "big")
            return cid
        compact = self._compact
        if compact is None:
            return None
        if hasattr(compact, "ROS"):
            return self._cids.get(cid, 0)
        return cid

    def _glyph_by_cmap(self, code: int) -> int | None:
        """By the tables that ISO 32000-2, 9.6.5.4 names, in its order."""
        font = self._truetype
        if font is None or "cmap" not in font:
            return None
        tables = {(table.platformID, table.platEncID): table.cmap for table in font["cmap"].tables}
        text = _text_of_name(self._name(code))
        for table, keys in (
            ((3, 1), [ord(text)] if len(text) == 1 else []),
            ((3, 0), [code, 0xF000 + code]),
            ((1, 0), [code]),
        ):
            for key in keys:
                if (name := tables.get(table, {}).get(key)) is not None:
                    return int(font.getGlyphID(name))
        return 0

    def _name(self, code: int) -> str:
        return self._names.get(code, ".notdef")

    @cached_property
    def _names(self) -> dict[int, str]:
        """The names of a simple font's codes."""
        encoding = self._font.get("/Encoding")
        base = str(encoding.get("/BaseEncoding", "")) if isinstance(encoding, Dictionary) else str(encoding)
        names = dict(enumerate(StandardEncoding))
        if base in ("/WinAnsiEncoding", "/MacRomanEncoding"):
            codec = "cp1252" if base == "/WinAnsiEncoding" else "mac_roman"
            names = {code: f"uni{ord(bytes([code]).decode(codec, 'replace')):04X}" for code in range(32, 256)}
            if self._compact is not None:  # whose glyphs have the names of the standard list
                by_text = {_text_of_name(name): name for name in self._compact.charset}
                names = {code: by_text.get(_text_of_name(name), name) for code, name in names.items()}
        elif encoding is None and self._compact is not None and isinstance(own := self._compact.Encoding, list):
            names = dict(enumerate(own))
        code = 0
        for entry in encoding.get("/Differences", Array()) if isinstance(encoding, Dictionary) else ():
            if isinstance(entry, int):
                code = entry
            else:
                names[code] = str(entry)[1:]
                code += 1
        return names

    @cached_property
    def _program(self) -> tuple[str, bytes]:
        """The key of the font program, and its bytes."""
        descriptor = self._inner.get("/FontDescriptor", Dictionary())
        for key in ("/FontFile2", "/FontFile3"):
            if key in descriptor:
                return key, descriptor[key].read_bytes()
        return "", b""

    @cached_property
    def _truetype(self) -> TTFont | None:
        key, data = self._program
        if key != "/FontFile2" and data[:4] != b"OTTO":
            return None
        font = TTFont(BytesIO(data), lazy=True)
        font.setGlyphOrder([f"glyph{number:05d}" for number in range(font["maxp"].numGlyphs)])
        return font

    @cached_property
    def _compact(self) -> Any | None:
        """The compact font, bare or within OpenType."""
        key, data = self._program
        if key != "/FontFile3":
            return None
        if data[:4] == b"OTTO":
            return TTFont(BytesIO(data), lazy=True)["CFF "].cff.topDictIndex[0]
        from fontTools.cffLib import CFFFontSet  # slow to load; TrueType needs none

        fonts = CFFFontSet()
        fonts.decompile(BytesIO(data), None)
        return fonts.topDictIndex[0]

    @cached_property
    def _cids(self) -> dict[int, int]:
        """CID → glyph of a compact font that is keyed by CID."""
        assert self._compact is not None
        return {
            int(name[3:]): number for number, name in enumerate(self._compact.charset) if name.startswith("cid")
        } | {0: 0}

    @cached_property
    def _unicode(self) -> dict[int, str]:
        table = self._font.get("/ToUnicode")
        return to_unicode(table.read_bytes()) if isinstance(table, Stream) else {}


def _text_of_name(name: str) -> str:
    """What a glyph of this name stands for in the standard list."""
    from fontTools.agl import toUnicode  # four thousand names: slow to load, and a composite font needs none

    return str(toUnicode(name))
