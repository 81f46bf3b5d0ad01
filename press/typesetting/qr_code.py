"""Codes: a link becomes a plain matrix of modules; who draws it needs nothing else."""

from dataclasses import dataclass
from functools import cache

import qrcode
from qrcode.constants import ERROR_CORRECT_Q

LEAST_VERSION = 3  # 29 modules: a shorter link makes no coarser code, whose quiet zone would eat up its place
QUIET_ZONE = 4  # modules, ISO/IEC 18004
MIN_MODULE_MM = 0.4  # 0.25 mm fails when turned and blurred; 0.33 mm passed every time
MIN_SIDE_MM = 20.0  # of the code without its quiet zone: easy to aim at from a desk


@dataclass(frozen=True)
class Code:
    """A QR code, level Q: `rows` of "1" (dark) and "0", without the quiet zone."""

    link: str
    rows: tuple[str, ...]

    @property
    def modules(self) -> int:
        """Modules along one side."""
        return len(self.rows)


@cache  # the best of eight masks takes its time, and every product asks for the same few links
def encode(link: str) -> Code:
    """The smallest code, from version 3, that holds the link at level Q (a quarter may be damaged)."""
    maker = qrcode.QRCode(version=LEAST_VERSION, error_correction=ERROR_CORRECT_Q, border=0)
    maker.add_data(link)
    maker.make(fit=True)
    return Code(link, tuple("".join("1" if dark else "0" for dark in row) for row in maker.get_matrix()))


def outline(code: Code, at: int = 0) -> str:
    """A code as the path of an SVG, in modules, its corner `at` so many right and down; a dark run is a rectangle."""
    parts = []
    for y, row in enumerate(code.rows, at):
        x = 0
        while (start := row.find("1", x)) >= 0:
            x = (row + "0").find("0", start)
            parts.append(f"M{start + at} {y}h{x - start}v1h{start - x}z")
    return "".join(parts)
