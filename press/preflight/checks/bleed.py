"""Bleed: what runs to the trim runs on to the bleed."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.rendered.pixels import darkest
from press.preflight.document import Document

CODE = "bleed"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A cut is up to a millimetre off; without bleed it leaves a white edge."

DPI = 100
PROBE_MM = 0.5  # how far inside the trim, and inside the bleed, a page is looked at
STEP = 4  # px between two probes along an edge
INKED = 16  # levels from white: more is a ground, not noise
BARE_PROBES = 3  # in a row: shorter ones are the rim of a mark that just touches
SAMPLE = 8  # pages


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    document.note_sample("bleed looked at", pages := document.sample_of_each(SAMPLE))
    for page in pages:
        if bare := [name for name, edge in _edges(document, page).items() if _is_bare(*edge)]:
            yield (
                page,
                _("the ground ends before the bleed ({sides})", sides=", ".join(bare)),
                _("let it run {bleed:g} mm over the trim", bleed=document.expected.geometry.bleed),
            )


def _edges(document: Document, page: int) -> dict[str, tuple[bytes, bytes]]:
    """Edge → pixels just inside the trim, and just inside the bleed, along it."""
    view, geometry = document.view(page), document.expected.geometry
    px, scale = DPI / 25.4, DPI / 72
    trim, bleed = round((geometry.slug + PROBE_MM) * px), round((geometry.slug - geometry.bleed + PROBE_MM) * px)
    width, height = view.pixels(scale)

    def row(y: int) -> bytes:
        return darkest(view.render_part(scale, (trim, y, width - trim, y + 1))).tobytes()[::STEP]

    def column(x: int) -> bytes:
        return darkest(view.render_part(scale, (x, trim, x + 1, height - trim))).tobytes()[::STEP]

    return {
        "top": (row(trim), row(bleed)),
        "bottom": (row(height - 1 - trim), row(height - 1 - bleed)),
        "left": (column(trim), column(bleed)),
        "right": (column(width - 1 - trim), column(width - 1 - bleed)),
    }


def _is_bare(inside: bytes, outside: bytes) -> bool:
    """Whether a ground at the trim is missing in the bleed, for more than a moment."""
    run = 0
    for near, far in zip(inside, outside):
        run = run + 1 if near < 255 - INKED <= far else 0
        if run >= BARE_PROBES:
            return True
    return False
