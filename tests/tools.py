"""What several tests need: projects to edit, and commands to run. A tool that finds nothing fails."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from press.build import kept_products, up_to_date
from press.build.build import BuildResult, build
from press.delivery.filenames import COMPARE
from press.errors import PressError, Problem
from press.kept import kept_facts
from press.order.plan import Plan, make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.preflight.checks import output_intent
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool

T = TypeVar("T")

ROOT = Path(__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample"
DECK, ORDER, PODCAST = (
    "content/phrases/probe.yaml",
    "content/orders/standard.yaml",
    "content/podcast.yaml",
)  # of the sample
BUILT = "build/standard"
KEPT = kept_products.FOLDER
# What the press keeps for itself and may be deleted at any time.
REMEMBERED = {KEPT, up_to_date.FOLDER, kept_facts.FOLDER}
PICTURES = shutil.ignore_patterns("gallery")  # of the README
PATIENCE_S = 900  # for any one command, on a machine that has much else to do: what takes longer hangs
PRINT = ("print",)  # the edition most tests look at: others need no second look for the same thing
ONE_CHECK = {"print": (output_intent,), "office": ()}


def copy_project(to: Path, content: Path = ROOT / "content") -> Path:
    """A project to edit: everything `invoke` needs, nothing built. The sample has the real texts and papers."""
    for folder, name in ((ROOT / "assets", "assets"), (ROOT / "templates", "templates"), (content, "content")):
        shutil.copytree(folder, to / name, ignore=PICTURES, copy_function=shutil.copyfile)
    for name in ("texts.yaml", "papers.yaml"):
        if not (to / "content" / name).exists():
            shutil.copy(ROOT / "content" / name, to / "content")
    shutil.copy(ROOT / "tasks.py", to)
    (to / "build").mkdir()
    return to


def edit(path: Path, find: str, put: str) -> None:
    """Replaces the first place that matches (`^` and `$` are a line's ends); a place that is not there fails."""
    text = path.read_text(encoding="utf-8")
    new = re.sub(find, lambda _: put, text, count=1, flags=re.MULTILINE)
    assert new != text, f"nothing to change: no `{find}` in {path.name}"
    path.write_text(new, encoding="utf-8", newline="\n")


def attempt(load: Callable[..., T], *given: Any) -> tuple[T | None, list[Problem]]:
    """What a loader makes of something and no problems, or None and the problems it raises."""
    try:
        return load(*given), []
    except PressError as error:
        return None, list(error.problems)


def write_deck(root: Path, boards: list[str], **texts: str) -> None:
    """A deck of the given cells in place of the sample's, named p1, p2, …; `texts` go to the first phrase."""
    phrases = [{"id": f"p{n}", "board": board, "short": "Kurz.", "long": "Lang."} for n, board in enumerate(boards, 1)]
    phrases[0] |= texts
    deck = {"name": "Probe", "credit": "Zum Testen.", "phrases": phrases}
    (root / DECK).write_text(json.dumps(deck, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML, too


def write_item(root: Path, layout: str, boards: int | None = None) -> None:
    """An order of one item in place of the sample's."""
    order = {
        "about": "One",
        "brand": "kleinstadtniveau",
        "decks": ["probe"],
        "seed": 7,
        "items": [{"layout": layout} | ({"boards": boards} if boards else {})],
    }
    (root / ORDER).write_text(json.dumps(order), encoding="utf-8")


def plan(root: Path, **overrides) -> Plan:
    """Of the standard order's print edition, to be published as if it were the order as written."""
    return replace(make_plan(Project.at(root), "standard", Overrides(**overrides), PRINT), variant=None)


@contextmanager
def one_check_alone() -> Iterator[None]:
    """Preflight asks for the output intent alone, which takes no look at any page, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("press.preflight.runner.load_checks", lambda edition: ONE_CHECK[edition])
        yield


def make(
    root: Path, progress: Progress | None = None, checked: bool = False, release: bool = False, **overrides
) -> BuildResult:
    """Builds the standard order's print edition in this process. Raises PressError.

    Preflight asks one thing alone unless it is `checked`: the rest is two thirds of a small build, and those who look
    at something else need not wait for it.
    """
    progress = progress or Progress(terminal=False)
    with nullcontext() if checked else one_check_alone():
        return build(plan(root, **overrides), progress, release, WorkerPool(1, progress))


def press(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """`invoke …` as people run it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "invoke", *arguments],
        cwd=root,
        env=os.environ | environment,
        timeout=PATIENCE_S,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


def make_elsewhere(root: Path, **environment: str) -> None:
    """The same as `make`, in a process of its own."""
    tests = str(Path(__file__).parent)
    code = f"import sys; sys.path[:0] = [{tests!r}]; from pathlib import Path; from tools import make; "
    python(f"{code} make(Path({str(root)!r}))", **{"PYTHONPATH": str(ROOT)} | environment)


def print_only(root: Path, layout: str) -> None:
    """A layout without an office edition: then `invoke build` makes no more than most tests look at."""
    edit(root / f"templates/layouts/{layout}.typ", r"\n\)\n#metadata", '\n  no-office: "for a test",\n)\n#metadata')


def python(code: str, **environment: str) -> str:
    """What some code prints in a new process."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        timeout=PATIENCE_S,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, hidden ones, too."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found, f"no files in {folder}"
    return found


def built_files(root: Path) -> dict[str, bytes]:
    """All of build/ but locks and what the press remembers: an order, and whatever was left lying beside it."""
    found = files(root / "build").items()
    private = re.compile(rf"\.press/([^/]+\.lock|[^/]+/record/.+|({'|'.join(REMEMBERED)})/.+)")
    return {name: data for name, data in found if not private.fullmatch(name)}


def left_in_build(root: Path) -> list[str]:
    """All that lies in build/, but for the press's own folder with what it remembers."""
    build, remembered = root / "build", [f".press/{name}" for name in REMEMBERED]
    lying = (path.relative_to(build).as_posix() for path in build.rglob("*"))
    return sorted(name for name in lying if name != ".press" and not name.startswith(tuple(remembered)))


def forget(root: Path) -> None:
    """Whatever was made before is set anew by the next build."""
    shutil.rmtree(root / "build/.press" / KEPT, ignore_errors=True)


def order_files(root: Path) -> dict[str, bytes]:
    """The same without comparisons: they say what the build before had, and when content was changed on a machine."""
    return {name: data for name, data in built_files(root).items() if f"/{COMPARE}/" not in name}


def manifest(root: Path) -> dict:
    return json.loads((root / BUILT / "manifest.json").read_text(encoding="utf-8"))


def product(root: Path, name: str = "bingo-3x3", edition: str = "print") -> dict:
    """What the manifest says of a product."""
    return next(p for p in manifest(root)["products"] if (p["id"], p["edition"]) == (name, edition))
