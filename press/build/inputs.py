"""Inputs: the files an order is made from, with their sums as they were when the build began."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from press.colour.printing_condition import BUNDLED
from press.errors import Exit, Problem, refuse_if
from press.order.plan import Plan
from press.system.checksum import sha256_of
from press.typst_engine.template_imports import closure


@dataclass(frozen=True)
class Inputs:
    """Name in the manifest → SHA-256, and the path of those that Typst reads only while it sets."""

    sums: dict[str, str]
    read_later: dict[str, Path]

    def refuse_changed(self) -> None:
        """Raises PressError if what is read later is not what it was: pages of two states would be one order."""
        refuse_if(
            (
                Problem(name, f"{change} while the build was running", "build again")
                for name in self.read_later
                if (change := self._change(name))
            ),
            Exit.MACHINE,
        )

    def _change(self, name: str) -> str | None:
        try:
            return None if sha256_of(self.read_later[name]) == self.sums[name] else "changed"
        except FileNotFoundError:
            return "went away"

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Inside, what goes wrong because such a file changed is reported as that."""
        try:
            yield
        except Exception:
            self.refuse_changed()
            raise


def take_inputs(plan: Plan) -> Inputs:
    """The inputs of a plan: what it holds already as it was read, all else as it lies there now."""
    project, brand = plan.project, plan.order.value.brand
    home = project.brand(brand).parent
    sources = (plan.order.source, plan.brand.source, *plan.content.sources)
    held = {source.name: source.sha256 for source in sources}
    held |= {project.name(home / logo.name): hashlib.sha256(logo.data).hexdigest() for logo in plan.logos.values()}
    held[_profile(plan)] = hashlib.sha256(plan.profile.data).hexdigest()
    beside = [path for path in (project.brand_texts(brand), *sorted(home.iterdir())) if path.is_file()]
    later = {project.name(path): path for path in _templates(plan)}
    later |= {f"font/{face.family}/{file.name}": file for face in plan.faces for file in face.files}
    return Inputs(
        {project.name(path): sha256_of(path) for path in beside}
        | {name: sha256_of(path) for name, path in later.items()}
        | held,
        later,
    )


def _templates(plan: Plan) -> list[Path]:
    """What the layouts import, and all that ticket and slug may."""
    folder = plan.project.main_template.parent
    layouts = [path for product in plan.products for path in closure(plan.project, product.layout.name).files]
    return sorted({*layouts, *folder.glob("*.typ"), *folder.glob("lib/*.typ")})


def _profile(plan: Plan) -> str:
    wanted = plan.order.value.profile
    return plan.project.name(plan.project.profile) if wanted == BUNDLED else wanted
