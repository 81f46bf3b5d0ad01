"""Validation: written files as models, every mistake told with file and line."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
)
from pydantic_core import ErrorDetails

from press.errors import PressError, Problem, short
from press.language.message import Message, _
from press.schema.yaml_nodes import Key
from press.schema.yaml_scalars import number_fault
from press.schema.yaml_source import Source, read

MAX_REPORTED = 200  # mistakes of one file; who made more made one that repeats


class Model(BaseModel):
    """Frozen; unknown keys are refused; a number is not a text."""

    # What is never read is never built: a command reads a few of the fifty, a worker none.
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, strict=True)


M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A model and the file it came from. `replaced`: keys whose values another file set, and where they stand in it."""

    value: M
    source: Source
    replaced: dict[Key, tuple[Source, tuple[Key, ...]]] = field(default_factory=dict)

    def place(self, *path: Key) -> tuple[str, int]:
        """File and line of a value."""
        source, at = self.replaced.get(str(path[0]), (self.source, ())) if path else (self.source, ())
        return source.place(*at, *path)

    def where(self, *path: Key) -> str:
        """The same as `file:line`."""
        file, line = self.place(*path)
        return f"{file}:{line}"


def load(path: Path, name: str, model: type[M]) -> Loaded[M]:
    """Reads and validates one file; `name` is what messages call it. Raises PressError with every mistake in it."""
    return validated(read(path, name), model)


def validated(source: Source, model: type[M]) -> Loaded[M]:
    """Data of a source as a model. Raises PressError with every mistake in it."""
    try:
        return Loaded(model.model_validate(source.data), source)
    except ValidationError as error:
        found = list(_causes(error.errors(include_url=False)))
        problems = [_problem(source, model, detail) for detail in found[:MAX_REPORTED]]
        if (more := len(found) - MAX_REPORTED) > 0:
            problems.append(Problem(source.where(), _("{more} more mistakes", more=more), _("mend those above first")))
        raise PressError(problems) from None


def _causes(found: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The mistakes without those that follow from them: entries with a mistake are not counted as entries."""
    around = {detail["loc"][:depth] for detail in found for depth in range(len(detail["loc"]))}
    for detail in found:
        if not (detail["type"] == "too_short" and detail["loc"] in around):
            yield detail


_FIXES = {
    "missing": (_("`{key}` is missing"), _("add it")),
    "string_type": (_("`{key}` is not a text"), _('write one; if it is one, put it in "quotes"')),
    "int_type": (_("`{key}` is not a whole number"), _("write digits only")),
    "float_type": (_("`{key}` is not a number"), _("write digits, a point for decimals")),
    "bool_type": (_("`{key}` is neither true nor false"), _("write true or false")),
    "date_type": (_("`{key}` is not a date"), _("write it as 2026-01-31")),
    "tuple_type": (_("`{key}` is not a list"), _("write one entry a line, each after `- `")),
    "dict_type": (_("`{key}` has no keys below it"), _("write `key: value` lines, indented")),
    "model_type": (_("`{key}` has no keys below it"), _("write `key: value` lines, indented")),
    "string_too_short": (_("`{key}` is empty"), _("write a text")),
    "string_too_long": (_("`{key}` has {length} characters, {over} too many"), _("shorten it to at most {max_length}")),
    "too_short": (_("`{key}` has too few entries"), _("write at least {min_length}")),
    "too_long": (_("`{key}` has too many entries"), _("write at most {max_length}")),
    "greater_than_equal": (_("`{key}` is {input}"), _("write at least {ge}")),
    "less_than_equal": (_("`{key}` is {input}"), _("write at most {le}")),
    "literal_error": (_("`{key}` is `{input}`"), _("write {expected}")),
}


def _problem(source: Source, model: type[Model], detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    named = next((part for part in reversed(path) if isinstance(part, str)), None)
    key = _("the file") if named is None else short(named)
    where = source.where(*path)
    if kind == "press":
        return Problem(where, _("`{key}`: {fault}", key=key, fault=context["what"]), context["fix"])
    if kind == "extra_forbidden":
        return Problem(where, _("unknown key `{key}`", key=key), _closest(key, _known_keys(model, path)))
    if kind == "string_pattern_mismatch":
        return Problem(
            where,
            _("`{key}` is `{value}`", key=key, value=short(value)),
            _("use small letters a–z, digits and single hyphens"),
        )
    if kind == "string_type" and isinstance(value, (dict, tuple)):
        return Problem(
            where,
            _("`{key}` was read as a list or as keys, not as a text", key=key),
            _('a colon or a leading hyphen did that: put the text in "quotes"'),
        )
    if kind in ("int_type", "float_type") and isinstance(value, (str, int, float)):
        written = source.written.get(path, str(value))
        what, fix = number_fault(written, whole=kind == "int_type")
        wanted = _("a whole number") if kind == "int_type" else _("a number")
        return Problem(
            where,
            _(
                "`{key}` is not {wanted}, but `{written}`, {what}",
                key=key,
                wanted=wanted,
                written=short(written),
                what=what,
            ),
            fix,
        )
    if kind == "tuple_type" and isinstance(value, str) and re.match(r"-\S", value):
        return Problem(
            where, _("`{key}`: no space after the hyphen", key=key), _("write one entry a line, each after `- `")
        )
    if kind == "string_type" and value is None:
        return Problem(
            where,
            _("`{key}` is not a text: nothing stands there", key=key),
            _('write one; if it is one, put it in "quotes"'),
        )
    if isinstance(value, str) and kind in ("too_short", "too_long"):
        kind = f"string_{kind}"
    if kind not in _FIXES:
        return Problem(where, _("`{key}`: {fault}", key=key, fault=detail["msg"]), _("compare with the schema"))
    length = len(value) if isinstance(value, (str, tuple)) else 0
    facts = {
        "key": key,
        "input": short(value),
        "length": length,
        "over": length - context.get("max_length", 0),
        **context,
    }
    what, fix = _FIXES[kind]
    return Problem(where, what.format(**facts), fix.format(**facts))


def _known_keys(model: type[Model], path: tuple[Key, ...]) -> list[str]:
    """The keys that the model allows where the unknown one stands."""
    schema = _schema(model)
    here = schema
    for part in path[:-1]:
        here = here.get("items", {}) if isinstance(part, int) else here.get("properties", {}).get(str(part), {})
        here = next((option for option in here.get("anyOf", ()) if "$ref" in option), here)
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[1]]
    return list(here.get("properties", {}))


@lru_cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()


def _closest(key: str, known: list[str]) -> Message:
    if close := difflib.get_close_matches(key, known, 1):
        return _("did you mean `{close}`?", close=close[0])
    return _("known here: {known}", known=", ".join(known)) if known else _("delete it")
