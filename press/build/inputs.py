"""Inputs: the files an order is made from, with their sums as they were read."""

from collections.abc import Iterator
from datetime import UTC, datetime

from press.build.up_to_date import TYPEFACES
from press.colour.printing_condition import BUNDLED, profile_file
from press.finishing.registry import edition_of
from press.order.check import Checked
from press.order.plan import Plan
from press.system.checksum import sha256_of, sha256_of_bytes


def input_sums(plan: Plan) -> dict[str, str]:
    """SHA-256 by name of a plan's inputs: of what it holds as it was read, of what lies beside its brand as it lies
    there now."""
    project, brand = plan.project, plan.order.value.brand
    home = project.brand(brand).parent
    beside = [path for path in (project.brand_texts(brand), *sorted(home.iterdir())) if path.is_file()]
    replaced = (source for source, _ in plan.content.texts.replaced.values())  # other texts in place of the shared ones
    sources = (plan.order.source, plan.brand.source, plan.papers.source, *plan.content.sources, *replaced)
    sums = {project.name(path): sha256_of(path) for path in beside}
    sums |= {source.name: source.sha256 for source in sources}
    sums |= {project.name(home / logo.name): sha256_of_bytes(logo.data) for logo in plan.logos.values()}
    sums |= {
        f"{TYPEFACES}{face.family}/{file.name}": sha256_of_bytes(data)
        for face in plan.faces
        for file, data in face.data.items()
    }
    sums |= _templates(plan)
    return sums | dict(_profiles(plan))


def checked_sums(checked: Checked) -> dict[str, str]:
    """SHA-256 by name of what a check has read, ordered or not."""
    sums = {source.name: source.sha256 for source in checked.others}
    for plan in checked.plans:
        sums |= input_sums(plan)
    return sums


def last_change(plan: Plan) -> datetime | None:
    """When the last of what editors write was changed, as far as this machine knows; None where nothing lies there."""
    sources = (plan.order.source, plan.brand.source, *plan.content.sources)
    files = [path for source in sources if (path := plan.project.root / source.name).is_file()]
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in files), UTC) if files else None


def _templates(plan: Plan) -> dict[str, str]:
    """Those on the stages of the plan's products: all but the layouts that nobody ordered."""
    folder = plan.project.name(plan.project.templates)
    stages = (plan.templates.of_layout(layout) for layout in {product.layout.name for product in plan.products})
    return {f"{folder}/{name}": value for stage in stages for name, value in stage.sums.items()}


def _profiles(plan: Plan) -> Iterator[tuple[str, str]]:
    """Those that products are made by, in either edition, by their files."""
    own, project = plan.order.value.profile, plan.project
    for profile in {edition_of(product).profile(product) for product in plan.products}:
        name = own or profile.condition.lower()
        yield project.name(profile_file(project, name)) if name in BUNDLED else name, sha256_of_bytes(profile.data)
