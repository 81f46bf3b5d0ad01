"""Colours as house styles write them: hex, RGB, ink in %, or a spot colour with what stands for it elsewhere.

No table of a maker's inks lies here: their values are the makers', and stand in the house style's own manual.
"""

import re
from collections.abc import Callable, Iterator

from press.brand.brand import Colour
from press.colour.colour_values import Cmyk, to_hex
from press.errors import PressError, Problem, short
from press.language.message import _

MOST_COLOURS = 3
EXAMPLES = _('"#0b5d4b", C100 M30 Y20 K10, rgb 0 96 122, or HKS 43 = C100 M70 Y0 K0')

_NUMBER = r"(\d{1,3}(?:\.\d+)?)"
_NUMBER_OR_COMMA = r"(\d{1,3}(?:[.,]\d+)?)"  # where a comma parts no numbers
_NEXT = r"\s*%?\s*[\s,/]\s*"


def _labelled(letters: str) -> str:
    """Numbers behind their letters: C100 M30, c=100, or before them: 100C 30M."""
    before = r"\s*%?[\s,/]*".join(rf"{letter}\s*[:=]?\s*{_NUMBER_OR_COMMA}" for letter in letters)
    behind = r"[\s,/]*".join(rf"{_NUMBER_OR_COMMA}\s*%?\s*{letter}" for letter in letters)
    return rf"(?:{before}\s*%?|{behind})(?![0-9a-z])"


def _listed(name: str, count: int) -> str:
    """Numbers behind the colour room's name, in brackets or not."""
    return rf"{name}\s*[:=]?\s*[(\[]?\s*{_NEXT.join([_NUMBER] * count)}\s*%?\s*[)\]]?(?![0-9a-z])"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_CMYK = _any(
    rf"(?:cmyk\s*[:=]?\s*)?{_labelled('cmyk')}",
    _listed("cmyk", 4),
    r"\s*/\s*".join([_NUMBER_OR_COMMA] * 4) + r"(?![0-9a-z])",
    r"(?!\d{3}(?:\s+\d{3}){3})" + r"\s+".join([_NUMBER] * 4) + r"(?![0-9a-z])",  # but four colours of three digits
)
_RGB = _any(rf"(?:rgb\s*[:=]?\s*)?{_labelled('rgb')}", _listed("s?rgb", 3))
_HEX = _any(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])")
_SPOT = _any(
    r"HKS\s*\d+(?:\s*[KNEZ])?(?![0-9a-z])",
    r"PANTONE\s+(?:\d[\d-]*|[a-z]+(?:\s+[a-z]+)*?)(?:\s+[CU])?(?=\s*(?:[=:(,;]|[C]\s*\d|$))",
)
_AS_WELL = re.compile(r"\s*[=(]\s*")  # another way to write the same colour follows
_AFTER_SPOT = re.compile(r"\s*[=(:/]?\s*")
_BETWEEN = re.compile(r"[\s,;]*")
_PAINT = re.compile(r"RAL\b", re.IGNORECASE)

Inks = Callable[[str], Colour]  # asks for what stands for a spot colour, by its name; raises PressError


def read_colours(text: str, where: str, inks_of: Inks | None = None) -> tuple[Colour, ...]:
    """One to three colours, with commas, semicolons or spaces between them. `inks_of` is asked for the process inks of
    a spot colour that stands alone. Raises PressError with every one that is none."""
    found = list(_read(text.strip(), where))
    if wrong := [part for part in found if isinstance(part, Problem)]:
        raise PressError(wrong)
    colours = tuple(dict.fromkeys(_whole(part, where, inks_of) for part in found if isinstance(part, _Written)))
    if not 1 <= len(colours) <= MOST_COLOURS:
        raise PressError(
            Problem(
                where,
                _("{count} colours", count=len(colours)),
                _("give one to {most_colours}, with commas between them", most_colours=MOST_COLOURS),
            )
        )
    return colours


def read_inks(text: str, where: str) -> Colour:
    """What stands for a spot colour: its inks, perhaps with its look on a screen. Raises PressError."""
    found = list(_read(text.strip(), where))
    written = next((part for part in found if isinstance(part, _Written)), None)
    if len(found) != 1 or written is None or written.cmyk is None or written.spot:
        raise PressError(
            Problem(where, _("`{text}` is no ink", text=short(text)), _("write its CMYK, as C100 M70 Y0 K0"))
        )
    return Colour(cmyk=written.cmyk, hex=written.hex)


def read_screen(text: str, where: str) -> str | None:
    """What an ink looks like on a screen, as `#0b5d4b`; none for an empty text. Raises PressError."""
    if not text:
        return None
    found = list(_read(text.strip(), where))
    written = next((part for part in found if isinstance(part, _Written)), None)
    if len(found) != 1 or written is None or written.hex is None or written.cmyk or written.spot:
        raise PressError(
            Problem(where, _("`{text}` is no colour of a screen", text=short(text)), _("write #0b5d4b or rgb 0 96 122"))
        )
    return written.hex


