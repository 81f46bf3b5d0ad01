"""codes/: each code that the order's files can carry, as SVG and PNG: for slides, e-mail and websites."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image

from press.content.typography import readable_link
from press.delivery.filenames import CODES
from press.language.message import Message, _
from press.links.addresses import carried
from press.links.link_pages import codes_page
from press.links.link_wording import address_words
from press.order.plan import Plan
from press.pdf.rendered.raster import read_qr
from press.system.compression import save_png
from press.typesetting.qr_code import QUIET_ZONE, Code, encode, outline

INDEX = f"{CODES}/index.html"
MODULE_PX = 32  # of the PNG: about 1,200 px a side, sharp on a slide of 4K
SHOWN_MM = 40  # of the SVG where nothing else says its size
BLACK_AND_WHITE = (0, 0, 0, 255, 255, 255)  # the PNG's palette


@dataclass(frozen=True)
class CodePicture:
    """A code's file name without its ending, what it leads to in words, and the link it carries."""

    name: str
    words: str
    link: str

    @property
    def shown(self) -> str:
        return readable_link(self.link)


def code_pictures(plan: Plan) -> tuple[CodePicture, ...]:
    """The codes of an order, by key; where there is no short address, by what they are of."""
    return tuple(
        CodePicture(
            address.key if plan.addresses.short and address.key else address.of.replace(" ", "-"),
            address_words(plan.content, address),
            address.printed,
        )
        for address in carried(plan.content, plan.addresses)
    )


def write_code_pictures(plan: Plan, work: Path) -> None:
    """Writes the folder into an order's working folder; the same content gives the same bytes."""
    (work / CODES).mkdir(exist_ok=True)
    found = code_pictures(plan)
    for one in found:
        code = encode(one.link)
        (work / CODES / f"{one.name}.svg").write_bytes(_svg(code).encode())
        save_png(_picture(code), work / CODES / f"{one.name}.png", Title=one.link)
    (work / INDEX).write_bytes(codes_page(found).encode())


def code_picture_faults(plan: Plan, work: Path) -> Iterator[tuple[str, Message]]:
    """File and fault of every picture that a reader reads otherwise than ordered."""
    for one in code_pictures(plan):
        file = f"{CODES}/{one.name}.png"
        with Image.open(work / file) as picture:
            read = [code.text for code in read_qr(picture.convert("L"))]
        if read != [one.link]:
            yield file, _("reads {read} instead of {link}", read=", ".join(read) or _("nothing"), link=one.link)


def _svg(code: Code) -> str:
    side = code.modules + 2 * QUIET_ZONE
    link = escape(code.link)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SHOWN_MM}mm" height="{SHOWN_MM}mm" '
        f'viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img" aria-label="Code: {link}">\n'
        f"<title>{link}</title>\n"
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>\n'
        f'<path fill="#000" d="{outline(code, QUIET_ZONE)}"/>\n</svg>\n'
    )


def _picture(code: Code) -> Image.Image:
    """Two colours, the quiet zone included."""
    side = code.modules + 2 * QUIET_ZONE
    small = Image.new("P", (side, side), 1)
    small.putpalette(BLACK_AND_WHITE)
    for y, row in enumerate(code.rows, QUIET_ZONE):
        for x, module in enumerate(row, QUIET_ZONE):
            if module == "1":
                small.putpixel((x, y), 0)
    return small.resize((side * MODULE_PX, side * MODULE_PX), Image.Resampling.NEAREST)
