"""What is typed behind options: names and numbers."""

import re

from press.errors import PressError, Problem, short
from press.language.message import _

MAX_DIGITS = 40  # nothing is counted so far


def names(option: str, value: str | None) -> tuple[str, ...]:
    """Names with commas between them; none without the option. Raises PressError if it is there and names nothing."""
    if value is None:
        return ()
    found = tuple(name.strip() for name in value.split(",") if name.strip())
    if not found:
        raise PressError(
            Problem(option, _("names nothing"), _("name one or more, or leave out {option}", option=option))
        )
    return found


def number(option: str, value: str | None) -> int | None:
    """A whole number, in digits from 0 to 9. Raises PressError if it is anything else."""
    if value is None:
        return None
    if not re.fullmatch(r"-?[0-9]+", value):
        raise PressError(
            Problem(
                option, _("`{value}` is not a whole number", value=short(value)), _("write digits from 0 to 9 only")
            )
        )
    if len(value) > MAX_DIGITS:
        raise PressError(Problem(option, _("a number of {count} digits", count=len(value)), _("write a smaller one")))
    return int(value)
