"""The register, content/printed.yaml: every short address that released builds have printed, and what that promises.

A printed address can lead elsewhere, but never nowhere, and never stand for something else.
"""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from press.content.podcast import Podcast
from press.errors import Problem, refuse_if, short
from press.language.message import _
from press.links.addresses import Address, Addresses
from press.links.link_rules import is_placeholder
from press.paths import Project
from press.schema.validation import Loaded, Model, load
from press.schema.values import Line, Link, LinkKey, PlainLine, ShortAddress, wrong


def _written_as(pattern: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value, re.ASCII):
            raise wrong(
                _("`{value}` was not written by the press", value=short(value)),
                _("write it as {example}", example=example),
            )
        return value

    return AfterValidator(check)


Day = Annotated[str, _written_as(r"\d{4}-\d\d-\d\d", "2026-05-01"), Field(description="Of the first build of it.")]
State = Annotated[
    str,
    _written_as(r"[0-9A-F]{4}-[0-9A-F]{4}", "0FAF-1234"),
    Field(description="What the content was: as on the proof page."),
]

MOVED = _("the order `{order}` was printed with {short}, not with {now}: {printed}")
DROPPED = _("the order `{order}` was printed with {short}, not without a short address: {printed}")


class Printing(Model):
    """A released build that printed it: when, what the content was, and where the address led then."""

    order: Annotated[PlainLine, Field(description="The order's folder in build/.")]
    since: Day
    state: State
    target: Annotated[Link, Field(description="Where the address led then.")]


class Promise(Model):
    """A printed short address, and what it stands for."""

    short: ShortAddress
    key: LinkKey
    of: Annotated[Line, Field(description="podcast, newsletter, or episode and its id.")]
    printed: Annotated[tuple[Printing, ...], Field(min_length=1)]

    @property
    def address(self) -> str:
        return f"{self.short}{self.key}"


class Register(Model):
    """What was printed is promised. Written by released builds."""

    addresses: tuple[Promise, ...]


def read_register(project: Project) -> Loaded[Register] | None:
    """None if nothing was printed yet. Raises PressError with every mistake in it."""
    if not project.printed.exists():
        return None
    register = load(project.printed, project.name(project.printed), Register)
    refuse_if(_doubled(register))
    return register


def _doubled(register: Loaded[Register]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for i, promise in enumerate(register.value.addresses):
        where = register.where("addresses", i)
        if promise.address in first:
            yield Problem(
                where,
                _("{address} stands already at {first}", address=promise.address, first=first[promise.address]),
                _("make one of both"),
            )
        first.setdefault(promise.address, where)


def promise_faults(
    project: Project, podcast: Loaded[Podcast] | None, addresses: Addresses, order: str, where: str
) -> Iterator[Problem]:
    """What an order, published under that name, would break; `where` its short address stands, or should. Raises
    PressError if the register is wrong itself."""
    if (register := read_register(project)) and podcast:
        yield from _broken_promises(register, podcast, addresses)
        yield from _moved(register, order, addresses, where)


def _broken_promises(register: Loaded[Register], podcast: Loaded[Podcast], addresses: Addresses) -> Iterator[Problem]:
    """Every key that was printed and is gone, is called otherwise, stands for something else, or leads nowhere."""
    told: set[str] = set()
    for i, promise in enumerate(register.value.addresses):
        if promise.key not in told:
            told.add(promise.key)
            yield from _broken(promise, _printed_at(register, i), podcast, addresses)


def _broken(promise: Promise, printed: str, podcast: Loaded[Podcast], addresses: Addresses) -> Iterator[Problem]:
    key, by_key = promise.key, next((a for a in addresses.all if a.key == promise.key), None)
    if by_key is None:
        yield _missing(promise, printed, podcast, next((a for a in addresses.all if a.of == promise.of), None))
    elif by_key.of != promise.of:
        yield Problem(
            podcast.where(*by_key.path, "key"),
            _(
                "the key `{key}` was printed for the {of}, not for the {other}: {printed}",
                key=key,
                of=promise.of,
                other=by_key.of,
                printed=printed,
            ),
            _(
                "give the {of} a key of its own, and `{key}` back to the {other}",
                of=by_key.of,
                key=key,
                other=promise.of,
            ),
        )
    elif is_placeholder(by_key.target):
        yield Problem(
            podcast.where(*by_key.path, "link"),
            _(
                "{target} is a placeholder, and codes to `{key}` are printed: {printed}",
                target=by_key.target,
                key=key,
                printed=printed,
            ),
            _("write an address that people reach"),
        )


def _missing(promise: Promise, printed: str, podcast: Loaded[Podcast], now: Address | None) -> Problem:
    if now is None:
        return Problem(
            podcast.where("episodes"),
            _(
                "the {of} is gone, and its key `{key}` is printed: {printed}",
                of=promise.of,
                key=promise.key,
                printed=printed,
            ),
            _("put it back with `key: {key}`; its `link` may lead anywhere", key=promise.key),
        )
    what = _("is called `{key}`", key=now.key) if now.key else _("has no key")
    return Problem(
        podcast.where(*now.path, "key"),
        _(
            "the {of} {what}, and its key `{key}` is printed: {printed}",
            of=promise.of,
            what=what,
            key=promise.key,
            printed=printed,
        ),
        _("write `key: {key}` again; its `link` may lead anywhere", key=promise.key),
    )


def _moved(register: Loaded[Register], order: str, addresses: Addresses, where: str) -> Iterator[Problem]:
    """Short addresses that an order, written at `where`, was printed with and has no more: nobody would write what
    sends them on."""
    now = addresses.short.link if addresses.short else None
    told: set[str] = set()
    for i, promise in enumerate(register.value.addresses):
        if promise.short not in (now, *told) and any(printing.order == order for printing in promise.printed):
            told.add(promise.short)
            yield Problem(
                addresses.short.where if addresses.short else where,
                (MOVED if now else DROPPED).format(
                    order=order, short=promise.short, now=now, printed=_printed_at(register, i, order)
                ),
                _(
                    "write `short: {short}` in {where}; for another one, begin another order",
                    short=promise.short,
                    where=where.rpartition(":")[0],
                ),
            )


def _printed_at(register: Loaded[Register], place: int, order: str | None = None) -> str:
    """Where an address was printed first, by that order if one is named."""
    printings = register.value.addresses[place].printed
    n = next(n for n, printing in enumerate(printings) if order in (None, printing.order))
    first = printings[n]
    return _(
        "{place}, order `{order}`, {since}, state {state}",
        place=register.where("addresses", place, "printed", n),
        order=first.order,
        since=first.since,
        state=first.state,
    )
