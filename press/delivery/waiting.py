"""Waiting: a finished order whose place somebody holds (Windows) stays in its workshop until the next command publishes
it, and enters what it promises. Nobody makes a second time what is made and checked."""

import os
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from press.delivery.manifest import Manifest, made_before
from press.delivery.publish import HeldError, publish
from press.delivery.record import drop_prepared, is_prepared, prepare, remember
from press.links.register_file import Printed, promise
from press.paths import Project
from press.system.held_files import patiently
from press.system.safe_files import is_folder, is_plain_file, read_plain_file
from press.system.signals import raising_signals

MARK = "waiting"  # a file in an order's workshop: what lies beside it is finished; it holds what that promises
MAX_BYTES = 10_000_000  # of it: a hundred times the most links a podcast may have
_PROMISES: TypeAdapter[Printed | None] = TypeAdapter(Printed | None)


def publish_or_wait(
    project: Project, name: str, manifest: Manifest, work: Path, printed: Printed | None = None
) -> tuple[Path, tuple[str, ...]]:
    """Publishes a finished working folder, remembers it and enters in the register what was `printed`.

    Gives the order's folder, and the short addresses that are new in the register. Raises PressError, also if the
    register cannot be written: then building with --release again enters them; a HeldError says that it waits.
    """
    prepare(project, name, manifest.outputs, work)
    try:
        folder = publish(project, name, work, made_before(project, name))
        remember(project, name)
        return folder, promise_today(project, printed)
    except HeldError as held:
        _write_mark(_mark(project, name), printed)
        raise held.waiting() from None
    finally:
        if not is_waiting(project, name):
            drop_prepared(project, name)


def publish_waiting(project: Project, name: str) -> None:
    """Puts what waits under a name in its place, if every file of it is as it was made. Raises PressError, a HeldError
    if it has to wait on."""
    if not is_waiting(project, name):
        return
    work, mark = project.work(name), _mark(project, name)
    try:
        printed = _PROMISES.validate_json(read_plain_file(mark, MAX_BYTES))
        as_made = is_prepared(project, name, work)
    except ValidationError:
        as_made = False
    if as_made:
        try:
            with raising_signals():  # of its own: who goes on to build may be interrupted again
                publish(project, name, work, made_before(project, name))
                remember(project, name)
                mark.unlink()
                promise_today(project, printed)
        except HeldError as held:
            raise held.waiting() from None
    mark.unlink(missing_ok=True)


def promise_today(project: Project, printed: Printed | None) -> tuple[str, ...]:
    """Enters what was printed, if anything was; gives what is new in the register. Raises PressError if that cannot be
    read or written."""
    return promise(project, printed, date.today().isoformat()) if printed else ()


def is_waiting(project: Project, name: str) -> bool:
    """Whether a finished order waits under a name."""
    return is_plain_file(_mark(project, name)) and is_folder(project.work(name))


def _write_mark(mark: Path, printed: Printed | None) -> None:
    """In one move: a mark that is there is whole."""
    beside = mark.with_name(f"{MARK}.new")
    beside.write_bytes(_PROMISES.dump_json(printed))
    patiently(lambda: os.replace(beside, mark))


def _mark(project: Project, name: str) -> Path:
    return project.workshop(name) / MARK
