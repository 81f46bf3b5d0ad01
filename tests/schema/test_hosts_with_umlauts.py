"""Hosts with umlauts: looked up as xn--…, read with umlauts, and refused where a letter looks like another."""

import pytest
from finished_pdf import codes, letters, pages
from pydantic import TypeAdapter, ValidationError
from tools import BUILT, PODCAST, edit, make, product

from press.content.link_choice import LinkChoice
from press.schema.urls import host_as_read, host_of, link_fault, looked_up
from press.schema.values import Host, Link, ShortAddress


def valid(kind, value: str) -> str:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    "written, meant",
    [
        ("https://www.gemeinde-übersee.de/x", "https://www.xn--gemeinde-bersee-7vb.de/x"),
        ("https://www.gemeinde-u\u0308bersee.de", "https://www.xn--gemeinde-bersee-7vb.de"),  # as macOS writes names
        ("https://straße.de/?a#b", "https://xn--strae-oqa.de/?a#b"),
        ("https://saint-étienne.example", "https://xn--saint-tienne-geb.example"),
        ("https://a\u017e.de", "https://xn--a-toa.de"),  # the last letter that is taken; the next one is refused below
    ],
)
def test_a_host_with_umlauts_becomes_what_is_looked_up(written: str, meant: str):
    assert [valid(kind, written) for kind in (Link, LinkChoice)] == [meant] * 2
    assert valid(ShortAddress, meant.split("/")[2].join(("https://", "/"))).endswith("/")
    assert valid(Host, written.split("/")[2].split("?")[0]) == host_of(meant)


@pytest.mark.parametrize(
    "link, what, fix",
    [
        ("https://www.m\u0443ster.de", "у (U+0443 CYRILLIC SMALL LETTER U)", "plain letters"),  # of two scripts
        ("https://a\u0180.de", "(U+0180", "plain letters"),
        ("https://übersee\u200d.de", "(U+200D ZERO WIDTH JOINER)", "plain letters"),
        ("https://über\u00adsee.de", "(U+00AD SOFT HYPHEN)", "plain letters"),
        ("https://über\u3002de", "(U+3002", "plain letters"),
        ("https://übersee.de@b.de", "no name of a host", ""),
        ("https://Übersee.de", "capital letters", "write übersee.de"),
        (f"https://{'ü' * 60}.de", "no name of a host", ""),
        ("https://xn--ü.de", "no name of a host", ""),
        ("https://übersee.de/für", "ü (U+00FC", "write https://xn--bersee-2ya.de/f%C3%BCr"),
        ("https://a.de/b c", "(U+0020 SPACE)", "delete it"),
    ],
)
def test_a_host_that_looks_like_another_is_refused_with_its_letter(link: str, what: str, fix: str):
    assert looked_up(link) == link or "/für" in link
    told = link_fault(looked_up(link))
    assert what in told[0] and fix in told[1]
    with pytest.raises(ValidationError):
        valid(Link, link)


@pytest.mark.parametrize(
    "host, read",
    [
        ("www.xn--gemeinde-bersee-7vb.de", "www.gemeinde-übersee.de"),
        ("xn--strae-oqa.de", "straße.de"),
        ("xn--saint-tienne-geb.example", "xn--saint-tienne-geb.example"),  # nobody's keyboard here
        ("xn--a.de", "xn--a.de"),
        ("a_b", "a_b"),
    ],
)
def test_a_host_is_read_with_umlauts_and_nothing_else(host: str, read: str):
    assert host_as_read(host) == read


def test_umlauts_are_printed_and_the_code_carries_what_is_looked_up(sample):
    edit(sample / PODCAST, "^link: .*", "link: https://www.gemeinde-übersee.de")
    make(sample)
    sheet = sample / BUILT / product(sample)["file"]
    assert all(letters("www.gemeinde-übersee.de") in page for page in pages(sheet))
    assert codes(sheet) == [["https://www.xn--gemeinde-bersee-7vb.de"]] * 2
