"""Annotations: what a link or a field leads to (ISO 32000-1, 12.5, 12.6.4.7)."""

from pikepdf import Array, Dictionary, Object, String


def address(note: Object) -> str:
    """Where a link leads outside of the file; nothing of one within it.

    Typst writes addresses in UTF-8, which a text string of a PDF is not: read as one, umlauts become two letters each.
    """
    return bytes(note.get("/A", Dictionary()).get("/URI", String(""))).decode("utf-8", errors="replace")


def annotations_in(element: Object) -> list[Object]:
    """The links and fields right in a structure element."""
    kids = element.get("/K", Array())
    return [
        kid.Obj
        for kid in (kids if isinstance(kids, Array) else [kids])
        if isinstance(kid, Dictionary) and "/Obj" in kid
    ]
