"""What a viewer shows of a PDF page: its box, the way up that `/Rotate` says."""

from pikepdf import Page

from press.brand.logo.drawing import Box, Matrix


def shown_box(page: Page) -> Box:
    """The trim, if the page has one, within the crop box: printers' marks lie outside it."""
    media, crop = _box(page.mediabox), _box(page.cropbox)
    shown = _within(crop, media)
    return _within(_box(page.obj.TrimBox), shown) if "/TrimBox" in page.obj else shown


def upright(page: Page) -> tuple[float, float, Matrix]:
    """Width and height in pt as shown, and the matrix that lays the page's content there."""
    left, bottom, right, top = shown_box(page)
    turns = int(page.obj.get("/Rotate", 0)) // 90 % 4  # clockwise
    if turns == 0:
        return right - left, top - bottom, (1.0, 0.0, 0.0, 1.0, -left, -bottom)
    if turns == 1:
        return top - bottom, right - left, (0.0, -1.0, 1.0, 0.0, -bottom, right)
    if turns == 2:
        return right - left, top - bottom, (-1.0, 0.0, 0.0, -1.0, right, top)
    return top - bottom, right - left, (0.0, 1.0, -1.0, 0.0, top, -left)


def _box(numbers: object) -> Box:
    one, two, three, four = (float(part) for part in numbers)  # type: ignore[attr-defined]
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _within(box: Box, outer: Box) -> Box:
    inside = (
        max(box[0], outer[0]),
        max(box[1], outer[1]),
        min(box[2], outer[2]),
        min(box[3], outer[3]),
    )
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else outer
