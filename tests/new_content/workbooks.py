"""Workbooks as Excel and LibreOffice save them, as far as a list needs it."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

Rows = Sequence[Sequence[str | int]]
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """Texts are shared strings, as Excel writes them."""
    cells = (cell for rows in sheets.values() for row in rows for cell in row)
    texts = list(dict.fromkeys(cell for cell in cells if isinstance(cell, str)))
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"{_state(name, hidden)}/>'
        for n, name in _numbered(sheets)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *((f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in _numbered(sheets)),
                ("rs", "sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEETS}">{shared}</sst>',
    }
    for n, name in _numbered(sheets):
        rows = "".join(_row(r, row, texts) for r, row in enumerate(sheets[name], 1))
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{_SHEETS}"><sheetData>{rows}</sheetData></worksheet>'
    return _packed(path, parts)


def ods(path: Path, sheets: Mapping[str, Rows]) -> Path:
    def cell(value: str | int) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    def table(name: str) -> str:
        rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in sheets[name])
        return f"<table:table table:name={quoteattr(name)}>{rows}</table:table>"

    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    body = "".join(map(table, sheets))
    return _packed(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}:manifest:1.0"><m:file-entry m:full-path="/" '
            'm:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>',
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>{body}"
            "</office:spreadsheet></office:body></office:document-content>",
        },
    )


def _numbered(sheets: Mapping[str, Rows]) -> list[tuple[int, str]]:
    return list(enumerate(sheets, 1))


def _state(name: str, hidden: Sequence[str]) -> str:
    return ' state="hidden"' if name in hidden else ""


def _row(number: int, row: Sequence[str | int], texts: list[str]) -> str:
    cells = ((f"{chr(65 + column)}{number}", value) for column, value in enumerate(row) if value != "")
    return f'<row r="{number}">{"".join(_cell(place, value, texts) for place, value in cells)}</row>'


def _cell(place: str, value: str | int, texts: list[str]) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="s"><v>{texts.index(value)}</v></c>'


def _relations(related: Sequence[tuple[str, str, str]]) -> str:
    parts = (f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in related)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(parts)}</Relationships>'


def _packed(path: Path, parts: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text if name == "mimetype" else f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path
