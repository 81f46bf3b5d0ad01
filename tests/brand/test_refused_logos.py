"""What is refused of a logo when the brand is read: by file and element, with a way out; and what beside it is none."""

import pytest
from brand.test_hostile_logos import svg

from press.brand.logo.faults import PNG_PIXELS

SQUARE = '<rect width="9" height="9"{}/>'
GRADIENT = '<linearGradient id="a"><stop stop-color="#c00"/><stop offset="1" stop-color="#00c"{}/></linearGradient>'

# What cannot be printed, how it is told, and the nearest thing that can.
PAIRS = {
    "live text": ("<text>Hallo</text>", "live text, which needs a font (<text> no. 1)", "<text> </text>"),
    "picture": (
        '<image id="foto" href="data:image/png;base64,AAAA" width="9" height="9"/>',
        'an embedded picture (<image id="foto">)',
        '<g display="none"><image href="data:image/png;base64,AAAA" width="9" height="9"/></g>',
    ),
    "pattern": (
        '<pattern id="p" width="2" height="2"/>' + SQUARE.format(' id="wand" fill="url(#p)"'),
        'a pattern (<rect id="wand">)',
        '<pattern id="p" width="2" height="2"/>',
    ),
    "filter": (
        '<filter id="f"/><g filter="url(#f)">' + SQUARE.format("") + "</g>",
        "a filter (<g> no. 1)",
        '<filter id="f"/>',
    ),
    "fading gradient": (
        GRADIENT.format(' stop-opacity="0"') + SQUARE.format(' fill="url(#a)"'),
        'a gradient that fades to nothing (<linearGradient id="a">)',
        GRADIENT.format("") + SQUARE.format(' fill="url(#a)"'),
    ),
    "repeated gradient": (
        GRADIENT.format("").replace('id="a"', 'id="a" spreadMethod="reflect"') + SQUARE.format(' fill="url(#a)"'),
        "a gradient that repeats itself",
        GRADIENT.format("").replace('id="a"', 'id="a" spreadMethod="reflect"'),
    ),
    "gradient on a line": (
        GRADIENT.format("") + SQUARE.format(' stroke="url(#a)"'),
        "a gradient on a line (<rect> no. 1)",
        GRADIENT.format("") + SQUARE.format(' stroke="url(#a)" stroke-width="0"'),
    ),
    "mask of tones": (
        '<mask id="m"><rect width="9" height="9" fill="#888"/></mask>' + SQUARE.format(' mask="url(#m)"'),
        'a mask of more than one tone (<mask id="m">)',
        '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask>' + SQUARE.format(' mask="url(#m)"'),
    ),
    "marker": (
        '<marker id="k"><path d="M0 0h2v2z"/></marker><path d="M0 0h9" stroke="#000" marker-end="url(#k)"/>',
        "a marker (<path> no. 2)",
        '<marker id="k"><path d="M0 0h2v2z"/></marker><path d="M0 0h9" stroke="#000"/>',
    ),
    "blend mode": (
        SQUARE.format(' style="mix-blend-mode:luminosity"'),
        "the blend mode luminosity (<rect> no. 1)",
        SQUARE.format(' style="mix-blend-mode:multiply"'),
    ),
    "animation": (
        '<rect width="9" height="9"><animate attributeName="x" to="5"/></rect><g><set attributeName="x"/></g>',
        "an animation",
        SQUARE.format(""),
    ),
    "media": (
        "<style>@media (min-width: 100px) { rect { fill: red } }</style>",
        "style sheets that depend on the device",
        "<style>@media print { rect { fill: red } }</style>",
    ),
    "see-through line over a line": (
        '<path d="M0 0h9" stroke="#c00"/><path d="M4 0v9" stroke="#00c" opacity=".5"/>',
        "a see-through line over another line",
        '<path d="M0 0h9" stroke="#c00"/><path d="M40 20v9" stroke="#00c" opacity=".5"/>',
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_refused_by_element_and_the_nearest_taken(victim, name: str) -> None:
    refused, told, taken = PAIRS[name]
    (victim.folder / "wappen.svg").write_bytes(svg(refused + '<circle cx="40" cy="40" r="9"/>'))
    kit, problems = victim.load()
    assert kit is None and {problem.where for problem in problems} == {victim.line("on-paper")}
    assert any(f"`wappen.svg`: {told}" in problem.what for problem in problems), problems
    assert all(f"PNG of at least {PNG_PIXELS} pixels" in problem.fix for problem in problems)
    (victim.folder / "wappen.svg").write_bytes(svg(taken + '<circle cx="40" cy="40" r="9"/>'))
    kit, problems = victim.load()
    assert kit and not problems, problems


def test_all_faults_at_once(victim) -> None:
    (victim.folder / "wappen.svg").write_bytes(svg("<text>Hallo</text><text>Welt</text>"))
    _, problems = victim.load()
    assert [problem.what[-13:] for problem in problems] == ["<text> no. 1)", "<text> no. 2)"]


def test_see_through_colours_stand_on_paper_alone(victim) -> None:
    data = svg(SQUARE.format(' fill="#c8102e" fill-opacity=".5"'))
    (victim.folder / "wappen.svg").write_bytes(data)
    kit, problems = victim.load()
    assert kit and not problems
    (victim.folder / "wappen-hell.svg").write_bytes(data)
    _, problems = victim.load()
    assert ["see-through" in problem.what for problem in problems] == [True]
