"""The sampled: the pages of a file that are rendered and read one by one."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property

from pikepdf import Object, Pdf

from press.pdf.opening import File, open_pdf
from press.pdf.rendered.raster import RasterDocument, RasterPage


class SampledPages:
    """`pages` are their numbers in the whole file, from 0; they stand in `file` in this order."""

    def __init__(self, file: File, pages: Sequence[int]):
        self.pages, self._file = pages, file
        self._places = {page: place for place, page in enumerate(pages)}
        self._opened = ExitStack()
        self._document = self._opened.enter_context(
            RasterDocument(file if isinstance(file, bytes) else file.read_bytes())
        )

    def __contains__(self, page: int) -> bool:
        return page in self._places

    def view(self, page: int) -> RasterPage:
        """A page by its number in the whole file. Raises KeyError for one that was left out."""
        return self._document[self._places[page]]

    def page(self, page: int) -> Object:
        """Its dictionary, in a file small enough to be copied from."""
        return self._pdf.pages[self._places[page]].obj

    @cached_property
    def _pdf(self) -> Pdf:
        return self._opened.enter_context(open_pdf(self._file))

    def close(self) -> None:
        self._opened.close()
