"""Hosts that a brand allows: every link that leads elsewhere is told, wherever it is written."""

from dataclasses import replace

import pytest
from command import command
from tools import (
    BUILT,
    PODCAST,
    edit,
    make,
    plan,
    product,
)

from press.errors import PressError
from press.new_brand.specimen import build_specimen
from press.paths import Project
from press.preflight.checks.codes import check as check_codes
from press.preflight.document import Document
from press.preflight.expected import expected_of
from press.typesetting.typst_facts import CodeFact, SetFacts

BRAND = "assets/brands/kleinstadtniveau/brand.yaml"


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
    done = command(sample, "check")
    assert done.returncode == 2 and f"{BRAND}:" in done.stderr and "`hosts`" in done.stderr
    with pytest.raises(PressError, match="`hosts`"):
        build_specimen(Project.at(sample), "kleinstadtniveau")
