"""Everything on every page: a plain Typst template that sets each board anew.

As one writes it who does not think of volumes.
"""

from io import BytesIO
from pathlib import Path

from bench import sheet
from bench.clock import Clock
from bench.lanes import FINISHING, SETTING, Lane
from bench.plain import VERSION, plain_job, typesetter
from bench.work import Work


def _run(work: Work, target: Path, clock: Clock) -> None:
    from press import EDITION_DATE
    from press.colour.icc_profile import OutputProfile
    from press.finishing.pdfx import Finish, to_pdfx
    from press.pdf.page_boxes import Geometry

    with clock("reading"):
        boards = work.boards
    with clock(SETTING):
        typeset = typesetter(work).pdf(plain_job(work, boards), EDITION_DATE, VERSION, tagged=False)
    with clock(FINISHING):
        profile = OutputProfile(work.condition, Path(work.profile).read_bytes(), work.condition)
        finish = Finish(work.title, Geometry(sheet.WIDTH, sheet.HEIGHT), profile, EDITION_DATE, _no_slug())
        target.write_bytes(to_pdfx(typeset, finish))


def _no_slug() -> bytes:
    """An empty slug line."""
    import pikepdf

    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"")
        pdf.save(out)
    return out.getvalue()


LANE = Lane(
    "everything",
    "everything on every page",
    1,
    "plain Typst: every board set in full on its page, no stamps; then PDF/X-4",
    "dealing, fitting, preflight",
    _run,
    most=10_000,
)
