"""Products as files: what everybody asks of a finished file, read once."""

from dataclasses import dataclass
from pathlib import Path

from press.order.product import Product
from press.pdf.rendered.raster import page_count
from press.system.checksum import sha256_of


@dataclass(frozen=True)
class FinishedFile:
    """A product's PDF, finished for its edition; `sha256` is of its bytes."""

    product: Product
    path: Path
    pages: int
    sha256: str
    blank: int = 0  # of the pages, the last ones

    @property
    def leaves(self) -> int:
        """Sheets of paper in one copy."""
        return -(-self.pages // self.product.layout.sides)


def read_finished(product: Product, folder: Path, blank: int = 0) -> FinishedFile:
    """A product whose file lies in the order's folder; so many of its last pages are blank."""
    path = folder / product.file
    return FinishedFile(product, path, page_count(path), sha256_of(path), blank)