def no_inks(spot: str, where: str) -> Problem:
    """What is to be said of a spot colour that stands alone."""
    return Problem(
        where,
        _("`{spot}` is the name of an ink, and nothing says what stands for it where it is not used", spot=spot),
        _("write its CMYK from the manual of the house style behind it: {spot} = C100 M70 Y0 K0", spot=spot),
    )


class _Written:
    """A colour as far as it is read."""

    def __init__(self) -> None:
        self.spot: str | None = None
        self.cmyk: Cmyk | None = None
        self.hex: str | None = None

    def take(self, text: str, at: int) -> int:
        """Reads one way of writing from here on; where it ends, or -1 if there is none. Raises ValueError."""
        if self.spot is None and (found := _SPOT.match(text, at)):
            self.spot = re.sub(r"(?i)^hks\s*(\d+)\s*", r"HKS \1 ", " ".join(found[0].split())).strip()
            self.spot = re.sub(r"(?i)^(hks|pantone)\b.*", lambda spot: _in_capitals(spot[0]), self.spot)
        elif self.cmyk is None and (found := _CMYK.match(text, at)):
            cyan, magenta, yellow, black = (_number(part, 100, " %", found[0]) for part in found.groups() if part)
            self.cmyk = cyan, magenta, yellow, black
        elif self.hex is None and (found := _RGB.match(text, at)):
            red, green, blue = (int(_number(part, 255, "", found[0])) for part in found.groups() if part)
            self.hex = to_hex((red, green, blue))
        elif self.hex is None and (found := _HEX.match(text, at)):
            digits = found[1].lower()
            self.hex = "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
        else:
            return -1
        return found.end()


def _read(text: str, where: str) -> Iterator[_Written | Problem]:
    """Colour after colour; of what is none, the word."""
    at = 0
    while at < len(text):
        written = _Written()
        try:
            end = _read_one(written, text, at)
        except ValueError as error:
            yield Problem(where, error.args[0], _("write {examples}", examples=EXAMPLES))
            return
        if end < 0:
            stretch = re.match(r"[^,;#]*", text[at + 1 :])
            wrong = (text[at] + (stretch[0] if stretch else "")).strip()
            yield _none_at_all(wrong, where)
            end = at + len(wrong)
        else:
            yield written
        between = _BETWEEN.match(text, end)
        at = between.end() if between else len(text)


def _read_one(written: _Written, text: str, at: int) -> int:
    end = written.take(text, at)
    while end >= 0:
        joint = _AFTER_SPOT if written.spot and written.cmyk is None else _AS_WELL
        joined = joint.match(text, end)
        more = written.take(text, joined.end()) if joined and joined.end() < len(text) else -1
        if more < 0:
            break
        closing = re.match(r"\s*\)", text[more:])
        end = more + (closing.end() if closing and "(" in joined[0] else 0) if joined else more
    return end


def _whole(written: _Written, where: str, inks_of: Inks | None) -> Colour:
    """Raises PressError for a spot colour without inks."""
    if written.spot and written.cmyk is None:
        if inks_of is None:
            raise PressError(no_inks(written.spot, where))
        inks = inks_of(written.spot)
        return Colour(spot=written.spot, cmyk=inks.cmyk, hex=written.hex or inks.hex)
    return Colour(spot=written.spot, cmyk=written.cmyk, hex=written.hex)


def _none_at_all(word: str, where: str) -> Problem:
    if _PAINT.match(word):
        return Problem(
            where, _("`{word}` is a paint, not an ink", word=short(word)), _("write its CMYK, as C100 M30 Y20 K10")
        )
    return Problem(
        where, _("`{word}` is no colour", word=short(word.removeprefix("#"))), _("write {examples}", examples=EXAMPLES)
    )


def _number(text: str, most: int, unit: str, whole: str) -> float:
    value = float(text.replace(",", "."))
    if value > most:
        raise ValueError(
            _(
                "`{written}`: {part} is more than {most}{unit}",
                written=short(whole.strip()),
                part=text,
                most=most,
                unit=unit,
            )
        )
    return int(value) if value == int(value) else value


def _in_capitals(spot: str) -> str:
    """The maker's name, and the letter of the paper behind it, in capitals."""
    maker, _space, rest = spot.partition(" ")
    name, _space, letter = rest.rpartition(" ")
    return f"{maker.upper()} {name} {letter.upper()}" if name and len(letter) == 1 else f"{maker.upper()} {rest}"


def shown(colour: Colour) -> str:
    """A colour as a message calls it: the name of the ink, the inks, or hex."""
    if colour.spot:
        return colour.spot
    return "cmyk " + " ".join(f"{part:g}" for part in colour.cmyk) if colour.cmyk else str(colour.hex)
