"""Printer's marks: crop marks in registration colour, on every plate, outside the bleed."""

from press.pdf.page_boxes import Geometry, pt

MARK_STROKE_PT = 0.25
MARK_GAP_MM = 1.0  # between bleed and mark, so that no mark shows in the bleed
REGISTRATION = "/All cs 1 scn /All CS 1 SCN"  # ISO 32000-1, 8.6.6.4: the colorant that marks every plate


def crop_marks(geometry: Geometry) -> bytes:
    """Two strokes at each corner, as a content stream in media coordinates (pt)."""
    width, height = geometry.media
    left, bottom, right, top = geometry.trim_box
    reach = pt(geometry.slug - geometry.bleed - MARK_GAP_MM)
    strokes = [f"{MARK_STROKE_PT} w {REGISTRATION}"]
    for x in (left, right):
        strokes += [f"{x:.3f} 0 m {x:.3f} {reach:.3f} l S", f"{x:.3f} {height:.3f} m {x:.3f} {height - reach:.3f} l S"]
    for y in (bottom, top):
        strokes += [f"0 {y:.3f} m {reach:.3f} {y:.3f} l S", f"{width:.3f} {y:.3f} m {width - reach:.3f} {y:.3f} l S"]
    return "\n".join(strokes).encode()
