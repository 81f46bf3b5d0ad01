"""Links: the host that a person reads is the host that a phone goes to, and one that the podcast's file allows."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter, ValidationError
from tools import (
    BUILT,
    PODCAST,
    codes,
    edit,
    letters,
    make,
    pages,
    plan,
    press,
    product,
)

from press.content.typography import readable_link
from press.errors import PressError
from press.new_brand.specimen import build_specimen
from press.paths import Project
from press.preflight.checks.codes import check as check_codes
from press.preflight.document import Document
from press.preflight.expected import expected_of
from press.schema.urls import host_of
from press.schema.values import Host, Link
from press.typesetting.typst_facts import CodeFact, SetFacts

BRAND = "assets/brands/kleinstadtniveau/brand.yaml"
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


def allow(root, *hosts: str) -> None:
    edit(root / PODCAST, "^episodes:", f"hosts: [{', '.join(hosts)}]\nepisodes:")


def refused(root) -> list[tuple[str, str]]:
    with pytest.raises(PressError) as error:
        make(root)
    assert error.value.exit_code == 2 and not (root / BUILT).exists()
    return [(problem.where, problem.what) for problem in error.value.problems]


def test_without_hosts_any_is_allowed_and_with_them_their_own(sample):
    assert plan(sample).products
    allow(sample, "probefunk.example", "example.org")
    assert plan(sample).products


def test_every_link_that_leads_elsewhere_is_told_at_once(sample):
    allow(sample, "podcast.example")
    told = refused(sample)
    website = next(
        n
        for n, line in enumerate((sample / BRAND).read_text(encoding="utf-8").splitlines(), 1)
        if line.startswith("website:")
    )
    assert [where for where, _ in told] == [
        f"{PODCAST}:4",
        f"{PODCAST}:7",
        f"{PODCAST}:13",
        f"{PODCAST}:15",
        f"{BRAND}:{website}",
    ]
    assert (
        f"https://probefunk.example/1 leads to probefunk.example, which is not among the `hosts` of {PODCAST}:8"
        == told[2][1]
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://x.probefunk.example/1",
        "https://probefunk.example.evil.example",
        "https://probefunk.example-x.de",
        "https://robefunk.example",
    ],
)
def test_a_host_is_that_host_and_no_other(sample, link: str):
    allow(sample, "probefunk.example", "example.org")
    edit(sample / PODCAST, "link: https://probefunk.example/2", f"link: {link}")
    assert [where for where, _ in refused(sample)] == [f"{PODCAST}:15"]


@pytest.mark.parametrize("hosts, told", [(None, 0), (("probefunk.example",), 0), (("podcast.example",), 2), ((), 2)])
def test_preflight_reads_the_host_from_the_finished_sheet(sample_once, hosts, told: int):
    """The last line of defence: whatever went wrong before, no code to another host leaves the house."""
    plan_, file = plan(sample_once), sample_once / BUILT / product(sample_once)["file"]
    link = "https://probefunk.example"
    codes = tuple(CodeFact(kind="code", link=link, module=0.6, side=20, page=n, told=False) for n in (1, 2))
    facts = SetFacts((), codes, 2, None)
    expected = expected_of(plan_.products[0], plan_.content, plan_.brand.value, facts)
    document = Document(file.read_bytes(), replace(expected, hosts=hosts))
    try:
        found = [problem for _, problem, _ in check_codes(document)]
    finally:
        document.close()
    assert found == ["a code leads to probefunk.example, which is not among the allowed hosts"] * told


def test_the_check_and_the_specimen_tell_it_too(sample):
    allow(sample, "probefunk.example")
    done = press(sample, "check")
    assert done.returncode == 2 and f"{BRAND}:" in done.stderr and "`hosts`" in done.stderr
    with pytest.raises(PressError, match="`hosts`"):
        build_specimen(Project.at(sample), "kleinstadtniveau")
