"""The folder of redirects written alone: a target has changed, and nothing is printed for that."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from press.delivery.filenames import COMPARE, REDIRECTS
from press.delivery.manifest import Manifest, made_before, read_manifest
from press.delivery.publish import publish
from press.delivery.strays import files_below, keep
from press.delivery.waiting import publish_or_wait
from press.delivery.working_folder import working_folder
from press.errors import Exit, PressError, Problem, refuse_if
from press.language.message import _
from press.links.redirect_folder import files_for, redirect_faults, targets_of, write_redirects, written_targets
from press.order.plan import Plan
from press.system.checksum import sha256_of
from press.system.safe_files import is_plain_file


@dataclass(frozen=True)
class Relinked:
    """The folder, and where each key led `before` and leads now."""

    folder: Path
    before: Mapping[str, str]
    now: Mapping[str, str]


def relink(plan: Plan) -> Relinked:
    """Writes the redirects of an order anew, all else of it stays; of one that is not built, they are all there is.

    Raises PressError if the order has no short address.
    """
    if plan.addresses.short is None:
        what = _("has no short address: its codes carry the targets themselves")
        fix = _("write `short` in content/podcast.yaml, in the brand or in the order")
        raise PressError(Problem(plan.order.where(), what, fix))
    with working_folder(plan.project, plan.name) as work:
        published = plan.project.published(plan.name)
        before, manifest = written_targets(published), read_manifest(published)
        write_redirects(plan.content, plan.addresses, work)
        if wrong := list(redirect_faults(plan.addresses, work)):
            raise AssertionError(f"redirects that lead elsewhere than written: {wrong}")
        _publish(plan, manifest, published, work, files_for(before))
        return Relinked(published / REDIRECTS, before, targets_of(plan.addresses))


def _publish(plan: Plan, manifest: Manifest | None, published: Path, work: Path, redirects: Collection[str]) -> None:
    """`redirects` are the files of the folder before."""
    known = made_before(plan.project, plan.name)
    if manifest is None:
        publish(plan.project, plan.name, work, known or redirects)
        return
    others = [name for name in manifest.outputs if not name.startswith(f"{REDIRECTS}/")]
    missing = [name for name in others if not is_plain_file(published / name)]
    refuse_if(
        (Problem(plan.project.name(published / name), _("is missing"), _("build again")) for name in missing),
        Exit.MACHINE,
    )
    _take_over(others, published, work)
    anew = _with_sums(manifest, work)
    anew.write(work)
    publish_or_wait(plan.project, plan.name, anew, work)


def _take_over(others: Iterable[str], published: Path, work: Path) -> None:
    """Every other file of the order, the same one in both places until the new folder is published."""
    beside = [name for name, _ in files_below(published) if name.startswith(f"{COMPARE}/")]
    for name in (*others, *beside):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        keep(published / name, work / name)


def _with_sums(manifest: Manifest, work: Path) -> Manifest:
    """The manifest with the sums of the redirects as they are now; what else it says is of the build."""
    others = {name: value for name, value in manifest.outputs.items() if not name.startswith(f"{REDIRECTS}/")}
    redirects = {f"{REDIRECTS}/{name}": sha256_of(path) for name, path in files_below(work / REDIRECTS)}
    return manifest.model_copy(update={"outputs": dict(sorted({**others, **redirects}.items()))})
