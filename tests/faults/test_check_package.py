"""`invoke check --build` and the ZIP for the print shop: it holds what was made, and can be unpacked."""

import pytest
from faults.published_order import PACKAGE, listed, packed, relist, summed, told, vouched
from tools import BUILT


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda contents: contents.pop("auftrag.pdf"), "what its SHA256SUMS.txt says"),
        (lambda contents: (contents.pop("auftrag.pdf"), summed(contents)), "the files of this folder"),
        (lambda contents: (contents.update({"more.pdf": b"%PDF"}), summed(contents)), "the files of this folder"),
        (lambda contents: (contents.update({"auftrag.pdf": b"%PDF"}), summed(contents)), "the files of this folder"),
        (lambda contents: contents.update({"SHA256SUMS.txt": b""}), "what its SHA256SUMS.txt says"),
        (lambda contents: contents.pop("SHA256SUMS.txt"), "what its SHA256SUMS.txt says"),
    ],
)
def test_a_package_that_holds_something_else(small, change, said: str):
    vouched(small, PACKAGE, packed(small, change))
    assert said in told(small)[PACKAGE]


def test_a_package_that_cannot_be_unpacked(small):
    vouched(small, PACKAGE, (small / BUILT / PACKAGE).read_bytes()[:-100])
    assert "cannot be unpacked" in told(small)[PACKAGE]


def test_a_draft_that_is_called_ready(small):
    (small / BUILT / PACKAGE).rename(small / BUILT / "standard.zip")
    sums = listed(small)["outputs"]
    relist(small, outputs={name.replace(PACKAGE, "standard.zip"): value for name, value in sums.items()})
    assert PACKAGE in told(small)
