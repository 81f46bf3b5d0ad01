"""From paper to target: a code as it is printed, read by a reader, followed through each kind of server."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import command
from finished_pdf import codes
from links.conftest import SHORT, TARGETS
from tools import BUILT, PODCAST, edit
from web_servers import apache, followed, nginx, refresh

from press.delivery.verify_order import check_published
from press.paths import Project

FOLDER = f"{BUILT}/weiterleitungen"
ELSEWHERE = "https://neu.kommune.de/h%C3%B6ren?x=1&y=%20#3"
Follow = Callable[[str], str | None]


@contextmanager
def through_apache(root: Path) -> Iterator[Follow]:
    with apache(root / FOLDER / "hochladen", "/b/") as port:
        yield lambda link: followed(link, port)


@contextmanager
def through_nginx(root: Path) -> Iterator[Follow]:
    with nginx(root / FOLDER / "nginx.conf") as port:
        yield lambda link: followed(link, port)


@contextmanager
def through_pages_alone(root: Path) -> Iterator[Follow]:
    """On a server that reads none of the files beside them."""
    with apache(root / FOLDER / "hochladen", "/b/", override="None") as port:
        yield lambda link: followed(link, port)


@contextmanager
def through_iis(root: Path) -> Iterator[Follow]:
    """Read as IIS documents `httpRedirect`: exactDestination, Found."""
    answers = {}
    for location in ET.parse(root / FOLDER / "hochladen/web.config").getroot().findall("location"):
        redirect = location.find("system.webServer/httpRedirect").attrib
        assert (redirect["enabled"], redirect["exactDestination"]) == ("true", "true")
        assert redirect["httpResponseStatus"] == "Found" and "$" not in redirect["destination"]
        answers[f"{SHORT}{location.get('path')}"] = redirect["destination"]
    yield lambda link: answers.get(link.removesuffix("/"))


@contextmanager
def through_netlify(root: Path) -> Iterator[Follow]:
    """Read as Netlify and Cloudflare document `_redirects`: from, to, status, and nothing else on a line."""
    lines = (root / FOLDER / "_redirects").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if not line.startswith("#")]
    assert all(len(rule) == 3 and rule[2] == "302" for rule in rules)
    yield lambda link: {f"https://www.kommune.de{source}": to for source, to, _ in rules}.get(link)


@pytest.mark.parametrize("through", [through_apache, through_nginx, through_pages_alone, through_iis, through_netlify])
def test_a_printed_code_leads_to_its_target_and_then_elsewhere(released: Path, through):
    (link,) = {link for page in codes(released / BUILT / "print/bingo-3x3.pdf") for link in page}
    assert link == f"{SHORT}bb"
    with through(released) as follow:
        assert {key: follow(f"{SHORT}{key}") for key in TARGETS} == TARGETS
        assert follow(f"{SHORT}21/") == TARGETS["21"] and follow(f"{SHORT}2") is None and follow(f"{SHORT}211") is None

    edit(released / PODCAST, f"link: {TARGETS['bb']}", f"link: {ELSEWHERE}")
    before = (released / BUILT / "print/bingo-3x3.pdf").read_bytes()
    done = command(released, "links")
    assert done.returncode == 0 and f"bb  {TARGETS['bb']}  -> {ELSEWHERE}" in done.stdout, done.stdout + done.stderr
    with through(released) as follow:
        assert {key: follow(f"{SHORT}{key}") for key in TARGETS} == TARGETS | {"bb": ELSEWHERE}
    assert (released / BUILT / "print/bingo-3x3.pdf").read_bytes() == before
    check_published(Project.at(released), "standard")


@pytest.mark.parametrize("target", ["https://ziel.de/$1/%2F%41?a=$0&b=%1&c=%5C#$2", "https://ziel.de/p(a)'s;v=1,~!*:@"])
def test_signs_that_mean_something_to_a_server_are_taken_as_they_are(released: Path, target: str):
    edit(released / PODCAST, f"link: {TARGETS['bb']}", f'link: "{target}"')
    assert command(released, "links").returncode == 0
    for through in (through_apache, through_nginx, through_iis, through_netlify, through_pages_alone):
        with through(released) as follow:
            assert follow(f"{SHORT}bb") == target.replace("$", "%24"), through


def test_what_is_typed_off_paper(released: Path):
    """Phones write the first letter large."""
    with (
        apache(released / FOLDER / "hochladen", "/b/") as by_apache,
        nginx(released / FOLDER / "nginx.conf") as by_nginx,
    ):
        for port in (by_apache, by_nginx):
            assert followed(f"{SHORT}Bb/", port) == followed(f"{SHORT}BB", port) == TARGETS["bb"]
            assert followed(f"{SHORT}bb/x", port) is None and followed(f"{SHORT}xbb", port) is None


def test_a_host_in_punycode_and_a_short_address_without_a_path(town: Path):
    """XML allows no two hyphens in a comment."""
    edit(town / PODCAST, "^short: .*", "short: https://xn--mnchhausen-9db.de/")
    assert command(town, "links").returncode == 0
    keys = [location.get("path") for location in ET.parse(town / FOLDER / "hochladen/web.config").findall("location")]
    assert keys == list(TARGETS)
    with nginx(town / FOLDER / "nginx.conf") as port:
        assert followed("https://xn--mnchhausen-9db.de/21", port) == TARGETS["21"]


def test_a_page_that_leads_on_says_where_to(released: Path):
    page = (released / FOLDER / "hochladen/21/index.html").read_text(encoding="utf-8")
    assert refresh(page) == TARGETS["21"]
    assert f'<a href="{TARGETS["21"]}">Folge 1, „Alles auf Anfang“</a>' in page and '<html lang="de">' in page
