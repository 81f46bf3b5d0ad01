"""Where the last build of an order, or of a variant of it, lies."""

from pathlib import Path

from press.delivery.filenames import COMPARE, INDEX, PROOF
from press.delivery.manifest import read_manifest
from press.delivery.record import read_record
from press.delivery.working_folder import last_published
from press.errors import Exit, PressError, Problem, choose_one, refuse_if
from press.language.message import _
from press.names import JOINT, is_published
from press.paths import Project
from press.system.safe_files import is_plain_file, refuse_other_than_folder

LOADED = (INDEX, f"{PROOF}/", f"{COMPARE}/")  # what a browser reads of an order


def published_folder(project: Project, name: str, option: str) -> Path:
    """build/<name>/ of an order that was built, or of a variant, as `standard--musterstadt`; `option` named it.

    Raises PressError if it was not built, if there is no such order, or if something else lies there.
    """
    refuse_other_than_folder(project, project.build)
    if is_published(name):
        refuse_other_than_folder(project, project.published(name))
        if (folder := last_published(project, name)).is_dir():
            return folder
    order_id, is_variant, _variant = name.partition(JOINT)
    if order_id not in project.orders():
        raise PressError(Problem(option, _("there is no order `{name}`", name=name), choose_one(project.orders())))
    fix = _("run invoke build --order {order_id}", order_id=order_id)
    if is_variant:
        fix += _(", with the options that make it")
    raise PressError(
        Problem(
            option,
            _("`{name}` was not built yet", name=name),
            fix,
        )
    )


def proof_page(project: Project, name: str) -> Path:
    """index.html of the last build under a name, refused or not. Raises PressError if there is none, and if it, or what
    it loads and runs, is not what was made: a browser runs whatever script lies there."""
    refused = project.refused(name) / INDEX
    if is_published(name) and refused.is_file():
        return refused
    folder = published_folder(project, name, "--order")
    record = read_record(project, name)
    wrong = [file for file in record.sums if file.startswith(LOADED) and not record.intact(file)] if record else []
    if not wrong and not is_plain_file(folder / INDEX):
        wrong = [INDEX]
    refuse_if(
        (
            Problem(project.name(folder / file), _("is not the file that was made"), _("build again"))
            for file in sorted(wrong)
        ),
        Exit.MACHINE,
    )
    return folder / INDEX


def dealt(project: Project, name: str) -> tuple[str, int] | None:
    """The order and the seed that a variant was dealt with, by the manifest of its last build; None if it is none."""
    if JOINT not in name:
        return None
    manifest = read_manifest(published_folder(project, name, "--order"))
    if manifest is None:
        raise PressError(
            Problem("--order", _("the manifest of `{name}` cannot be read", name=name), _("build it again")),
            Exit.MACHINE,
        )
    return manifest.order, manifest.seed
