"""Logo files that want to run, load, or blow up something: refused with their reason, none followed."""

import struct
import zlib

import pytest
from PIL import ImageFile
from tools import left_in_build

from press.errors import Exit, PressError
from press.order.plan import make_plan
from press.order.variant import Overrides

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 96">'


def svg(body: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{body}</svg>".encode()


def laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return svg("<desc>&a9;</desc>", f"<!DOCTYPE svg [{entities}]>")


def repeats(levels: int = 9) -> bytes:
    """A billion shapes without an entity."""
    groups = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, levels + 1))
    return svg(f'<defs><rect id="g0" width="1" height="1"/>{groups}</defs><use href="#g{levels}"/>')


def png(width: int, height: int) -> bytes:
    """A PNG of 1 bit a pixel that promises more than it holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


SVGS = {
    "script": (svg("<script>alert(1)</script>"), "a script"),
    "script in another namespace": (
        svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
        "a script",
    ),
    "event handler": (svg('<rect width="9" height="9" onload="alert(1)"/>'), "event handler"),
    "event handler on the root": (svg("").replace(b"<svg ", b'<svg onload="alert(1)" '), "event handler"),
    "HTML inside": (
        svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
        "embedded HTML",
    ),
    "external image": (svg('<image href="http://evil.example/a.png" width="9" height="9"/>'), "outside the file"),
    "local image": (svg('<image xlink:href="../../../../secret.svg" width="9" height="9"/>'), "outside the file"),
    "embedded image": (svg('<image href="data:image/png;base64,AAAA" width="9" height="9"/>'), "an embedded picture"),
    "use from the net": (svg('<use href="http://evil.example/a.svg#a"/>'), "outside the file"),
    "use from a file": (svg('<use xlink:href="file:///etc/passwd#a"/>'), "outside the file"),
    "link that runs": (svg('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'), "outside the file"),
    "CSS import": (svg('<style>@import "http://evil.example/a.css";</style>'), "outside the file"),
    "CSS import in CDATA": (
        svg("<style><![CDATA[@IMPORT url(http://evil.example/a.css);]]></style>"),
        "outside the file",
    ),
    "CSS import in disguise": (svg(r'<style>@\69mport "http://evil.example/a.css";</style>'), "escaped characters"),
    "CSS address": (
        svg('<rect style="fill:url(http://evil.example/a.svg#b)" width="9" height="9"/>'),
        "outside the file",
    ),
    "style sheet": (svg("", '<?xml-stylesheet href="http://evil.example/a.css"?>'), "style sheet outside"),
    "billion laughs": (laughs(), "document type or entities"),
    "external entity": (
        svg("<desc>&x;</desc>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "document type or entities",
    ),
    "entities in UTF-16": (b"\xff\xfe" + laughs().decode().encode("utf-16-le"), "not UTF-8"),
    "billion shapes": (repeats(), "repeat themselves"),
    "use of itself": (svg('<g id="a"><use href="#a"/></g>'), "repeat themselves"),
    "live text": (svg("<text>Hallo</text>"), "live text"),
    "entity that builds on another": (
        svg("<desc>&b;</desc>", '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;">]>'),
        "document type or entities",
    ),
    "parameter entity": (
        svg("", '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://evil.example/a.dtd"> %a;]>'),
        "document type or entities",
    ),
    "long word, often": (
        svg("<desc>" + "&a;" * 2_000 + "</desc>", f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1_000}">]>'),
        "document type or entities",
    ),
    "variables that multiply": (
        svg(
            "<style>svg{--a0:1 1 1 1;"
            + "".join(f"--a{n}:" + f"var(--a{n - 1}) " * 10 + ";" for n in range(1, 10))
            + "}</style>"
            + '<path style="transform:var(--a9)" d="M0 0h9v9z"/><text>Ende</text>'
        ),
        "live text",
    ),
    "no XML": (b"\x00\x01\x02", "not well-formed"),
    "another document": (b"<html/>", "not an SVG"),
    "no size": (svg("").replace(b' viewBox="0 0 80 96"', b""), "no usable size"),
}


@pytest.mark.parametrize("name", SVGS)
def test_svg_is_refused_where_it_is_named(victim, watched, name: str) -> None:
    data, reason = SVGS[name]
    (victim.folder / "wappen.svg").write_bytes(data)
    with watched() as opened:
        kit, problems = victim.load()
    assert kit is None
    assert any(reason in problem.what for problem in problems)
    assert {problem.where for problem in problems} == {victim.line("on-paper")}
    assert all(problem.fix for problem in problems)
    assert not [what for what in opened if "secret" in what or "passwd" in what or not what.startswith("open ")]


PICTURES = {
    "30,000 x 30,000": (png(30_000, 30_000), "far too many pixels"),
    "10,000 x 9,000": (png(10_000, 9_000), "10000 × 9000 px"),
    "promised, not there": (png(1_900, 1_900), "not a readable PNG"),
    "no picture": (b"GIF89a", "not a readable PNG"),
    "empty": (b"", "not a readable PNG"),
}


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_refused_before_it_is_unpacked(victim, monkeypatch, name: str, lenient: bool) -> None:
    """Also where another library of the same process told Pillow to take broken pictures."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    data, reason = PICTURES[name]
    assert len(data) < 5_000
    (victim.folder / "wappen.png").write_bytes(data)
    victim.change("on-paper: wappen.svg", "on-paper: wappen.png")
    kit, problems = victim.load()
    assert kit is None and [problem.where for problem in problems] == [victim.line("on-paper")]
    assert reason in problems[0].what
    assert ImageFile.LOAD_TRUNCATED_IMAGES is lenient


def test_a_build_ends_with_2_and_leaves_nothing(victim) -> None:
    (victim.folder / "wappen.svg").write_bytes(SVGS["script"][0])
    with pytest.raises(PressError) as refused:
        make_plan(victim.project, "standard", Overrides(brand=victim.id))
    assert refused.value.exit_code == Exit.WRONG_INPUT
    assert left_in_build(victim.project.root) == []


def test_what_svg_may_hold_is_taken(victim) -> None:
    sound = svg(
        '<style>.a{fill:#0b5d4b}</style><defs><path id="p" class="a" d="M0 0h9v9z"/></defs><use href="#p"/>'
        '<g fill-opacity="1"/>',
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
    )
    (victim.folder / "wappen.svg").write_bytes(sound)
    kit, problems = victim.load()
    assert kit and not problems
