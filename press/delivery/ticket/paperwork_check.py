"""Ticket and report are looked at as every office file is."""

from functools import lru_cache
from pathlib import Path

from press.colour.icc_profile import OutputProfile
from press.delivery.ticket.job_ticket import A4_MM
from press.finishing.office_edition import OFFICE
from press.pdf.page_boxes import Geometry
from press.pdf.rendered.raster import page_count
from press.preflight.expected import Expected
from press.preflight.runner import Report, preflight


def check_paperwork(file: Path, profile: OutputProfile) -> Report:
    """Preflight of a file of text alone, on as many pages as it has. The same bytes are looked at once in a process."""
    return _report_on(file.name, file.read_bytes(), profile)


@lru_cache(maxsize=8)
def _report_on(name: str, data: bytes, profile: OutputProfile) -> Report:
    expected = Expected(
        name=name,
        edition=OFFICE.name,
        geometry=Geometry(*A4_MM, bleed=0.0, slug=0.0),
        pages=page_count(data),
        blank=0,
        multiple=1,
        sheets=None,
        codes=_nothing,
        cells=_nothing,
        described_links=(),
        phrases=(),
        inks="",
        spots=(),
        profile=profile,
        safe=OFFICE.safe,
    )
    return preflight(data, expected)


def _nothing(page: int) -> tuple[()]:
    return ()
