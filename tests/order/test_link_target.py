"""Where codes lead: by item, order and brand; with another podcast, or with none."""

from pathlib import Path

import pytest
from tools import ORDER, PODCAST, attempt, edit, plan, write_item

from press.order.check import check
from press.paths import Project

BRAND = "assets/brands/kleinstadtniveau/brand.yaml"
SITE, FUNK, LETTER = (
    "https://example.org/kleinstadtniveau",
    "https://probefunk.example",
    "https://probefunk.example/brief",
)
OWN = "https://www.seedorf.de/bingo"


def say(root: Path, *lines: str, file: str = ORDER) -> None:
    edit(root / file, "\\Z", "\n".join(("", *lines, "")))


def targets(root: Path) -> list[str]:
    """Of the bingo sheet and the brochure."""
    return [product.target.link for product in plan(root).products]


@pytest.mark.parametrize(
    "link, leads",
    [("podcast", FUNK), ("website", SITE), ("newsletter", LETTER), ("episode", FUNK), (OWN, OWN)],
)
def test_an_order_chooses_a_link(sample, link: str, leads: str):
    say(sample, f"link: {link}")
    assert targets(sample) == [leads, leads]


def test_an_item_goes_before_the_order_and_the_order_before_the_brand(sample):
    assert targets(sample) == [FUNK, FUNK]
    say(sample, "link: website", file=BRAND)
    assert targets(sample) == [SITE, SITE]
    say(sample, "link: newsletter")
    assert targets(sample) == [LETTER, LETTER]
    edit(sample / ORDER, "copies: 3", f"copies: 3\n    link: {OWN}")
    assert targets(sample) == [LETTER, OWN]


@pytest.mark.parametrize("layout, told", [("ansagerliste", True), ("plakat", False)])
def test_where_nothing_leads_there_it_is_told(sample, layout: str, told: bool):
    write_item(sample, layout)
    edit(sample / ORDER, f'"{layout}"', f'"{layout}", "link": "{OWN}"')
    _, problems = attempt(plan, sample)
    assert [problem.what for problem in problems] == (
        ["`ansagerliste` prints no code, so that nothing would lead there"] if told else []
    )


def test_episodes_are_for_boards(sample):
    say(sample, "link: episode")
    sheets = plan(sample).products[0].sheets
    assert sheets and sheets.links == (FUNK, f"{FUNK}/1", f"{FUNK}/2")


@pytest.mark.parametrize("file", [ORDER, BRAND])
def test_without_a_podcast_codes_lead_to_the_website(sample, file: str):
    say(sample, "podcast: none", file=file)
    made = plan(sample)
    assert made.content.podcast is None and targets(sample) == [SITE, SITE]
    assert not any(made.content.episode(phrase) for phrase in made.content.phrases)
    assert [reason.link for reason in made.draft_reasons] == [SITE]


def test_a_podcast_that_was_never_written_is_none(sample):
    (sample / PODCAST).unlink()
    assert targets(sample) == [SITE, SITE]


def test_a_brand_and_an_order_have_podcasts_of_their_own(sample):
    (sample / "content/podcasts").mkdir()
    for name in ("seefunk", "dorffunk"):
        written = f"name: {name}\nabout: zum Testen\nlink: https://{name}.de\n"
        (sample / f"content/podcasts/{name}.yaml").write_text(written, encoding="utf-8")
    say(sample, "podcast: seefunk", file=BRAND)
    assert targets(sample) == ["https://seefunk.de"] * 2
    say(sample, "podcast: dorffunk")
    assert targets(sample) == ["https://dorffunk.de"] * 2


def test_a_mistake_in_a_podcast_that_nobody_names_is_told(sample):
    (sample / "content/podcasts").mkdir()
    (sample / "content/podcasts/seefunk.yaml").write_text("name: Seefunk\nabout: zum Testen\n", encoding="utf-8")
    _, problems = attempt(check, Project.at(sample))
    assert [problem.where for problem in problems] == ["content/podcasts/seefunk.yaml:1"]


@pytest.mark.parametrize("file", [ORDER, BRAND])
def test_a_newsletter_may_be_left_out(sample, file: str):
    say(sample, "newsletter: none", file=file)
    made = plan(sample)
    assert made.content.podcast and made.content.podcast.value.newsletter is None
    assert LETTER not in [reason.link for reason in made.draft_reasons]


@pytest.mark.parametrize(
    "link, missing", [("podcast", "podcast"), ("episode", "podcast"), ("newsletter", "newsletter")]
)
def test_a_link_to_what_is_not_there_is_refused(sample, link: str, missing: str):
    say(sample, "podcast: none", f"link: {link}")
    _, (problem,) = attempt(plan, sample)
    assert problem.where.startswith(f"{ORDER}:") and problem.what == f"`link` is `{link}`, and there is no {missing}"


def test_a_brand_that_no_longer_counts_is_not_blamed(sample):
    say(sample, "podcast: none", "link: newsletter", file=BRAND)
    assert attempt(plan, sample)[1]
    say(sample, "link: website")
    assert targets(sample) == [SITE, SITE]


def test_a_short_address_without_a_podcast_is_told(sample):
    say(sample, "podcast: none", "short: https://www.seedorf.de/b/")
    _, (problem,) = attempt(plan, sample)
    assert "`podcast` is none" in problem.what and problem.where.startswith(f"{ORDER}:")
