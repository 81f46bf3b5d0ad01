"""What all models of written files share: field types, and mistakes told with file and line."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from press.errors import PressError, Problem, short
from press.names import LONGEST, PATTERN, name_fault
from press.schema.typewriter import set_right
from press.schema.urls import MAX_HOST, host_fault, link_fault
from press.schema.yaml_nodes import Key
from press.schema.yaml_scalars import number_fault
from press.schema.yaml_source import Source, read
from press.system.written_names import leading_out, on_the_net

MAX_REPORTED = 200  # mistakes of one file; who made more made one that repeats
LONGEST_WORD = 20  # characters, with its space, as an average: a limit in words is one in characters, too
MAX_LINK = 300  # characters; more makes a code too fine to print at a sensible size
UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # Unicode categories; the last two would break a line
PRINTABLE_CONTROLS = {"\u00ad"}  # soft hyphen: where a board text may break


class Model(BaseModel):
    """Frozen; unknown keys are refused; a number is not a text."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def wrong(what: str, fix: str) -> PydanticCustomError:
    """A mistake a validator found, in the press's own words."""
    return PydanticCustomError("press", "{what}", {"what": what, "fix": fix})


def clean(value: Any) -> Any:
    """A text on one line: single spaces, composed characters, none that cannot be seen. Other values pass."""
    if not isinstance(value, str):
        return value
    value = unicodedata.normalize("NFC", re.sub(r"[ \t\r\n\u0085\u2028\u2029]+", " ", value).strip())
    return _printable(value) if value.strip("\u00ad\u00a0 ") else ""


def printed(value: Any) -> Any:
    """The same as it is printed, with the characters of print in place of the keyboard's."""
    value = clean(value)
    return set_right(value) if isinstance(value, str) else value


def _file_name(value: Any) -> Any:
    """Left as it is written: two spaces are part of a name."""
    return _printable(value) if isinstance(value, str) else value


def _inside(value: str) -> str:
    if fault := leading_out(value):
        raise wrong(*fault)
    return value


def _of_this_machine(value: str) -> str:
    if fault := on_the_net(value):
        raise wrong(*fault)
    return value


def _printable(value: str) -> str:
    if bad := [c for c in value if unicodedata.category(c) in UNPRINTABLE and c not in PRINTABLE_CONTROLS]:
        raise wrong(f"the character U+{ord(bad[0]):04X} cannot be printed", "delete it")
    return value


def _link(value: str) -> str:
    if fault := link_fault(value):
        raise wrong(*fault)
    return value


def _host(value: str) -> str:
    if fault := host_fault(value):
        raise wrong(*fault)
    return value


def _name(value: str) -> str:
    if fault := name_fault(value):
        raise wrong(*fault)
    return value


def words(most: int) -> AfterValidator:
    """At most so many words, and characters in proportion."""
    longest = most * LONGEST_WORD

    def check(value: str) -> str:
        if (count := len(value.split())) > most:
            raise wrong(f"{count} words, {count - most} too many", f"shorten it to at most {most} words")
        if (length := len(value)) > longest:
            raise wrong(f"{length} characters, {length - longest} too many", f"shorten it to at most {longest}")
        return value

    return AfterValidator(check)


Text = Annotated[str, BeforeValidator(printed), Field(min_length=1)]
Line = Annotated[Text, Field(max_length=120)]
PlainLine = Annotated[
    str, BeforeValidator(clean), Field(min_length=1, max_length=120)
]  # as written: not ours, or not printed
_Written = Annotated[str, BeforeValidator(_file_name), Field(min_length=1, max_length=120)]
FileName = Annotated[_Written, AfterValidator(_inside)]  # of a file in the folder of the file that names it
FilePath = Annotated[_Written, AfterValidator(_of_this_machine)]  # from the project's folder, or absolute
Id = Annotated[str, Field(pattern=PATTERN, max_length=40)]  # of what lies in a file
# Of what is a file or makes one: orders, decks, brands, items, layouts.
Name = Annotated[str, Field(pattern=PATTERN, max_length=LONGEST), AfterValidator(_name)]
Link = Annotated[str, Field(max_length=MAX_LINK), AfterValidator(_link)]
Host = Annotated[str, Field(max_length=MAX_HOST), AfterValidator(_host)]

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
    source = read(path, name)
    try:
        return Loaded(model.model_validate(source.data), source)
    except ValidationError as error:
        found = list(_causes(error.errors(include_url=False)))
        problems = [_problem(source, model, detail) for detail in found[:MAX_REPORTED]]
        if (more := len(found) - MAX_REPORTED) > 0:
            problems.append(Problem(f"{name}:1", f"{more} more mistakes", "mend those above first"))
        raise PressError(problems) from None


