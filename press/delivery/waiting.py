"""Waiting: a finished order whose place somebody holds (Windows) stays in its workshop until the next command publishes
it. Nobody makes a second time what is made and checked."""

from pathlib import Path

from press.delivery.manifest import Manifest, made_before
from press.delivery.publish import HeldError, publish
from press.delivery.record import drop_prepared, is_prepared, prepare, remember
from press.paths import Project
from press.system.safe_files import is_folder, is_plain_file
from press.system.signals import raising_signals

MARK = "waiting"  # a file in an order's workshop: what lies beside it is finished


def publish_or_wait(project: Project, name: str, manifest: Manifest, work: Path) -> Path:
    """Publishes a finished working folder and remembers it; gives the order's folder.

    Raises PressError; a HeldError says that it waits.
    """
    prepare(project, name, manifest.outputs, work)
    try:
        folder = publish(project, name, work, made_before(project, name))
        remember(project, name)
        return folder
    except HeldError as held:
        _mark(project, name).touch()
        raise held.waiting() from None
    finally:
        if not is_waiting(project, name):
            drop_prepared(project, name)


def publish_waiting(project: Project, name: str) -> None:
    """Puts what waits under a name in its place, if every file of it is as it was made. Raises PressError, a HeldError
    if it has to wait on."""
    if not is_waiting(project, name):
        return
    work = project.work(name)
    if is_prepared(project, name, work):
        try:
            with raising_signals():  # of its own: who goes on to build may be interrupted again
                publish(project, name, work, made_before(project, name))
                remember(project, name)
        except HeldError as held:
            raise held.waiting() from None
    _mark(project, name).unlink()


def is_waiting(project: Project, name: str) -> bool:
    """Whether a finished order waits under a name."""
    return is_plain_file(_mark(project, name)) and is_folder(project.work(name))


def _mark(project: Project, name: str) -> Path:
    return project.workshop(name) / MARK
