"""Templates are read once, and only plain files: whatever else lies there is refused by its name."""

import os
from pathlib import Path

import pytest
from command import command
from tools import BUILT, DECK, ORDER, PODCAST, edit, make, plan

from press.errors import PressError
from press.order.check import check
from press.paths import Project
from press.typst_engine.templates import MAX_BYTES, Templates, read_templates

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among Windows' files")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the project that nobody may read."""
    file = tmp_path / "secret.yaml"
    file.write_text("name: GEHEIM\n", encoding="utf-8")
    return file


def refused(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(PressError) as error:
        make(root)
    assert error.value.exit_code == 2 and not (root / BUILT).exists()
    assert "GEHEIM" not in str(error.value)
    return [(problem.where, problem.what) for problem in error.value.problems]


def test_all_plain_files_are_read(sample: Path):
    (sample / "templates/parts").mkdir()
    (sample / "templates/parts/words.json").write_bytes(b'"Ja"')
    read = read_templates(Project.at(sample))
    there = [path for path in (sample / "templates").rglob("*") if path.is_file()]
    assert sorted(read.files) == sorted(path.relative_to(sample / "templates").as_posix() for path in there)
    assert read.files["parts/words.json"] == b'"Ja"' and {"bingo-3x3", "argumente"} <= set(read.layouts)


def test_a_stage_has_one_layout_and_all_that_is_none(sample: Path):
    read = read_templates(Project.at(sample))
    own, none = read.of_layout("plakat"), read.of_layout(None)
    assert own.layouts == ["plakat"] and none.layouts == []
    assert own.files.keys() - none.files.keys() == {"layouts/plakat.typ"} and "lib/board.typ" in none.files


@pytest.mark.parametrize(
    "name",
    [".#x.typ", "._x.typ", "x.typ~", "#x.typ#", ".x.typ.swp", ".git/x.typ", "layouts/.#x.typ", "layouts/._x.typ"],
)
def test_what_editors_leave_is_ignored(sample: Path, name: str):
    before = read_templates(Project.at(sample))
    (sample / "templates" / name).parent.mkdir(exist_ok=True)
    (sample / "templates" / name).write_text("#panic()", encoding="utf-8")
    assert read_templates(Project.at(sample)) == before


@needs_links
def test_a_broken_link_that_an_editor_leaves_is_ignored(sample: Path):
    before = read_templates(Project.at(sample))
    (sample / "templates/.#main.typ").symlink_to("somebody@somewhere.4711")
    assert read_templates(Project.at(sample)) == before


@needs_links
@pytest.mark.parametrize("name", ["templates/lib/leak.typ", "templates/leak.json", "templates/parts"])
@pytest.mark.parametrize("target", ["../../secret.yaml", "main.typ", "nowhere", ".", "/etc/passwd", "/dev/zero"])
def test_a_link(sample: Path, secret: Path, name: str, target: str):
    (sample / name).symlink_to(target)
    assert refused(sample) == [(f"{name}:1", "a link: templates are plain files")]


@needs_pipes
def test_a_pipe_is_not_waited_for(sample: Path):
    os.mkfifo(sample / "templates/lib/pipe.typ")
    assert refused(sample) == [("templates/lib/pipe.typ:1", "not a file: templates are plain files")]
    done = command(sample, "check")
    assert done.returncode == 2 and "templates/lib/pipe.typ:1: not a file" in done.stderr


def test_a_folder_called_like_a_template(sample: Path):
    (sample / "templates/layouts/x.typ").mkdir()
    assert refused(sample) == [("templates/layouts/x.typ", "is a folder")]


@pytest.mark.parametrize("size, fits", [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_the_largest_file(sample: Path, size: int, fits: bool):
    with (sample / "templates/large.bin").open("wb") as file:
        file.truncate(size)
    if fits:
        assert len(read_templates(Project.at(sample)).files["large.bin"]) == size
    else:
        assert refused(sample) == [("templates/large.bin:1", "more than 20 MB")]


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_name_that_is_no_utf_8(sample: Path):
    (sample / "templates" / os.fsdecode(b"\xff.typ")).write_text("", encoding="utf-8")
    assert refused(sample) == [("templates/\ufffd.typ:1", "a name that is no UTF-8")]


def test_all_that_is_no_plain_file_is_told_at_once(sample: Path):
    for name in ("a.typ", "b.typ"):
        (sample / "templates/lib" / name).mkdir()
    assert [where for where, _ in refused(sample)] == ["templates/lib/a.typ:1", "templates/lib/b.typ:1"]


TEXTS = {
    "main.typ": '#import "lib/a.typ": a\n#include "layouts/" + name + ".typ"',
    "layouts/x.typ": '#import"../lib/b.typ": b; let site = "https://x.example"; #job.texts.shout',
    "lib/a.typ": "// job.texts.whisper is not said\n#let a = 1",
    "lib/b.typ": '#let b = job.texts.at("cards_step_" + str(n))',
    "lib/unnamed.typ": "#job.texts.murmur",
}


@pytest.mark.parametrize(
    "key, used", [("shout", True), ("cards_step_3", True), ("whisper", False), ("murmur", False), ("b", True)]
)
def test_texts_that_can_be_asked_for(key: str, used: bool):
    assert Templates({name: text.encode() for name, text in TEXTS.items()}).uses(key) == used


def test_where_a_name_is_put_together_every_text_counts():
    put_together = TEXTS | {"lib/a.typ": '#import "un" + "named" + ".typ"'}
    assert Templates({name: text.encode() for name, text in put_together.items()}).uses("murmur")


@needs_links
@pytest.mark.parametrize(
    "name",
    [DECK, ORDER, PODCAST, "content/texts.yaml", "content/brands/kleinstadtniveau.yaml", "content/note.txt"],
)
def test_a_link_out_of_content(sample, secret, name: str):
    (sample / name).parent.mkdir(exist_ok=True)
    (sample / name).unlink(missing_ok=True)
    (sample / name).symlink_to(secret)
    assert [where for where, _ in refused(sample)] == [f"{name}:1"]
    with pytest.raises(PressError) as error:
        check(Project.at(sample))
    assert f"{name}:1: a link that leads out" in str(error.value) and "GEHEIM" not in str(error.value)


@needs_pipes
@pytest.mark.parametrize("name", [DECK, ORDER, PODCAST])
def test_content_that_is_no_file(sample, name: str):
    (sample / name).unlink()
    os.mkfifo(sample / name)
    named = name != PODCAST  # of an order or a deck its folder tells it already
    assert refused(sample) == [(name, "is no plain file") if named else (f"{name}:1", "not a file")]
    (sample / name).unlink()
    (sample / name).mkdir()
    assert refused(sample) == [(name, "is a folder") if named else (f"{name}:1", "not a file")]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin", "/", "assets"])
def test_a_profile_that_is_no_file(sample, device: str):
    edit(sample / ORDER, "^seed: 7", f"seed: 7\nprofile: {device}")
    with pytest.raises(PressError) as error:
        plan(sample)
    assert [problem.where for problem in error.value.problems] == [f"{ORDER}:6"]