def _causes(found: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The mistakes without those that follow from them: entries with a mistake are not counted as entries."""
    around = {detail["loc"][:depth] for detail in found for depth in range(len(detail["loc"]))}
    for detail in found:
        if not (detail["type"] == "too_short" and detail["loc"] in around):
            yield detail


_FIXES = {
    "missing": ("`{key}` is missing", "add it"),
    "string_type": ("`{key}` is not a text", 'write one; if it is one, put it in "quotes"'),
    "int_type": ("`{key}` is not a whole number", "write digits only"),
    "float_type": ("`{key}` is not a number", "write digits, a point for decimals"),
    "bool_type": ("`{key}` is neither true nor false", "write true or false"),
    "date_type": ("`{key}` is not a date", "write it as 2026-01-31"),
    "tuple_type": ("`{key}` is not a list", "write one entry a line, each after `- `"),
    "dict_type": ("`{key}` has no keys below it", "write `key: value` lines, indented"),
    "model_type": ("`{key}` has no keys below it", "write `key: value` lines, indented"),
    "string_too_short": ("`{key}` is empty", "write a text"),
    "string_too_long": ("`{key}` has {length} characters, {over} too many", "shorten it to at most {max_length}"),
    "too_short": ("`{key}` has too few entries", "write at least {min_length}"),
    "too_long": ("`{key}` has too many entries", "write at most {max_length}"),
    "greater_than_equal": ("`{key}` is {input}", "write at least {ge}"),
    "less_than_equal": ("`{key}` is {input}", "write at most {le}"),
    "literal_error": ("`{key}` is `{input}`", "write {expected}"),
}


def _problem(source: Source, model: type[Model], detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    key = short(next((part for part in reversed(path) if isinstance(part, str)), "the file"))
    where = source.where(*path)
    if kind == "press":
        return Problem(where, f"`{key}`: {context['what']}", context["fix"])
    if kind == "extra_forbidden":
        return Problem(where, f"unknown key `{key}`", _closest(key, _known_keys(model, path)))
    if kind == "string_pattern_mismatch":
        return Problem(where, f"`{key}` is `{short(value)}`", "use small letters a–z, digits and single hyphens")
    if kind == "string_type" and isinstance(value, (dict, tuple)):
        return Problem(
            where,
            f"`{key}` was read as a list or as keys, not as a text",
            'a colon or a leading hyphen did that: put the text in "quotes"',
        )
    if kind in ("int_type", "float_type") and isinstance(value, (str, int, float)):
        written = source.written.get(path, str(value))
        what, fix = number_fault(written, whole=kind == "int_type")
        wanted = "a whole number" if kind == "int_type" else "a number"
        return Problem(where, f"`{key}` is not {wanted}, but `{short(written)}`, {what}", fix)
    if kind == "tuple_type" and isinstance(value, str) and re.match(r"-\S", value):
        return Problem(where, f"`{key}`: no space after the hyphen", "write one entry a line, each after `- `")
    if kind == "string_type" and value is None:
        return Problem(
            where, f"`{key}` is not a text: nothing stands there", 'write one; if it is one, put it in "quotes"'
        )
    if isinstance(value, str) and kind in ("too_short", "too_long"):
        kind = f"string_{kind}"
    if kind not in _FIXES:
        return Problem(where, f"`{key}`: {detail['msg']}", "compare with the schema")
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


def _closest(key: str, known: list[str]) -> str:
    if close := difflib.get_close_matches(key, known, 1):
        return f"did you mean `{close[0]}`?"
    return f"known here: {', '.join(known)}" if known else "delete it"
