"""The first look: what an edit did to a page, shown while the order is still being checked and made."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from press.delivery.finished_file import FinishedFile
from press.delivery.preview import page_pictures, pictures, what_shows
from press.finishing.registry import edition_of

FAST = 1  # of 9: what is looked at once on this machine need not be small


@dataclass(frozen=True)
class FirstLook:
    """A page that an edit changed: what it is called, in German, and its picture as PNG."""

    title: str
    picture: bytes


def first_look(file: FinishedFile, published: Path) -> FirstLook | None:
    """The first page that shows something else than in the published order; None if nobody sees a difference.

    Of a product that is not published yet it is the first page. Only pages that have a picture there are compared.
    """
    product = file.product
    known = {picture.page: picture.shows for picture in pictures(published, product.pictures)} or {1: ""}
    pages = [page for page in known if page <= file.pages]
    marks = edition_of(product).geometry(product).outside_bleed
    for page, picture in zip(pages, page_pictures(file.path, pages)):
        if what_shows(picture, marks) != known[page]:
            out = BytesIO()
            picture.save(out, "PNG", compress_level=FAST)
            return FirstLook(f"{product.layout.title}, Seite {page}", out.getvalue())
    return None
