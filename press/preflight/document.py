"""What a check looks at: the finished file as a stranger would see it, and what was expected."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import islice

import pikepdf
from pikepdf import Dictionary, Object
from zxingcpp import Barcode

from press.order.imposition import VOLUME
from press.pdf.extract import extract
from press.pdf.fonts_of_file import EmbeddedFonts
from press.pdf.graphics.inventory import Inventory
from press.pdf.graphics.painting import Mark
from press.pdf.graphics.placed_forms import read_placed
from press.pdf.opening import File, open_pdf
from press.pdf.page_tree import page_dict, page_dicts
from press.pdf.rendered.raster import RasterPage
from press.pdf.spoken_text import Part, SpokenText
from press.pdf.structure import Element, elements, tables
from press.preflight.expected import Expected
from press.preflight.form_reader import read_forms
from press.preflight.page_content import FormIndex
from press.preflight.sampled_pages import SampledPages
from press.preflight.separations import Separations
from press.preflight.survey import Survey, content_of, kind_of, survey
from press.system.worker_pool import WorkerPool

MOST_SPOKEN = 40  # pages: each takes a twentieth of a second
MOST_HELD = 32  # texts of pages
MOST_SAMPLED = 200  # pages: as many as the check with the largest sample asks for


@dataclass
class Document:
    """A file with the views that checks share; each is made once, when first asked for."""

    file: File
    expected: Expected
    workers: WorkerPool = field(default_factory=lambda: WorkerPool(1))
    sample_notes: list[str] = field(default_factory=list)  # how large samples were
    _opened: ExitStack = field(default_factory=ExitStack)

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return self._opened.enter_context(open_pdf(self.file))

    @property
    def data(self) -> bytes:
        return self.file if isinstance(self.file, bytes) else self.file.read_bytes()

    @property
    def count(self) -> int:
        """How many pages there are, counted one by one."""
        return len(self.survey.sorts)

    @cached_property
    def sampled(self) -> SampledPages:
        """The pages to be looked at one by one: all of a short file, else a sample and the first of every sort."""
        if self.count <= VOLUME:
            return self._opened.enter_context(closing(SampledPages(self.file, range(self.count))))
        sorts = self.survey.sorts
        pages = sorted(
            {
                *_spread(self.count, MOST_SAMPLED),
                *map(sorts.index, dict.fromkeys(sorts)),
                *islice(self.survey.mismatches, MOST_SAMPLED),
            }
        )
        return self._opened.enter_context(closing(SampledPages(extract(self.pdf, pages), pages)))

    @cached_property
    def separations(self) -> Separations:
        """The plates of sampled pages."""
        return self._opened.enter_context(closing(Separations(self.sampled.page, self.expected.spots)))

    def view(self, page: int) -> RasterPage:
        """A page (from 0) to render or to read. Raises KeyError for one that is not in the sampled."""
        return self.sampled.view(page)

    def page(self, number: int) -> Object:
        """A page's dictionary, from 0."""
        return page_dict(self.pdf, number)

    def kinds(self) -> Iterator[tuple[int, Object]]:
        """The first page, from 0, of each kind: pages of one kind have the same dictionary."""
        return ((number, self.page(number)) for number in self.survey.kinds.values())

    @cached_property
    def survey(self) -> Survey:
        return survey(self.file, int(self.pdf.Root.Pages.get("/Count", 0)), self.forms, self.expected, self.workers)

    @cached_property
    def forms(self) -> FormIndex:
        """The parts that pages like the first one draw, if that one is made of parts alone."""
        first = next(page_dicts(self.pdf), Dictionary())
        if read_placed(content_of(first)) is None:
            return FormIndex()
        with pikepdf.open(BytesIO(extract(self.pdf, [0]))) as pdf:
            resources = pdf.pages[0].obj.Resources
            parts = read_forms(resources, self.expected.geometry)
            marks = {name: Inventory().add(resources.XObject[f"/{name}"], resources, 0) for name in parts}
        sorts = {name: [*dict.fromkeys(marks.values())].index(own) for name, own in marks.items()}
        return FormIndex(kind_of(first), parts, sorts, self.expected.phrases)

    @cached_property
    def spoken(self) -> list[Part]:
        """What is read aloud, by its tags: of all pages of a short file, else of a sample."""
        pages = None if self.count <= MOST_SPOKEN else _spread(self.count, MOST_SPOKEN)
        if pages is not None:
            self.sample_notes.append(f"read aloud {len(pages)} of {self.count} pages")
        return SpokenText(self.pdf, pages, self.fonts).parts

    @cached_property
    def elements(self) -> list[Element]:
        """The structure elements in reading order."""
        return elements(self.pdf)

    @cached_property
    def tables(self) -> list[Element]:
        return tables(self.elements)

    @cached_property
    def fonts(self) -> EmbeddedFonts:
        return EmbeddedFonts()

    @property
    def inventory(self) -> Inventory:
        """Every mark: of the parts that are drawn, and of pages that are more than parts."""
        return self._inventoried[0]

    @cached_property
    def _inventoried(self) -> tuple[Inventory, dict[int, Hashable]]:
        """The inventory, and what the pages that are more than parts are made of."""
        inventory = Inventory()
        sorts: dict[int, Hashable] = {}
        for name, number in self.survey.parts.items():
            resources = self.page(number).Resources
            inventory.add(resources.XObject[f"/{name}"], resources, number)
        for number, sort in enumerate(self.survey.sorts):
            if sort is None:
                sorts[number] = inventory.add(page := self.page(number), page.get("/Resources", Dictionary()), number)
        return inventory, sorts

    def marks(self) -> Iterator[tuple[Mark, int]]:
        """Every distinct mark of the file with the first page, from 0, that carries it."""
        return iter(self.inventory.first_pages.items())

    def sort(self, page: int) -> Hashable:
        """What a page (from 0) is made of: pages that differ only in which stamps they carry are of one sort."""
        return self.survey.sorts[page] or self._inventoried[1][page]

    def whole(self) -> list[int]:
        """The pages, from 0, that are more than parts: to be looked at one by one."""
        return [page for page, sort in enumerate(self.survey.sorts) if sort is None]

    def sample(self, most: int) -> tuple[int, ...]:
        """The pages, from 0, that a rendering check looks at: all of a short file, else `most` evenly spread ones."""
        return tuple(self.sampled.pages[place] for place in _spread(len(self.sampled.pages), most))

    def sample_of_each(self, most: int, sort: Callable[[int], Hashable] | None = None) -> tuple[int, ...]:
        """`sample(most)`, and the first page of every sort that it missed. `sort` is of a page, from 0."""
        pages, sort = set(self.sample(most)), sort or self.sort
        seen = {sort(page) for page in pages}
        for page in self.sampled.pages:
            if (own := sort(page)) not in seen:
                seen.add(own)
                pages.add(page)
        return tuple(sorted(pages))

    def note_sample(self, what: str, pages: tuple[int, ...]) -> None:
        self.sample_notes.append(f"{what} on {len(pages)} of {self.count} pages")

    @cached_property
    def codes(self) -> Callable[[int, int], list[Barcode]]:
        """Of a page (from 0) and dpi: the codes that are read on it."""
        return lru_cache(maxsize=MOST_SAMPLED)(lambda page, dpi: self.view(page).codes(dpi / 72)[1])

    @cached_property
    def text(self) -> Callable[[int], str]:
        """Of a page (from 0): the text inside the trim, what is left once it is cut."""
        return lru_cache(maxsize=MOST_HELD)(self._page_text)

    def _page_text(self, page: int) -> str:
        return self.view(page).text_in(self.expected.geometry.trim_box)

    def close(self) -> None:
        """Closes the views that were made, and lets go of texts and codes."""
        for held in ("codes", "text"):  # each holds this object, which holds it: 100 MB and more
            self.__dict__.pop(held, None)
        self._opened.close()


def _spread(count: int, most: int) -> list[int]:
    """The places of all of a few, or of `most` evenly spread ones of many."""
    return list(range(count)) if count <= most else sorted({round(i * (count - 1) / (most - 1)) for i in range(most)})
