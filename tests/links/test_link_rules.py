"""Drafts: placeholders are found, whatever stands around them."""

import pytest
from tools import DECK, ORDER, PODCAST, attempt, edit, plan

from press.links.link_rules import is_placeholder


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "https://EXAMPLE.org/x",
        "https://www.example.com/",
        "https://example.net:8443/a",
        "https://example.org./",
        "https://podcast.example",
        "https://a.b.invalid/x",
        "https://localhost:8000/",
        "https://x.localhost",
        "https://x.test",
    ],
)
def test_reserved_hosts(link: str):
    assert is_placeholder(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://kommune.de",
        "https://example.org.de",
        "https://myexample.org",
        "https://notlocalhost.de",
        "https://de/example.org",
        "https://test.de",
        "https://example.de",
        "https://a.de/?q=example.com",
    ],
)
def test_real_hosts(link: str):
    assert not is_placeholder(link)


def test_every_link_in_use_is_a_reason(sample):
    reasons = {reason.where: reason.what for reason in plan(sample).draft_reasons}
    assert sorted(reasons)[1:] == [f"{PODCAST}:{line}" for line in (12, 14, 4, 7)]
    assert sorted(reasons)[0].startswith("assets/brands/kleinstadtniveau/brand.yaml:")
    assert "https://probefunk.example/brief" in reasons[f"{PODCAST}:7"]


def test_an_address_of_an_order_is_one_of_them(sample):
    edit(sample / ORDER, "seed: 7", "seed: 7\npodcast: none\nlink: https://bingo.example/mai")
    assert [reason.link for reason in plan(sample).draft_reasons][1:] == ["https://bingo.example/mai"]


def test_an_address_of_an_order_leads_to_an_allowed_host(sample):
    edit(sample / PODCAST, "newsletter:", "hosts: [probefunk.example, example.org]\nnewsletter:")
    plan(sample)
    edit(sample / ORDER, "copies: 3", "copies: 3\n    link: https://bingo.example/mai")
    _, (problem,) = attempt(plan, sample)
    assert problem.where == f"{ORDER}:11" and "bingo.example, which is not among the `hosts`" in problem.what


def test_an_episode_no_phrase_names_is_no_reason(sample):
    edit(sample / DECK, "    episode: folge-2\n", "")
    assert f"{PODCAST}:14" not in [reason.where for reason in plan(sample).draft_reasons]
