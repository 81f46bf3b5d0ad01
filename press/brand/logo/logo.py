"""Logos: read with care, as a browser or a viewer shows them, and told by name where they cannot be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path

from press.brand.brand import Brand, Logos
from press.brand.logo import picture_logo as raster
from press.brand.logo import vector
from press.brand.logo.drawing import Drawing
from press.brand.logo.faults import DPI, UnprintableError
from press.brand.logo.fine_lines import thinnest
from press.errors import PressError, Problem, collecting
from press.language.message import Message, _
from press.schema.validation import Loaded
from press.system.written_names import file_inside, spelt_otherwise

MAX_BYTES = 5_000_000
PICTURES = (".png", ".jpg", ".jpeg")
KINDS = (".svg", ".pdf", *PICTURES)
# How high a logo may be beside a name in one line: twice its 15 pt (templates/lib/sign.typ). Beside more lines, higher.
HEAD_MM = 2 * 15 * 25.4 / 72


@dataclass(frozen=True)
class Logo:
    """A logo file that may be used. `ratio` is width over height as shown, `pixels` the width of a picture."""

    name: str
    data: bytes
    suffix: str
    ratio: float
    pixels: int | None = None
    where: str = ""  # `file:line` that names it

    @property
    def widest(self) -> float | None:
        """In mm: wider, and one would see a picture's dots. None for shapes, which have no limit."""
        return self.pixels and self.pixels / DPI * 25.4

    @property
    def drawing(self) -> Drawing | None:
        """Its shapes; None for a picture."""
        if self.suffix == ".svg":
            return vector.examine_svg(self.data)[1]
        return vector.examine_pdf(self.data) if self.suffix == ".pdf" else None


def load_logos(folder: Path, brand: Loaded[Brand]) -> dict[str, Logo]:
    """A brand's logos from its folder by ground ("on-paper", "on-accent"). Raises PressError with all that is wrong."""
    logos: dict[str, Logo] = {}
    if (named := brand.value.logo) is None:
        return logos
    with collecting() as problems:
        for ground, name in named.files().items():
            where = brand.where("logo", ground)
            with problems.catching():
                known = next((logo for logo in logos.values() if logo.name == name), None)
                logos[ground] = known or load_logo(folder, name, where)
                problems.add(misfits(logos[ground], ground, named, where))
    return logos


def load_logo(folder: Path, name: str, where: str) -> Logo:
    """Reads a logo from a brand's folder. Raises PressError with all that keeps it from print."""
    path = file_inside(folder, name).resolve()
    suffix = path.suffix.lower()
    if not path.is_relative_to(folder.resolve()):
        raise PressError(
            Problem(where, _("`{name}` lies outside the brand's folder", name=name), _("copy the file into it"))
        )
    if suffix not in KINDS:
        raise PressError(
            Problem(where, _("`{name}` is no SVG, PDF, PNG or JPEG", name=name), _("export the logo as one of them"))
        )
    if fault := spelt_otherwise(folder, name):
        raise PressError(Problem(where, _("`{file}`: {fault}", file=name, fault=fault[0]), fault[1]))
    if not path.is_file():
        raise PressError(Problem(where, _("there is no file `{name}`", name=name), _("put it into the brand's folder")))
    if (size := path.stat().st_size) > MAX_BYTES:
        raise PressError(
            Problem(
                where,
                _("`{name}` has {size} MB", name=name, size=size // 1000000),
                _("use a file under {max_bytes} MB", max_bytes=MAX_BYTES // 1000000),
            )
        )
    return _examined(name, path.read_bytes(), suffix, where)


def _examined(name: str, data: bytes, suffix: str, where: str) -> Logo:
    try:
        if suffix in PICTURES:
            width, height = raster.examine(data)
            return Logo(name, data, suffix, width / height, width, where)
        if suffix == ".svg":
            return Logo(name, data, suffix, vector.examine_svg(data)[2], None, where)
        drawing = vector.examine_pdf(data)
        return Logo(name, data, suffix, drawing.width / drawing.height, None, where)
    except UnprintableError as error:
        raise PressError(
            Problem(where, _("`{file}`: {fault}", file=name, fault=what), fix) for what, fix in error.faults
        ) from None


def misfits(logo: Logo, ground: str, named: Logos, where: str) -> Iterator[Problem]:
    """What a file cannot do where the brand wants it."""
    if logo.widest is not None and logo.widest < named.min_width:
        yield Problem(
            where,
            _(
                "`{logo}` is {pixels} pixels wide, sharp up to {widest:.0f} mm, and `min-width` is {min_width:g} mm",
                logo=logo.name,
                pixels=logo.pixels,
                widest=logo.widest,
                min_width=named.min_width,
            ),
            _("use a file of at least {min_width} pixels, or an SVG", min_width=ceil(named.min_width / 25.4 * DPI)),
        )
    if ground == "on-accent" and named.on_accent:
        if logo.suffix in PICTURES and raster.is_transparent(logo.data):
            yield Problem(
                where,
                _("`{logo}` is a transparent picture, which print sets on white", logo=logo.name),
                _(
                    "use an SVG for the accent, or delete this line: the other logo then stands there on a "
                    "plate of paper"
                ),
            )
        if logo.drawing and logo.drawing.see_through:
            yield Problem(
                where,
                _("`{logo}` has see-through colours, which print lays on white", logo=logo.name),
                _("make them opaque, or delete this line: the other logo then stands there on a plate of paper"),
            )


def head_note(logo: Logo, least: float) -> Message | None:
    """That heads of sheets do without a logo which may not be narrower than `least` mm; None if they do not."""
    if (height := least / logo.ratio) <= HEAD_MM:
        return None
    most = floor(10 * HEAD_MM * logo.ratio) / 10
    return _(
        "`{logo}` is {height:.0f} mm high where it is {least:g} mm wide: the head of a sheet has "
        "{head_mm:.1f} mm beside one line, and sets the name alone; min-width: {most:g} would "
        "let it in",
        logo=logo.name,
        height=height,
        least=least,
        head_mm=HEAD_MM,
        most=most,
    )


def notes(logo: Logo, width: float) -> list[Message]:
    """What print changes in a logo placed `width` mm wide, a line each."""
    found = []
    if logo.drawing and (line := thinnest(logo.drawing, width)):
        thin, least = line
        found.append(
            _(
                "`{logo}` has lines of {thin:.2g} pt where it is {width:g} mm wide; print draws them {least:g} pt",
                logo=logo.name,
                thin=thin,
                width=width,
                least=least,
            )
        )
    if logo.drawing and logo.drawing.see_through:
        found.append(_("`{logo}` has see-through colours; print lays them on white", logo=logo.name))
    return found
