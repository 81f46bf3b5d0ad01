"""Whatever a layout prints of the shared texts is listed as printed by it."""

from finished_pdf import letters

from catalogue.conftest import Catalogue
from press.paths import Project
from press.typst_engine.asked_texts import asked_texts
from press.typst_engine.templates import read_templates

LONG = 14  # letters: shorter texts stand in others by chance


def test_no_text_on_a_page_is_missing_from_the_list(catalogue: Catalogue):
    templates, texts = read_templates(Project.at(catalogue.root)), catalogue.texts
    wanted = {key: letters(text) for key, text in texts.items() if len(letters(text)) >= LONG}
    seen: set[str] = set()
    for product, facts in catalogue.products.items():
        page = letters("".join(page.text for page in catalogue.pages(product)))
        printed = {key for key, text in wanted.items() if text in page}
        asked = asked_texts(templates, facts["layout"], texts)
        same = {key for key in printed if any(wanted[key] == wanted.get(other) for other in asked)}
        assert printed - asked - same == set(), product
        seen |= printed
    assert len(seen) > 30
