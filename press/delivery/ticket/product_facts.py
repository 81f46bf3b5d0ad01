"""What there is to know of a product before it is printed, in German: for the job ticket and the proof page."""

from press.brand.brand import Brand
from press.content.typography import grouped
from press.delivery.finished_file import FinishedFile
from press.delivery.ticket.inks import count_of, german, ink_names
from press.delivery.ticket.pieces import Pieces, pieces_of
from press.layouts.binding import FINISHING
from press.order.imposition import Sheets
from press.order.product import Product

Facts = tuple[tuple[str, str], ...]  # name and value

_EDGES = {"long-edge": "lange Seite", "short-edge": "kurze Seite", None: "–"}


def product_facts(file: FinishedFile, brand: Brand) -> Facts:
    """Sizes, numbers, colours, paper and what to do after printing."""
    product = file.product
    pieces = pieces_of(file)
    return (*_sizes(product), *_numbers(file, pieces), *_printing(product, brand), *_making(product, pieces))


def _sizes(product: Product) -> Facts:
    layout = product.layout
    folded = bool(layout.folds.x or layout.folds.y) or product.binding == "saddle"
    return (
        ("Endformat", size_text(layout.final or product.trim)),
        ("Anschnitt", _frame(product)),
        *([("Offenes Format" if folded else "Bogenformat", size_text(flat))] if (flat := open_size(product)) else []),
    )


def _numbers(file: FinishedFile, pieces: Pieces) -> Facts:
    product, copies = file.product, file.product.item.copies
    pages = f"{grouped(file.pages)} {'Seite' if file.pages == 1 else 'Seiten'} auf {grouped(file.leaves)} Blatt"
    if file.blank:
        first = f"Seite {file.pages - file.blank + 1}" + (f" bis {file.pages}" if file.blank > 1 else "")
        pages += f"; {first} leer"
    return (
        ("Umfang", pages),
        *([("Seitenfolge", order)] if (order := _page_order(file)) else []),
        ("Auflage", run_text(product, copies, pieces)),
        ("Druckbogen", grouped(pieces.sheets)),
        *([("Fertige Stücke", _finished(pieces))] if pieces.per_sheet > 1 else []),
        *([("Spielfelder", f"{grouped(product.boards)}, {' bis '.join(product.span)}")] if product.span else []),
    )


def _printing(product: Product, brand: Brand) -> Facts:
    front, back = ink_names(product, brand)
    inks = german(front) if front == back or not back else f"vorn {german(front)}; hinten {german(back)}"
    kind = "gestrichenes" if product.stock.paper.coated else "ungestrichenes"
    return (
        ("Farben", f"{count_of(product, brand)} ({inks})"),
        ("Papier", str(product.stock.paper)),
        *([("Laufrichtung", grain)] if (grain := _grain(product)) else []),
        (
            "Druckbedingung",
            f"{product.profile.condition} ({kind} Papier), Farbauftrag höchstens {product.profile.ink_limit:.0f} %",
        ),
        *([("Personalisiert", "ja, jede Seite ein Unikat: Digitaldruck")] if product.boards > 1 else []),
    )


def _making(product: Product, pieces: Pieces) -> Facts:
    layout = product.layout
    return (
        ("Verarbeitung", finishing_text(product)),
        *([("Wenden über", _EDGES[layout.duplex])] if layout.sides == 2 else []),
        *([("Zusammentragen", collation)] if (collation := _collation(product, pieces)) else []),
        *([("Stapel", _stacking(product.sheets))] if product.sheets and product.sheets.up > 1 else []),
    )


def finishing_text(product: Product) -> str:
    """What to do after printing."""
    return product.item.finishing or (FINISHING[product.binding] if product.binding else product.layout.finishing)


def open_size(product: Product) -> tuple[float, float] | None:
    """Width and height in mm before it is cut or folded; None if that is the finished size."""
    width, height = product.trim
    if product.binding == "saddle":
        return 2 * width, height
    return product.trim if product.layout.final else None


def run_text(product: Product, copies: int, pieces: Pieces) -> str:
    """How many of it are wanted: sheets are told one by one, cards in sets."""
    if product.boards:
        return f"{grouped(copies)} × jedes Blatt"
    if pieces.sets:
        return f"{grouped(copies)} {'Satz' if copies == 1 else 'Sätze'}"
    return f"{grouped(copies)} Stück"


def part_text(product: Product) -> str | None:
    """Which of several files of an item it is."""
    if product.part is None or not product.item.boards or not product.item.boards_per_file:
        return None
    return f"Teil {int(product.part)} von {-(-product.item.boards // product.item.boards_per_file)}"


def size_text(size: tuple[float, float]) -> str:
    """A width and a height in mm."""
    return f"{size[0]:g} × {size[1]:g} mm".replace(".", ",")


def _frame(product: Product) -> str:
    bleed = f"{product.frame.bleed:g} mm".replace(".", ",")
    return f"{bleed}, Marken außerhalb" if product.frame.marks else f"{bleed}, ohne Marken: Datenformat = Anschnitt"


def _page_order(file: FinishedFile) -> str | None:
    layout = file.product.layout
    if layout.sides == 1:
        return None
    if file.product.binding == "saddle":
        return "wie gelesen: Seite 1 vorn außen, letzte Seite hinten außen"
    if layout.folds.x or layout.folds.y:
        return "Seite 1 außen, Seite 2 innen" if file.pages == 2 else "ungerade Seiten außen, gerade innen"
    return "Seite 1 vorn, Seite 2 hinten" if file.pages == 2 else "ungerade Seiten vorn, gerade hinten"


def _finished(pieces: Pieces) -> str:
    return f"{grouped(pieces.finished)}, {pieces.per_sheet} je Bogen"


def _grain(product: Product) -> str | None:
    """Along the folds: across the grain paper breaks. A sheet whose grain runs along its long side is long grain."""
    folds, (width, height) = product.layout.folds, open_size(product) or product.trim
    if product.binding == "saddle":
        return f"parallel zum Bund ({'Schmalbahn' if height >= width else 'Breitbahn'})"
    if not (folds.x or folds.y):
        return None
    along = height if folds.x else width
    return f"längs zum Falz ({'Schmalbahn' if along == max(width, height) else 'Breitbahn'})"


def _collation(product: Product, pieces: Pieces) -> str | None:
    copies = product.item.copies
    if pieces.sets:
        return "je Satz"
    if product.boards > 1:
        return "in der Reihenfolge der Nummern" + (", je Satz" if copies > 1 else "")
    return None


def _stacking(sheets: Sheets) -> str:
    """How piles come together after the cut: places count in reading order, each pile in number order."""
    text = f"Bogen schneiden, Stapel 1 bis {sheets.up} (Plätze in Leserichtung) aufeinanderlegen, Stapel 1 zuoberst"
    return "; ".join((text, *(_blank(place, count, sheets.pages) for place, count in blank_places(sheets))))


def blank_places(sheets: Sheets) -> tuple[tuple[int, int], ...]:
    """Places of a page, from 1, that stay empty on some pages, and on how many, the last ones."""
    counts = (
        (place, sheets.pages - max(0, sheets.count - (place - 1) * sheets.pages)) for place in range(1, sheets.up + 1)
    )
    return tuple((place, count) for place, count in counts if count > 0)


def _blank(place: int, count: int, pages: int) -> str:
    if count >= pages:
        return f"Platz {place} ist leer"
    return (
        f"Platz {place} ist auf dem letzten Bogen leer"
        if count == 1
        else (f"Platz {place} ist auf den letzten {grouped(count)} Bogen leer")
    )
