"""Lines of the display face keep apart: letters that hang low and letters that stand high do not meet."""

from pathlib import Path

import pytest
import yaml
from tools import edit

from catalogue.setting import order, planned
from press.brand.letter_extents import SHARED, UNKNOWN
from press.build.context import BuildContext
from press.build.setting import set_product
from press.build.steps import check_products, finish_product
from press.order.plan import Plan
from press.preflight import overlaps
from press.system.worker_pool import WorkerPool

MEETING = "gggggggggg ÜÜÜÜÜÜÜÜÜÜ"  # two lines in a cell
DECK = "content/phrases/kleinstadtniveau.yaml"


def overlapping(plan: Plan) -> list[str]:
    """What preflight says of texts on texts."""
    (product,) = plan.products
    context = BuildContext.begin(plan, plan.project.build / "finished", WorkerPool(1))
    set_ = set_product(context, product)
    finish_product(context, set_)
    (report,) = check_products(context, [set_])
    return [finding.problem for finding in report.findings if finding.code == "overlap"]


def sheet(root: Path, brand: str, phrase: str) -> Plan:
    ids = [one["id"] for one in yaml.safe_load((root / DECK).read_text(encoding="utf-8"))["phrases"]]
    for id_ in ids:
        edit(root / DECK, rf"(?<=id: {id_}\n)    board: .*", f"    board: {phrase} {ids.index(id_)}")
    order(root, [{"layout": "bingo-3x3", "boards": 1}], brand=brand, decks=["kleinstadtniveau"])
    return planned(root)


@pytest.mark.parametrize("brand", ["kleinstadtniveau", "musterstadt"])
def test_a_low_letter_above_a_high_one(project, brand: str, monkeypatch):
    """And without knowing of how far they reach, preflight would refuse what was set."""
    assert overlapping(sheet(project, brand, MEETING)) == []
    monkeypatch.setattr(Plan, "display_extents", UNKNOWN)
    assert overlapping(planned(project))


@pytest.mark.parametrize("brand", ["kleinstadtniveau", "musterstadt"])
def test_the_hyphen_of_a_broken_name_stands_at_the_end_of_its_line(project, brand: str):
    """Where a renderer tells it in a part that is drawn once is another place: of one text in one brand, two in the
    other."""
    name = "Verwaltungsgemeinschaft Oberes Tal-Niederwald"  # 45 letters: broken in the free cell
    edit(project / f"assets/brands/{brand}/brand.yaml", "^name: .*", f"name: {name}")
    order(project, [{"layout": "bingo-5x5", "boards": 1}], brand=brand)
    assert overlapping(planned(project)) == []


def test_letters_may_share_as_much_as_preflight_lets_them():
    assert SHARED == overlaps.SOLID


def test_extents_of_a_face(project):
    """Of Bitter, measured in a font editor at weight 800: capitals 0.692 of the size, "g" 0.243 below the line."""
    extents = sheet(project, "musterstadt", MEETING).display_extents
    assert extents["falls"]["g"] == pytest.approx(0.243, abs=0.002)
    assert extents["rises"]["Ü"] == pytest.approx(0.191, abs=0.002)
    assert "x" not in {**extents["falls"], **extents["rises"]} and "H" not in extents["rises"]
