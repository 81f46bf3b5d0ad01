"""Where a game's page leads and what it loads: only what was ordered, and nothing from any network."""

import pytest

from press.game.page_addresses import CODE, address_findings

ORDERED = ("https://www.stadt.example/podcast", "https://www.stadt.example")
PAGE = """<!doctype html><style>a { background: url("data:image/png;base64,AA//x.y/AA") }</style>
<a href="https://www.stadt.example/podcast">Podcast</a> <a href="#spruch">Spruch</a>
<a href="bogen.html#0FAF-0007">Bogen</a>
<img src="data:image/png;base64,AAAA" alt=""><script type="application/json">"https://in.a.phrase/"</script>
<script>// a // b: https
svg("http://www.w3.org/2000/svg"); const slashes = /^https?:\\/\\//;</script>"""


def faults(text: str) -> list[str]:
    found = address_findings("spiel/index.html", text, ORDERED)
    assert all((one.code, one.severity, one.file) == (CODE, "error", "spiel/index.html") for one in found)
    return [one.problem for one in found]


def test_what_was_ordered_and_what_lies_in_the_page_is_right():
    assert faults(PAGE) == []


@pytest.mark.parametrize(
    "added, told",
    [
        ('<a href="https://www.stadt.example.evil.example/">x</a>', "leads to https://www.stadt.example.evil.example/"),
        ('<a href="javascript:alert(1)">x</a>', "leads to javascript:alert(1)"),
        ('<form action="https://other.example/"></form>', "leads to https://other.example/"),
        ('<img src="https://other.example/x.png" alt="">', "loads https://other.example/x.png"),
        ('<img src="x.png" alt="">', "loads x.png"),
        ('<link rel="stylesheet" href="proof/page.css">', "loads proof/page.css"),
        ('<script src="//other.example/x.js"></script>', "loads //other.example/x.js"),
        ("<style>@import url(https://other.example/x.css);</style>", "names https://other.example/x.css"),
        ("<style>a { background: url('//other.example/x.png') }</style>", "names //other.example/x.png"),
        ("<script>fetch('https://other.example/');</script>", "names https://other.example/"),
        ('<p style="background: url(https://other.example/x)"></p>', "names https://other.example/x"),
    ],
)
def test_what_leads_or_loads_elsewhere_is_refused(added: str, told: str):
    (fault,) = faults(PAGE + added)
    assert told in fault


def test_a_page_that_leads_nowhere_is_refused():
    assert faults("<!doctype html><p>Bingo</p>") == ["leads to none of the addresses that were ordered"]
