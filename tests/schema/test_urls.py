"""Links: the host that a person reads is the host that a phone goes to, and one that the podcast's file allows."""

import pytest
from finished_pdf import codes, letters, pages
from pydantic import TypeAdapter, ValidationError
from tools import BUILT, PODCAST, edit, make, product

from press.content.typography import readable_link
from press.schema.urls import host_of
from press.schema.values import Host, Link

CYRILLIC = "xn--80ak6aa92e.com"  # five letters that look like a maker of phones


def valid(kind, value: str) -> str:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    "link",
    [
        "https://a.de",
        "https://www.kommune.de/a/b?c=d&e=%20#f",
        "https://xn--strae-oqa.de/",
        f"https://{CYRILLIC}/",
        "https://a.de/@b",
        "https://3sat.de",
        "https://a.de/a:b;c,d(e)~!$'*+[1]",
    ],
)
def test_links_that_lead_where_they_seem_to(link: str):
    assert valid(Link, link) == link


@pytest.mark.parametrize(
    "link",
    [
        r"https://a.de\@b.de",
        r"https://a.de\.b.de",
        "https://a.de@b.de",
        "https://@b.de",
        "https://a:b@c.de",
        "https://a.de%40b.de",
        "https://a%2ede",
        "https://a.de\t.b.de",
        "https://a.de\u3002b.de",
        "https://a.de.",
        "https://.a.de",
        "https://a..de",
        "https://-a.de",
        "https://a-.de",
        "https://a_b.de",
        "https://A.de",
        "HTTPS://a.de",
        "https://a.de:8443/",
        "https://a.de:",
        "https://a.de:80:90",
        "https://localhost",
        "https://1.2.3.4",
        "https://0x7f.1",
        "https://127.0x1",
        "https://2130706433",
        "https://[::1]",
        "https://[",
        "https:\\\\a.de",
        "https:/a.de",
        "//a.de",
        "https://?a.de",
        "https://#a.de",
        "https://xn--.de",
        "https://xn--a.de",
        "https://xn--strasse-.de",
        "https://xn--a-ecp.de--",
        "https://ab--c.de",
        "https://xn--ls8h.de",
        f"https://{'a' * 64}.de",
        f"https://{'a.' * 130}de",
        'https://a.de/"b',
        "https://a.de/<b>",
        "https://a.de/{b}",
        "https://a.de/b|c",
        "https://a.de/b^c",
        "https://a.de/`b`",
        "data:text/html,x",
    ],
)
def test_links_that_somebody_could_read_otherwise(link: str):
    with pytest.raises(ValidationError):
        valid(Link, link)


@pytest.mark.parametrize("label, end", [("a" * 63, True), ("a" * 64, False)])
def test_a_label_has_63_letters_at_most(label: str, end: bool):
    """RFC 1035, 2.3.4."""
    assert fits(f"{label}.de") == end


@pytest.mark.parametrize("length, end", [(253, True), (254, False)])
def test_a_host_has_253_characters_at_most(length: int, end: bool):
    """RFC 1035, 2.3.4: 255 bytes with the lengths before and after it."""
    host = ("a" * 49 + ".") * 4 + "b" * (length - 203) + ".de"
    assert len(host) == length and fits(host) == end


def fits(host: str) -> bool:
    try:
        return valid(Host, host) == host
    except ValidationError:
        return False


@pytest.mark.parametrize("host", ["https://a.de", "a.de/", "*.a.de", "A.de", "Ä.de", "a", "", "a.de:443", "1.2.3.4"])
def test_what_is_no_host(host: str):
    with pytest.raises(ValidationError):
        valid(Host, host)


def test_punycode_is_printed_as_it_is(sample):
    """Decoded, it would look like another host."""
    assert readable_link(f"https://{CYRILLIC}/") == CYRILLIC == host_of(f"https://{CYRILLIC}/")
    edit(sample / PODCAST, "^link: .*", f"link: https://{CYRILLIC}")
    made = make(sample)
    sheet = sample / BUILT / product(sample)["file"]
    assert all(letters(CYRILLIC) in page for page in pages(sheet))
    assert codes(sheet) == [[f"https://{CYRILLIC}"]] * 2
    page = (sample / BUILT / "index.html").read_text(encoding="utf-8")
    assert CYRILLIC in page and "аррӏе" not in page and made.report.status == "draft"
