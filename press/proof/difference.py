"""Two pictures of a page: whether they differ, and a picture of where."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageOps

from press.system.compression import save_png

# Each picture has a palette of its own, so single pixels at the edges of letters differ by more than a shade where
# nothing has changed. They vanish in the mean of their neighbours; a letter, a hair line or a tint does not.
NEIGHBOURS_PX = 2
NOTICED = 14  # levels of 255, of that mean
SPREAD_PX = 5  # a changed hair is shown this wide
FADED = 0.28  # how much of the page is left behind the marks
MARK = (214, 0, 108)  # stands out from black, white and every brand colour so far
LONGER_SIDE_PX = 760
COLOURS = 64


@dataclass(frozen=True)
class Side:
    """One of the two pictures, and the share at its left and upper edges that holds only printer's marks."""

    file: Path
    marks: tuple[float, float]

    def read(self) -> Image.Image:
        """The page as far as its bleed: the line of text outside it changes with every build."""
        picture = Image.open(self.file).convert("RGB")
        x, y = round(self.marks[0] * picture.width), round(self.marks[1] * picture.height)
        return picture.crop((x, y, picture.width - x, picture.height - y))


@dataclass(frozen=True)
class Difference:
    """Before, after, and where they differ; None where the sizes do not allow to compare."""

    before: Image.Image
    after: Image.Image
    mask: Image.Image | None

    @property
    def marked(self) -> Image.Image | None:
        """The later page with what changed marked. Made when asked for: most are never shown."""
        return _marked(self.after, self.mask) if self.mask else None

    def write(self, folder: Path, name: str) -> dict[str, str]:
        """Writes `<name>-before.png` and so on; which is where, by kind."""
        pictures = {"before": self.before, "after": self.after, "difference": self.marked}
        return {kind: _write(picture, folder / f"{name}-{kind}.png") for kind, picture in pictures.items() if picture}


def difference(before: Side, after: Side) -> Difference | None:
    """None if nobody would see one. Raises OSError for a picture that cannot be read."""
    if before.marks == after.marks and before.file.read_bytes() == after.file.read_bytes():
        return None
    old, new = before.read(), after.read()
    if old.size != new.size:
        return Difference(old, new, None)
    mask = _changed(old, new)
    return Difference(old, new, mask) if mask.getbbox() else None


def _changed(old: Image.Image, new: Image.Image) -> Image.Image:
    red, green, blue = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    return most.filter(ImageFilter.BoxBlur(NEIGHBOURS_PX)).point(lambda level: 255 if level > NOTICED else 0)


def _marked(page: Image.Image, mask: Image.Image) -> Image.Image:
    gray = ImageOps.grayscale(page).convert("RGB")
    faded = Image.blend(Image.new("RGB", page.size, "white"), gray, FADED)
    faded.paste(MARK, mask=mask.filter(ImageFilter.MaxFilter(SPREAD_PX)))
    return faded


def _write(picture: Image.Image, path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    small = picture.copy()
    small.thumbnail((LONGER_SIDE_PX, LONGER_SIDE_PX), reducing_gap=2.0)
    save_png(small.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE), path)
    return path.name
