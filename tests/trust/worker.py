"""Tries spoilt files one by one in this process; tells of each how it ended, its processor time and its memory.

`python worker.py PROJECT CASES`: a file of CASES is `<number>@<what it is for>@<its name>`, see `WAYS`.
A case is announced before it is tried: of a process that dies, the last one announced is the cause.
"""

import json
import os
import re
import shutil
import sys
import time
import traceback
from pathlib import Path

from press import EDITION_DATE
from press.brand.loading import Kit, load_kit
from press.brand.palette import office_palette, print_palette
from press.build.build import build
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import COATED, load_profile
from press.delivery.preview import make_previews
from press.errors import PressError
from press.order.check import check
from press.order.plan import make_plan
from press.paths import Project
from press.system.progress import Progress
from press.typesetting.job import brand_tokens
from press.typesetting.logos import in_ink, on_screen, placed
from press.typst_engine.compiler import Typesetter
from press.typst_engine.stage import stage_fonts
from press.typst_engine.templates import read_templates

BRAND, ORDER = "musterstadt", "standard"
TITLE = "Hamburgefonstiv äöüß ÄÖÜ „ff fi“ 0123456789"

DRAWN_MM, PLAIN_PDF = 100.0, ("1.6",)  # the page a logo is looked at on


def try_check(project: Project) -> None:
    """`invoke check`."""
    check(project)


def try_build(project: Project) -> None:
    """`invoke build`, both editions."""
    shutil.rmtree(project.build, ignore_errors=True)
    build(make_plan(project, ORDER), Progress(terminal=False))


def try_brand(project: Project) -> None:
    """A brand with a spoilt logo or font: read; its logos prepared for both editions, placed, and looked at."""
    profile, kit = _kit(project)
    desk = project.build / "desk"
    files = ((file.name, data) for face in kit.faces for file, data in face.data.items())
    typesetter = Typesetter(read_templates(project), stage_fonts(files, desk / "fonts"), desk / "stage")
    for prepare, palette, colours in (
        (in_ink, print_palette(kit.brand.value, profile, "4/0"), "4/0"),
        (in_ink, print_palette(kit.brand.value, profile, "1/0"), "1/0"),
        (on_screen, office_palette(kit.brand.value, profile), "4/0"),
    ):
        logos = placed(kit.logos, prepare, kit.brand.value, profile, typesetter, colours)
        job = {
            "template": "probe",
            "title": TITLE,
            "bleed": 0,
            "trim": (DRAWN_MM, DRAWN_MM),
            "brand": brand_tokens(kit.brand.value, palette, logos),
        }
        make_previews(typesetter.pdf(job, EDITION_DATE, PLAIN_PDF, tagged=False), project.build, "probe", (1,))
    shutil.rmtree(desk)


def try_profile(project: Project) -> None:
    """A spoilt output profile: read, and colours led through it both ways."""
    profile = load_profile(project, "spoilt.icc", "content/orders/standard.yaml:1")
    assert (
        profile.ink_limit >= 0
        and len(profile.separate((11, 93, 75))) == 4
        and len(profile.soft_proof((10, 20, 30, 40))) == 3
    )


def _kit(project: Project) -> tuple[OutputProfile, Kit]:
    profile = load_profile(project, COATED, "--profile")
    return profile, load_kit(project, BRAND, profile)


WAYS = {way.__name__.removeprefix("try_"): way for way in (try_check, try_build, try_brand, try_profile)}


def attempt(project: Project, way: str) -> dict:
    """How one try ended: the exit code that the command would have, and what it would print."""
    try:
        WAYS[way](project)
    except PressError as error:
        return {"exit": int(error.exit_code), "told": [str(problem) for problem in error.problems]}
    except BaseException as error:  # a panic of Typst is no Exception
        return {
            "exit": 1,
            "told": [f"{type(error).__name__}: {error}"[:300], *traceback.format_exc().splitlines()[-8:]],
        }
    return {"exit": 0, "told": []}


def _peak(reset: bool = False) -> int:
    """The most memory this process held since the last reset, or its start where the system knows no reset; in MiB."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    except OSError:
        import resource  # Windows has neither

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024)


def main(root: str, cases: str) -> None:
    project = Project.at(root)
    os.chdir(project.root)
    for case in sorted(Path(cases).iterdir()):
        _, way, name = case.name.replace("%", "/").split("@", 2)
        target = project.root / name
        before = target.read_bytes() if target.exists() else None
        print(f"> {case.name}", flush=True)
        shutil.copyfile(case, target)
        _peak(reset=True)
        start = time.process_time()  # not the clock: other work on the machine is no fault of the file
        ended = attempt(project, way)
        print(
            json.dumps({"case": case.name, "seconds": round(time.process_time() - start, 2), "mib": _peak(), **ended}),
            flush=True,
        )
        target.unlink()
        if before is not None:
            target.write_bytes(before)


if __name__ == "__main__":
    main(*sys.argv[1:])
