"""What a check looks at: the finished file as a stranger would see it, and what was ordered."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Callable, Iterator

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

from press.geometry import Geometry
from press.pdf.inventory import Inventory
from press.pdf.marks import Mark
from press.profile import OutputProfile



@dataclass(frozen=True)
class Ordered:
    """What the file must turn out to be; from the order, never from the file."""

    name: str
    geometry: Geometry
    pages: int
    codes: Callable[[int], tuple[str, ...]]  # page, from 0 → the links of its codes, in any order
    told: tuple[str, ...]  # the links of codes that have words for whom cannot see them
    sheets: tuple[str, ...]  # sheet IDs, from the first to the last
    inks: str  # front/back, or "spot"
    spots: tuple[str, ...]
    profile: OutputProfile
    safe: float  # mm from the edge that stay free of text
    hosts: tuple[str, ...] | None = None  # where codes may lead; anywhere, if None


@dataclass
class Subject:
    """A file with the views that checks share; each is made once, when first asked for."""

    data: bytes
    ordered: Ordered
    notes: list[str] = field(default_factory=list)  # how large samples were

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.data))

    @cached_property
    def pdfium(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.data)

    @cached_property
    def inventory(self) -> Inventory:
        return Inventory(self.pdf)

    def marks(self) -> Iterator[tuple[Mark, int]]:
        """Every distinct mark of the file with the first page, from 0, that carries it."""
        return iter(self.inventory.first_pages.items())

    def sample(self, most: int) -> tuple[int, ...]:
        """The pages, from 0, that a rendering check looks at: all of a short file, `most` evenly spread ones of a long one."""
        count = len(self.pdf.pages)
        if count <= most:
            return tuple(range(count))
        return tuple(sorted({round(i * (count - 1) / (most - 1)) for i in range(most)}))

    def sample_of_each(self, kind: Callable[[int], object], most: int) -> tuple[int, ...]:
        """`sample(most)`, and the first page of every kind that it missed. `kind` is of a page, from 0."""
        pages = set(self.sample(most))
        seen = {kind(page) for page in pages}
        for page in range(len(self.pdf.pages)):
            if (own := kind(page)) not in seen:
                seen.add(own)
                pages.add(page)
        return tuple(sorted(pages))

    def note_sample(self, what: str, pages: tuple[int, ...]) -> None:
        self.notes.append(f"{what} on {len(pages)} of {len(self.pdf.pages)} pages")

    def where(self, page: int | None = None) -> str:
        return self.ordered.name if page is None else f"{self.ordered.name} page {page + 1}"

    @lru_cache(maxsize=32)
    def picture(self, page: int, dpi: int) -> Image.Image:
        """A page as it will look, media edge to media edge; each pixel as dark as its darkest channel."""
        red, green, blue = self.pdfium[page].render(scale=dpi / 72).to_pil().convert("RGB").split()
        return ImageChops.darker(ImageChops.darker(red, green), blue)

    def signature(self, page: int) -> object:
        """What a page (from 0) is made of: pages that differ only in which stamps they carry are alike."""
        return self.inventory.pages[page] if page < len(self.inventory.pages) else None

    @lru_cache(maxsize=32)
    def text(self, page: int) -> str:
        """The text inside the trim: what is left of a page once it is cut."""
        return self.pdfium[page].get_textpage().get_text_bounded(*self.ordered.geometry.trim_box)

    def __hash__(self) -> int:
        return id(self)

    def close(self) -> None:
        """Closes the views that were made; a file that cannot be opened has none."""
        for view in {"pdf", "pdfium"} & self.__dict__.keys():
            getattr(self, view).close()
