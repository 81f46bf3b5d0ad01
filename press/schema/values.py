"""Types of values: texts, names, links and files, as the fields of models take them."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
)
from pydantic_core import PydanticCustomError

from press.language.message import Message, _
from press.names import LONGEST, PATTERN, is_device, name_fault
from press.schema.typewriter import set_right
from press.schema.urls import MAX_HOST, host_fault, host_looked_up, link_fault, looked_up, short_address_fault
from press.system.written_names import leading_out, on_the_net

LONGEST_WORD = 20  # characters, with its space, as an average: a limit in words is one in characters, too


MAX_KEY = 12  # characters: it is typed, and a code stays coarse


KEY = rf"[a-z0-9]{{1,{MAX_KEY}}}"


HIDDEN = ("bin",)  # IIS, requestFiltering/hiddenSegments; the others there have letters that no key has


MAX_SHORT_ADDRESS = 60  # characters


MAX_LINK = 300  # characters; more makes a code too fine to print at a sensible size


UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # Unicode categories; the last two would break a line


PRINTABLE_CONTROLS = {"\u00ad"}  # soft hyphen: where a board text may break


def wrong(what: Message, fix: Message) -> PydanticCustomError:
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
        raise wrong(_("the character U+{code:04X} cannot be printed", code=ord(bad[0])), _("delete it"))
    return value


def _link(value: str) -> str:
    value = looked_up(value)
    if fault := link_fault(value):
        raise wrong(*fault)
    return value


def _short_address(value: str) -> str:
    value = looked_up(value)
    if fault := short_address_fault(value):
        raise wrong(*fault)
    return value


def _digits(value: Any) -> Any:
    """A key of digits alone is a number to YAML, and means what is written."""
    return str(value) if type(value) is int else value


def _key(value: str) -> str:
    if not re.fullmatch(KEY, value):
        raise wrong(
            _("`{value}` is no key", value=value),
            _("use small letters a–z and digits, at most {max_key}, as 21 or brief", max_key=MAX_KEY),
        )
    if is_device(value) or value in HIDDEN:
        raise wrong(
            _("`{value}` is an address that web servers on Windows give to nobody", value=value),
            _("choose another one"),
        )
    return value


def _host(value: str) -> str:
    value = host_looked_up(value)
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
            raise wrong(
                _("{count} words, {over} too many", count=count, over=count - most),
                _("shorten it to at most {most} words", most=most),
            )
        if (length := len(value)) > longest:
            raise wrong(
                _("{length} characters, {over} too many", length=length, over=length - longest),
                _("shorten it to at most {longest}", longest=longest),
            )
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


# What stands behind a short address, in place of a link.
LinkKey = Annotated[
    str,
    BeforeValidator(_digits),
    AfterValidator(_key),
    Field(json_schema_extra={"type": ["string", "integer"], "pattern": f"^{KEY}$"}),
]


ShortAddress = Annotated[str, Field(max_length=MAX_SHORT_ADDRESS), AfterValidator(_short_address)]


Host = Annotated[str, Field(max_length=MAX_HOST), AfterValidator(_host)]
