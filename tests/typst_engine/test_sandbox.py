"""Templates, content and brands read nothing outside the project, and nothing from the net."""

import os
from pathlib import Path

import pytest
from tools import BUILT, DECK, ORDER, PODCAST, ROOT, edit, make, plan, press

from press.errors import PressError
from press.order.check import check
from press.paths import Project
from press.typst_engine.sandbox import out_of_reach

LAYOUT = "templates/layouts/argumente.typ"
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the project that nobody may read."""
    file = tmp_path / "secret.yaml"
    file.write_text("name: GEHEIM\n", encoding="utf-8")
    return file


def add(root: Path, line: str, file: str = LAYOUT) -> str:
    """Puts a line at the end of a template; where it stands."""
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(f"{text}{line}\n", encoding="utf-8")
    return f"{file}:{text.count(chr(10)) + 1}"


def refused(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(PressError) as error:
        make(root)
    assert error.value.exit_code == 2 and not (root / BUILT).exists()
    assert "GEHEIM" not in str(error.value)
    return [(problem.where, problem.what) for problem in error.value.problems]


def test_the_templates_of_the_project_keep_to_it():
    assert list(out_of_reach(Project.at(ROOT))) == []


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/cetz:0.4.2": canvas',
        '#import "@preview/cetz:0.4.2"',
        '#include "@local/x:1.0.0"',
        '#{import   "@preview/cetz:0.4.2": *}',
        '#let a = "https://"; #import "@preview/cetz:0.4.2": canvas',
    ],
)
def test_a_package_is_refused_by_its_name(sample, line: str):
    where = add(sample, line)
    package = line.rsplit('"', 2)[1]
    assert refused(sample) == [(where, f"the package {package} would be fetched from the net")]


@pytest.mark.parametrize(
    "line",
    [
        '#let p = "@" + "preview/cetz:0.4.2"; #import p: canvas',
        '#import "\\u{40}preview/cetz:0.4.2"',
        '#import ("@preview/cetz:0.4.2"): canvas',
        '#import/**/"@preview/cetz:0.4.2": canvas',
        '#include "x@preview/cetz:0.4.2.typ".slice(1)',
        '#eval("import \\"@preview/cetz:0.4.2\\": *")',
        "#let e = eval",
        '#let a = "\n// " + include sys.inputs.x',
    ],
)
def test_a_package_in_disguise_is_refused(sample, line: str):
    where = add(sample, line)
    place = where.rpartition(":")
    assert {told for told, _ in refused(sample)} == {f"{place[0]}:{int(place[2]) + line.count(chr(10))}"}


def test_the_check_and_shared_parts_are_looked_at_too(sample):
    where = add(sample, '#import "@preview/cetz:0.4.2": canvas', "templates/lib/logo.typ")
    done = press(sample, "check")
    assert done.returncode == 2 and f"{where}: the package @preview/cetz:0.4.2" in done.stderr


def test_words_of_comments_are_let_alone(sample):
    add(sample, "// Whoever wants to import or include or eval something, names it.")
    assert list(out_of_reach(Project.at(sample))) == []


@pytest.mark.parametrize(
    "line",
    [
        'read("/../secret.yaml")',
        'read("../../../secret.yaml")',
        'yaml("/../../secret.yaml").name',
        'read("/etc/hostname")',
        'image("/../secret.yaml")',
    ],
)
def test_what_lies_outside_the_root_is_not_read(sample, secret, line: str):
    edit(sample / LAYOUT, r"^#let layout\(job, brand\)", f"#let leak = {line}\n#let layout(job, brand)")
    (where, what), *_ = refused(sample)
    assert where.startswith(f"{LAYOUT}:") and ("outside" in what or "not found" in what or "escape" in what), what


@needs_links
@pytest.mark.parametrize(
    "name",
    [
        DECK,
        ORDER,
        PODCAST,
        "content/texts.yaml",
        "content/brands/kleinstadtniveau.yaml",
        "content/note.txt",
        "templates/lib/leak.typ",
    ],
)
def test_a_link_out_of_content_or_templates(sample, secret, name: str):
    (sample / name).parent.mkdir(exist_ok=True)
    (sample / name).unlink(missing_ok=True)
    (sample / name).symlink_to(secret)
    assert [where for where, _ in refused(sample)] == [f"{name}:1"]
    with pytest.raises(PressError) as error:
        check(Project.at(sample))
    assert f"{name}:1: a link that leads out" in str(error.value) and "GEHEIM" not in str(error.value)


@needs_links
@pytest.mark.parametrize("name", [DECK, ORDER, PODCAST])
def test_what_is_no_file(sample, name: str):
    (sample / name).unlink()
    os.mkfifo(sample / name)
    told = refused(sample)
    assert told == [(f"{name}:1", "not a file")]
    (sample / name).unlink()
    (sample / name).mkdir()
    assert refused(sample) == told


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin", "/", "assets"])
def test_a_profile_that_is_no_file(sample, device: str):
    edit(sample / ORDER, "^seed: 7", f"seed: 7\nprofile: {device}")
    with pytest.raises(PressError) as error:
        plan(sample)
    assert [problem.where for problem in error.value.problems] == [f"{ORDER}:6"]
