"""Spot names: ink makers have a letter for each kind of paper, and a plate is called by it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press.brand.brand import Brand
from press.errors import Problem
from press.language.message import _
from press.schema.validation import Loaded


@dataclass(frozen=True)
class Series:
    """A maker's inks: what their names look like, and the letters behind them by kind of paper."""

    name: re.Pattern[str]
    coated: str
    uncoated: str

    def letter(self, coated: bool) -> str:
        return self.coated if coated else self.uncoated


# HKS: K (Kunstdruck) and N (Natur). PANTONE: C (coated) and U (uncoated).
SERIES = (
    Series(re.compile(r"(?P<ink>HKS\s*\d+)(?:\s*(?P<letter>[KN]))?", re.IGNORECASE), "K", "N"),
    Series(re.compile(r"(?P<ink>PANTONE\s+.*?\S)(?:\s+(?P<letter>[CU]))?", re.IGNORECASE), "C", "U"),
)


def spot_name(written: str, coated: bool | None) -> str:
    """What the plate of a spot is called on a paper: a name without a letter gets the paper's."""
    for series in SERIES:
        if coated is not None and (found := series.name.fullmatch(written)) and not found["letter"]:
            return f"{written} {series.letter(coated)}"
    return written


def wrong_letter(written: str, coated: bool) -> tuple[str, str] | None:
    """The name without its letter and the letter that the paper wants, if a spot has that of the other paper."""
    for series in SERIES:
        if (found := series.name.fullmatch(written)) and found["letter"]:
            wanted = series.letter(coated)
            return None if found["letter"].upper() == wanted else (found["ink"], wanted)
    return None


def doubled_plates(brand: Loaded[Brand]) -> Iterator[Problem]:
    """Spots that would make two plates of one ink: their names differ only in spacing, in case, or in the letter."""
    first: dict[str, tuple[str, str]] = {}
    for role, colour in brand.value.roles().items():
        if colour.spot is None:
            continue
        where = brand.where("colours", role, "spot")
        known, place = first.setdefault(_ink(colour.spot), (colour.spot, where))
        if known != colour.spot:
            yield Problem(
                where,
                _("`{spot}` and `{known}` at {place} would be two plates", spot=colour.spot, known=known, place=place),
                _("write both in the same way"),
            )


def _ink(written: str) -> str:
    """What is the same in names that mean one ink."""
    name = written.strip()
    for series in SERIES:
        if found := series.name.fullmatch(name):
            name = found["ink"]
    return re.sub(r"\s+", "", name).casefold()
