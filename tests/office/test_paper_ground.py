"""The office edition on white paper: still in the brand's colour, readable, and with a fifth of the toner."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from catalogue.setting import order
from PIL import Image, ImageChops, ImageStat
from tools import SAMPLE, copy_project

from press.brand.brand import load_brand
from press.brand.ground import ON_ACCENT, ground_roles
from press.brand.palette import office_palette
from press.build.context import BuildContext
from press.build.setting import set_product
from press.build.steps import check_products, finish_product
from press.colour.perception import contrast
from press.colour.printing_condition import SCREEN, load_profile
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.system.worker_pool import WorkerPool

FIFTH = 0.2
BRANDS = ("kleinstadtniveau", "musterstadt")


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return copy_project(tmp_path_factory.mktemp("ground") / "project", SAMPLE)


def products(root: Path, items: list[dict], editions=("office",), **keys):
    order(root, items, decks=["probe"], **keys)
    plan = make_plan(Project.at(root), "probe", Overrides(), editions)
    return plan, {product.file: product for product in plan.products}


def made(root: Path, layout: str, **keys) -> tuple[Path, list[str]]:
    """A product's file, and what preflight finds in it."""
    plan, found = products(root, [{"layout": layout} | ({"boards": 1} if layout.startswith("bingo") else {})], **keys)
    (product,) = found.values()
    context = BuildContext.begin(plan, Path(tempfile.mkdtemp(dir=root)), WorkerPool(1))
    typeset = set_product(context, product)
    file = finish_product(context, typeset).path
    return file, [str(finding) for report in check_products(context, [typeset]) for finding in report.findings]


def first_page(file: Path) -> Image.Image:
    """As Ghostscript renders it."""
    target = file.with_suffix(".ppm")
    options = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-dLastPage=1", "-r72"]
    subprocess.run(["gs", "-q", "-sDEVICE=ppmraw", *options, "-o", str(target), str(file)], check=True, timeout=120)
    return Image.open(target).convert("RGB")


def toner(page: Image.Image) -> float:
    """Of the four toners together, in pages full of one: black takes the place of what the three others share."""
    cyan, magenta, yellow = ImageChops.invert(page).split()
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    mean = [ImageStat.Stat(channel).mean[0] / 255 for channel in (cyan, magenta, yellow, black)]
    return sum(mean[:3]) - 2 * mean[3]


@pytest.mark.skipif(not shutil.which("gs"), reason="needs Ghostscript")
@pytest.mark.parametrize(
    "brand, layout",
    [
        ("musterstadt", "bingo-3x3"),
        *(
            pytest.param(brand, layout, marks=pytest.mark.thorough)
            for brand in BRANDS
            for layout in ("bingo-a5", "bingo-gross", "argumente", "plakat", "karten", "tischaufsteller")
        ),
    ],
)
def test_a_page_takes_a_fifth_of_the_toner_and_is_still_in_colour(root: Path, brand: str, layout: str):
    before = toner(first_page(made(root, layout, brand=brand)[0]))
    file, found = made(root, layout, brand=brand, ground="paper")
    page = first_page(file)
    assert found == [] and toner(page) <= FIFTH * before
    saturation = page.convert("HSV").getchannel("S").point(lambda level: 255 if level > 60 else 0)
    assert ImageStat.Stat(saturation).mean[0] / 255 > 0.004  # a page in black and white has none
    margin = page.crop((0, 0, page.width, 12))
    assert margin.getextrema() == ((255, 255),) * 3 or layout in ("karten", "bingo-a5")  # cut marks stand there


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("ground", ["accent", "paper"])
def test_text_keeps_its_contrast(brand: str, ground: str):
    project = Project.at(Path(__file__).parents[2])
    profile, value = load_profile(project, SCREEN, "test"), load_brand(project, brand).value
    roles = ground_roles(ground, value, profile)
    shown = {role: token["rgb"] for role, token in office_palette(value, profile).items()}
    levels = {role: tuple(bytes.fromhex(hexa[1:])) for role, hexa in shown.items()}
    page = levels[roles["fill"] or "paper"]
    for over in ("text", "title"):
        assert contrast(levels[roles[over]], page) >= 4.5
    assert contrast(levels[roles["number"]], levels[roles["disc"]]) >= 4.5
    assert contrast(levels[roles["line"]], levels["paper"]) >= 3


@pytest.mark.parametrize("hexa, title", [("#767676", "accent"), ("#777777", "ink")])  # 4.54:1 and 4.48:1 on white
def test_titles_are_in_the_accent_where_it_can_be_read(hexa: str, title: str):
    project = Project.at(Path(__file__).parents[2])
    profile, brand = load_profile(project, SCREEN, "test"), load_brand(project, "musterstadt").value
    accent = brand.colours.accent.model_copy(update={"hex": hexa, "cmyk": (0, 0, 0, 100), "spot": None})
    brand = brand.model_copy(update={"colours": brand.colours.model_copy(update={"accent": accent})})
    assert ground_roles("paper", brand, profile)["title"] == title


def test_an_item_says_its_own_ground_and_print_keeps_the_accent(root: Path):
    items = [{"layout": "argumente"}, {"layout": "plakat", "ground": "accent"}]
    _, found = products(root, items, editions=("print", "office"), ground="paper")
    assert {file: product.ground for file, product in found.items()} == {
        "print/argumente.pdf": "accent",
        "print/plakat.pdf": "accent",
        "office/argumente.pdf": "paper",
        "office/plakat.pdf": "accent",
    }


def test_what_is_ordered_in_black_is_gray_at_the_office(root: Path):
    project = Project.at(root)
    profile, brand = load_profile(project, SCREEN, "test"), load_brand(project, "musterstadt").value
    colour, gray = (office_palette(brand, profile, inks) for inks in ("4/0", "1/0"))
    grays = [bytes.fromhex(token["rgb"][1:]) for token in gray.values()]
    assert colour != gray and all(len(set(levels)) == 1 for levels in grays)
    assert ground_roles("accent", brand, profile) == ON_ACCENT
    file, found = made(root, "ansagerliste", brand="musterstadt", colours="1/0")
    if shutil.which("gs"):
        red, green, blue = first_page(file).split()
        assert (
            ImageChops.difference(red, green).getextrema()[1] <= 2 >= ImageChops.difference(red, blue).getextrema()[1]
        )
    assert found == []
