"""What is typed behind options: names and numbers."""

import re

from press.errors import PressError, Problem, short

MAX_DIGITS = 40  # nothing is counted so far


def names(option: str, value: str | None) -> tuple[str, ...]:
    """Names with commas between them; none without the option. Raises PressError if it is there and names nothing."""
    if value is None:
        return ()
    found = tuple(name.strip() for name in value.split(",") if name.strip())
    if not found:
        raise PressError(Problem(option, "names nothing", f"name one or more, or leave out {option}"))
    return found


def number(option: str, value: str | None) -> int | None:
    """A whole number, in digits from 0 to 9. Raises PressError if it is anything else."""
    if value is None:
        return None
    if not re.fullmatch(r"-?[0-9]+", value):
        raise PressError(Problem(option, f"`{short(value)}` is not a whole number", "write digits from 0 to 9 only"))
    if len(value) > MAX_DIGITS:
        raise PressError(Problem(option, f"a number of {len(value)} digits", "write a smaller one"))
    return int(value)
