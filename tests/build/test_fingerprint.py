"""Fingerprints: whatever a product is made from, a change of it makes the product anew."""

import pytest
from tools import plan

from press.build.fingerprint import fingerprint


def prints(root) -> dict[str, str]:
    made = plan(root)
    return {product.file: fingerprint(made, product) for product in made.products}


@pytest.mark.parametrize("name", ["main.typ", "slug.typ", "lib/board.typ", "layouts/bingo-3x3.typ"])
def test_every_template_that_becomes_part_of_a_sheet(sample, name: str):
    before, template = prints(sample), sample / "templates" / name
    template.write_text(template.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    after = prints(sample)
    assert before["print/bingo-3x3.pdf"] != after["print/bingo-3x3.pdf"]


@pytest.mark.parametrize("name", ["ticket.typ", "layouts/plakat.typ"])
def test_what_other_files_are_made_from(sample, name: str):
    before, template = prints(sample), sample / "templates" / name
    template.write_text(template.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert prints(sample) == before
