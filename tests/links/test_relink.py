"""`invoke links`: the folder of redirects alone, and the order around it as it was."""

from pathlib import Path

from command import command
from links.conftest import SHORT, TARGETS, with_short_address
from tools import BUILT, ORDER, PODCAST, attempt, edit, files, make, manifest

from press.delivery.verify_order import check_published
from press.order.check import check
from press.paths import Project

FOLDER = "weiterleitungen/"
ELSEWHERE = "https://neu.de/21"


def others(root: Path) -> dict[str, bytes]:
    found = files(root / BUILT).items()
    return {name: data for name, data in found if not name.startswith(FOLDER) and name != "manifest.json"}


def test_nothing_else_of_the_order_is_touched(released: Path):
    before, said = others(released), manifest(released)
    edit(released / PODCAST, TARGETS["21"], ELSEWHERE)
    (released / BUILT / "notiz.txt").write_text("somebody's own", encoding="utf-8")
    done = command(released, "links")
    assert done.stdout.splitlines() == [
        "Written: build/standard/weiterleitungen/. Put it on the web server. Changed:",
        f"  21  {TARGETS['21']}  -> {ELSEWHERE}",
    ]
    assert (released / BUILT / "notiz.txt").read_text(encoding="utf-8") == "somebody's own"
    (released / BUILT / "notiz.txt").unlink()
    assert others(released) == before
    after = manifest(released)
    changed = {name for name in after["outputs"] if after["outputs"][name] != said["outputs"][name]}
    assert changed == {
        f"{FOLDER}{name}"
        for name in (
            "LIESMICH.html", "_redirects", "nginx.conf",
            "hochladen/.htaccess", "hochladen/web.config", "hochladen/index.html", "hochladen/21/index.html",
        )
    }  # fmt: skip
    assert {**after, "outputs": 0} == {**said, "outputs": 0} and list(after["outputs"]) == sorted(after["outputs"])
    check_published(Project.at(released), "standard")


def test_what_was_the_same_is_said_to_be(released: Path):
    before = files(released / BUILT)
    assert command(released, "links").stdout == "Nothing has changed: build/standard/weiterleitungen/ is as it was.\n"
    assert files(released / BUILT) == before


def test_the_next_build_sees_the_new_target_and_sets_nothing_anew(released: Path):
    edit(released / PODCAST, TARGETS["bb"], ELSEWHERE)
    assert command(released, "links").returncode == 0
    written = {name: data for name, data in files(released / BUILT).items() if name.startswith(FOLDER)}
    result = make(released)
    assert result.comparison is not None and result.made == ()
    now = files(released / BUILT)
    assert {name: now[name] for name in now if name.startswith(FOLDER)} == written
    assert ELSEWHERE in now["index.html"].decode().replace("<wbr>", "")


def test_an_order_that_is_not_built_has_its_redirects_all_the_same(town: Path):
    done = command(town, "links")
    assert done.returncode == 0 and "  21     new" in done.stdout and done.stderr == ""
    assert set(files(town / BUILT)) == {
        f"{FOLDER}{name}"
        for name in (
            "LIESMICH.html", "_redirects", "nginx.conf", "hochladen/.htaccess", "hochladen/web.config",
            "hochladen/index.html", *(f"hochladen/{key}/index.html" for key in TARGETS),
        )
    }  # fmt: skip
    (town / BUILT / FOLDER / "notiz.txt").write_text("somebody's own", encoding="utf-8")
    edit(town / PODCAST, "  - id: folge-2(\n    .*)+", "")
    edit(town / "content/phrases/probe.yaml", "    episode: folge-2\n", "")
    assert "f2  https://ziel.de/folge/2#anfang  -> nothing" in command(town, "links").stdout
    assert not (town / BUILT / FOLDER / "hochladen/f2").exists() and (town / BUILT / FOLDER / "notiz.txt").exists()


def test_without_a_short_address_there_is_nothing_to_write(sample: Path):
    done = command(sample, "links")
    assert done.returncode == 2 and done.stderr.startswith(f"{ORDER}:2: has no short address")
    assert not (sample / BUILT).exists()


def test_an_order_that_is_damaged_is_left_as_it_is(released: Path):
    (released / BUILT / "preflight.json").unlink()
    before = files(released / BUILT)
    done = command(released, "links")
    assert done.returncode == 4 and "build/standard/preflight.json: is missing; build again" in done.stderr
    assert files(released / BUILT) == before


def test_placeholders_are_told(sample: Path):
    with_short_address(sample)
    edit(sample / PODCAST, TARGETS["21"], "https://example.org/21")
    done = command(sample, "links")
    assert done.returncode == 0 and f"{PODCAST}:15: https://example.org/21 is a placeholder" in done.stdout


def test_orders_with_one_short_address_and_two_campaigns_are_told(town: Path):
    """One web server answers for both: whoever writes it last decides."""
    order = (town / ORDER).read_text(encoding="utf-8")
    (town / ORDER).write_text(f"{order}campaign: mai\n", encoding="utf-8")
    (town / "content/orders/herbst.yaml").write_text(f"{order}campaign: herbst\n", encoding="utf-8")
    _, (problem,) = attempt(check, Project.at(town))
    assert problem.where == f"{ORDER}:11" and "another campaign than content/orders/herbst.yaml:11" in problem.what
    (town / "content/orders/herbst.yaml").write_text(f"{order}campaign: herbst\nshort: {SHORT}h/\n", encoding="utf-8")
    assert attempt(check, Project.at(town))[1] == []
