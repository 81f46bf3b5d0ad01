"""Writing the register: what a released build printed is added; what stands there stays as it was."""

import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.links.addresses import Address
from press.links.register import Printing, Promise, Register, read_register
from press.paths import Project
from press.system.file_lock import OrderLockedError, order_lock

# The first lines of a new register; whoever keeps one may write others in their place.
HEAD = """\
# yaml-language-server: $schema=schemas/printed.schema.json
#
# Printed is promised: the short addresses that released builds have printed, when, and what the content was.
# Written by `invoke build --release`; keep it with the content. A key in it may be led elsewhere in podcast.yaml, but
# not be taken away, renamed, or given to something else. These lines stay; what is below them is written anew.
"""

PATIENCE_S = 10.0  # for another build that writes: it takes milliseconds


@dataclass(frozen=True)
class Printed:
    """A released build: the order's name, the state of its content, its short address if it has one, and the addresses
    its files can carry."""

    order: str
    state: str
    short: str | None
    carried: tuple[Address, ...]


def promise(project: Project, printed: Printed, day: str) -> tuple[str, ...]:
    """Adds to the register what was printed on that day, and gives the addresses that are new in it. The same content
    adds nothing. Raises PressError if the register cannot be read or written."""
    with _alone(project):
        loaded = read_register(project)
        before = loaded.value if loaded else Register(addresses=())
        after = Register(addresses=tuple(_with(before, _promises(printed, day))))
        if after != before:
            _write(project, _head(project.printed) + "".join(_lines(after)))
    known = {promise.address for promise in before.addresses}
    return tuple(promise.address for promise in after.addresses if promise.address not in known)


def _promises(printed: Printed, day: str) -> Iterator[Promise]:
    for address in printed.carried:
        if printed.short and address.key:
            printing = Printing(order=printed.order, since=day, state=printed.state, target=address.target)
            yield Promise(short=printed.short, key=address.key, of=address.of, printed=(printing,))


def _with(register: Register, new: Iterable[Promise]) -> list[Promise]:
    """The promises with new ones among them, in an order that hangs on nothing else."""
    found = {promise.address: promise for promise in register.addresses}
    for promise in new:
        before = found.get(promise.address)
        if before is None:
            found[promise.address] = promise
        elif not {(one.order, one.state) for one in promise.printed} <= {(p.order, p.state) for p in before.printed}:
            printed = sorted((*before.printed, *promise.printed), key=lambda one: (one.since, one.order, one.state))
            found[promise.address] = before.model_copy(update={"printed": tuple(printed)})
    return [found[address] for address in sorted(found)]


def _lines(register: Register) -> Iterator[str]:
    yield "\naddresses:\n"
    for promise in register.addresses:
        yield f"  - short: {promise.short}\n    key: {json.dumps(promise.key)}\n    of: {promise.of}\n    printed:\n"
        for one in promise.printed:
            target = json.dumps(one.target)
            yield f'      - {{order: {one.order}, since: "{one.since}", state: "{one.state}", target: {target}}}\n'


def _head(path: Path) -> str:
    """The comments at the top of the register, as they stand there."""
    if not path.exists():
        return HEAD
    head = []
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        head.append(line)
    return "\n".join(head).rstrip() + "\n" if any(head) else ""


def _write(project: Project, text: str) -> None:
    """In one move: there is the old register or the new one."""
    path = project.printed
    try:
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(text.encode())
        os.replace(beside, path)
    except OSError as error:
        raise PressError(
            Problem(
                project.name(path),
                _(
                    "the order is published, but what it promises cannot be written here ({reason})",
                    reason=error.strerror,
                ),
                _("make the file writable, then build again with --release"),
            ),
            Exit.MACHINE,
        ) from None


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """While no other build writes here. Raises PressError if one does not end."""
    end = time.monotonic() + PATIENCE_S
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(order_lock(project, project.printed.name))
                break
            except OrderLockedError:
                if time.monotonic() > end:
                    what, fix = _("another build is writing here"), _("build again with --release")
                    raise PressError(Problem(project.name(project.printed), what, fix), Exit.MACHINE) from None
        yield
