"""YAML that is none: every mistake in it, mended for the moment, so that the next one is found as well."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from press.language.message import _
from press.schema.yaml_mistakes import Fault, mistake, quote_left_open

MAX_DEPTH = 20  # an order's deepest value lies at five
MAX_VALUES = 10_000  # ten times a full deck; a file that is read must not take seconds
MAX_FAULTS = 20  # of one file; each costs another reading


@dataclass(frozen=True)
class Composed:
    """The root node (None of an empty file, or of one that cannot be read), the lines it was read from, the faults."""

    node: yaml.Node | None
    lines: list[str]
    faults: tuple[Fault, ...]


def composed(text: str) -> Composed:
    """The nodes of a text, read on beyond each mistake that has one likely meaning."""
    lines = text.split("\n")
    faults: list[Fault] = []
    while len(faults) < MAX_FAULTS:
        fault, node = _attempt(lines)
        if fault is None:
            return Composed(node, lines, tuple(faults))
        if fault.line in [earlier.line for earlier in faults]:  # mended, and still wrong: what follows, follows from it
            break
        faults.append(fault)
        if not fault.mended:
            break
        lines = fault.mended
    return Composed(None, lines, tuple(faults))


def _attempt(lines: list[str]) -> tuple[Fault | None, yaml.Node | None]:
    text = "\n".join(lines)
    try:
        for fault in _beyond_measure(text, lines):
            return fault, None
        return None, yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return mistake(error, lines), None


def _beyond_measure(text: str, lines: list[str]) -> Iterator[Fault]:
    """Where nesting or number passes all reason, a tag asks for another type, a quote swallows the lines below it.
    Composing recurses, in C: it must not be tried."""
    depth = values = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        values += isinstance(event, yaml.NodeEvent)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if depth > MAX_DEPTH:
            yield Fault(line, _("nested too deeply"), _("write plain keys and lists"))
        if values > MAX_VALUES:
            yield Fault(
                line,
                _("more than {max_values} keys and values", max_values=MAX_VALUES),
                _("split the file or shorten it"),
            )
        if getattr(event, "tag", None):
            yield Fault(line, _("a YAML tag (`!name`)"), _('delete it; if it is text, put it in "quotes"'))
        if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
            yield from quote_left_open(event, lines)
