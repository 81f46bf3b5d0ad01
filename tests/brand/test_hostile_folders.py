"""Brand folders that reach out of themselves, or hold no colour, no font, no id: refused at the line to mend."""

import os
import shutil
from pathlib import Path

import pytest
from command import command
from pydantic import TypeAdapter, ValidationError
from tools import left_in_build

from press.errors import Exit, PressError
from press.new_brand.specimen import build_specimen
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.schema.values import Id


@pytest.mark.parametrize(
    "path",
    ["../../../../secret.svg", "/etc/passwd.svg", "../musterstadt/wappen.svg", "fonts/../../musterstadt/wappen.svg"],
)
def test_a_logo_outside_the_folder(victim, watched, path: str) -> None:
    victim.change("on-paper: wappen.svg", f"on-paper: {path}")
    with watched() as opened:
        kit, problems = victim.load()
    assert kit is None
    assert [problem.where for problem in problems] == [victim.line("on-paper")]
    assert "leads out of the folder" in problems[0].what
    assert not [what for what in opened if "secret" in what or "passwd" in what or "musterstadt" in what]


needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@needs_links
@pytest.mark.parametrize(
    "name, target",
    [
        ("wappen.svg", "../../../../secret.svg"),  # one that brand.yaml names
        ("brand.yaml", "../../../../secret.svg"),
        ("stray.bin", "/dev/zero"),  # one that nobody names
        ("fonts", "../../../.."),  # a folder
        ("round", "round"),  # one that leads nowhere
    ],
)
def test_a_link_that_leads_out(victim, watched, name: str, target: str) -> None:
    link = victim.folder / name
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    with watched() as opened:
        kit, problems = victim.load()
    if name == "round":
        return
    assert kit is None
    assert [problem.where for problem in problems] == [f"assets/brands/opfer/{name}:1"]
    assert "leads out" in problems[0].what
    assert opened == []


@needs_links
def test_a_folder_that_is_a_link(victim, watched, tmp_path: Path) -> None:
    shutil.move(victim.folder, tmp_path / "elsewhere")
    victim.folder.symlink_to(tmp_path / "elsewhere")
    with watched() as opened:
        kit, problems = victim.load()
    assert kit is None and "leads out" in problems[0].what and opened == []


@needs_links
def test_a_link_inside_the_folder_is_taken(victim) -> None:
    (victim.folder / "wappen.svg").rename(victim.folder / "original.svg")
    (victim.folder / "wappen.svg").symlink_to("original.svg")
    assert victim.load()[0]


@needs_links
def test_a_pipe_for_a_logo_does_not_hang(victim) -> None:
    (victim.folder / "wappen.svg").unlink()
    os.mkfifo(victim.folder / "wappen.svg")
    kit, problems = victim.load()
    assert kit is None and problems[0].where == victim.line("on-paper")


COLOURS = {
    '{hex: "#12345"}': "`#12345` is no colour",
    '{hex: "#12345g"}': "`#12345g` is no colour",
    '{hex: "url(http://evil.example)"}': "is no colour",
    "{hex: 123456}": "`123456` is no colour",
    "{hex: #aabbcc\n  }": "no colour is given",
    "green": "`green` is no colour",
    "{cmyk: [0, 0, 0]}": "cmyk is not four numbers",
    "{cmyk: [0, 0, 0, 0, 0]}": "cmyk is not four numbers",
    "{cmyk: [0, 0, many, 0]}": "cmyk is not four numbers",
    "{cmyk: [0, 0, .nan, 0]}": "cmyk is not four numbers",
    "{cmyk: [0, 0, 101, 0]}": "`cmyk` is 101",
    "{cmyk: [0, 0, -1, 0]}": "`cmyk` is -1",
    '{spot: HKS 5 K, hex: "#aabbcc"}': "no colour is given",
    "{spot: All, cmyk: [18, 2, 15, 0]}": "`All` is no spot colour",
    "{spot: Black, cmyk: [18, 2, 15, 0]}": "`Black` is no spot colour",
}


@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_that_is_none(victim, colour: str) -> None:
    where = victim.line("accent-soft:")
    victim.change(
        'accent-soft: {cmyk: [90, 25, 75, 35], spot: HKS 57, tint: 15, hex: "#dcebe5"}', f"accent-soft: {colour}"
    )
    kit, problems = victim.load()
    assert kit is None
    assert [problem.where for problem in problems] == [where]
    assert COLOURS[colour] in problems[0].what and problems[0].fix


def test_yellow_text_on_white(victim) -> None:
    victim.change("ink: {cmyk: [0, 0, 0, 100]}", 'ink: {hex: "#ffe600"}')
    kit, problems = victim.load()
    assert kit is None
    assert {problem.where for problem in problems} == {victim.line("  ink:")}
    assert "ink on paper has a contrast of 1.2:1, 4.5:1 is needed" in problems[0].what
    assert "set ink to black (cmyk: [0, 0, 0, 100])" in problems[0].fix
    with pytest.raises(PressError) as refused:
        make_plan(victim.project, "standard", Overrides(brand=victim.id))
    assert refused.value.exit_code == Exit.WRONG_INPUT
    with pytest.raises(PressError):
        build_specimen(victim.project, victim.id)
    assert left_in_build(victim.project.root) == []


@pytest.mark.parametrize(
    "brand_id", ["../musterstadt", "..", "/etc", "muster stadt", "Musterstadt", "a--b", "-a", "a" * 41, ""]
)
def test_an_id_that_is_none(project, brand_id: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(brand_id)
    order = project.order("standard")
    order.write_text(
        order.read_text(encoding="utf-8").replace("brand: kleinstadtniveau", f'brand: "{brand_id}"'), encoding="utf-8"
    )
    with pytest.raises(PressError) as refused:
        make_plan(project, "standard")
    assert refused.value.problems[0].where == "content/orders/standard.yaml:7"
    for work in (
        lambda: make_plan(project, "standard", Overrides(brand=brand_id or "..")),
        lambda: build_specimen(project, brand_id),
    ):
        with pytest.raises(PressError) as refused:
            work()
        assert refused.value.exit_code == Exit.WRONG_INPUT


@pytest.mark.long
def test_the_commands_end_with_2(victim) -> None:
    """All that is wrong with a brand is told at once, by file and line, and nothing is made."""
    victim.change('accent: {cmyk: [90, 25, 75, 35], spot: HKS 57, hex: "#0b5d4b"}', 'accent: {hex: "#888888"}')
    victim.change("display: Bitter", "display: Comic Sans")
    (victim.folder / "wappen.svg").write_text("<svg onload='x()'/>", encoding="utf-8")
    for order in set(victim.project.orders()) - {"standard"}:
        victim.project.order(order).unlink()  # a check sets them all
    for arguments in (["check"], ["build", "--brand", victim.id], ["specimen", "--brand", victim.id]):
        done = command(victim.project.root, *arguments)
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr
        for key in ("  accent:", "  display:", "on-paper:"):
            assert f"{victim.line(key)}: " in done.stderr
        assert {path.name for path in victim.project.build.iterdir()} <= {victim.project.private.name}
