"""The pages of a PDF, walked as a tree: as many as are asked for, never all of them in memory."""

from collections.abc import Iterator

from pikepdf import Dictionary, Object, Pdf


def page_dicts(pdf: Pdf, pages: range | None = None) -> Iterator[Object]:
    """The dictionaries of some pages (from 0), or of all that there are, whatever the tree says of their number.

    Raises ValueError for a tree that goes round in circles.
    """
    yield from _below(pdf.Root.Pages, pages, 0, frozenset())


def page_dict(pdf: Pdf, page: int) -> Object:
    """One page's dictionary. Raises IndexError."""
    for found in page_dicts(pdf, range(page, page + 1)):
        return found
    raise IndexError(f"no page {page + 1}")


def _below(node: Object, pages: range | None, first: int, above: frozenset[tuple[int, int]]) -> Iterator[Object]:
    if node.objgen in above and node.is_indirect:
        raise ValueError("the page tree goes round in circles")
    for kid in node.get("/Kids", ()):
        if not isinstance(kid, Dictionary):
            continue
        count = int(kid.get("/Count", 0)) if (group := "/Kids" in kid) else 1
        if pages is None or (first < pages.stop and pages.start < first + count):
            if group:
                yield from _below(kid, pages, first, above | {node.objgen})
            else:
                yield kid
        first += count
