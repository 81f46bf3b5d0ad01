"""Ids of new phrases, from the words that tell them apart."""

import re
from collections.abc import Container

from press.new_brand.brand_id import slug

MOST_WORDS = 3
LONGEST = 32  # characters; 40 are allowed, and a number may follow

# Words that every second sentence has.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "aber alle alles als am an auch auf aus bei bin bis da dann das dass dafür dem den denn der des die "
        "dies diese doch du ein eine einem einen einer er es für gar geht gibt haben hat hier ich ihr im "
        "immer in ist ja jeder kann können man mal mehr mich mir mit nach nicht noch nur ob oder ohne schon "
        "sein sich sie sind so soll sollen um und uns unser unsere vom von vor war warum was weil wenn wer "
        "werden wie wir wird zu zum zur",
    )
)


def new_id(sentence: str, taken: Container[str]) -> str:
    """An id that none of the others has."""
    words = sentence.replace("\u00ad", "").split()
    telling = [word for word in words if slug(word) and word.strip("„“‚‘\"'.,!?…–-").casefold() not in _COMMON]
    made = _joined(telling[:MOST_WORDS]) or _joined(words[:MOST_WORDS]) or "spruch"
    number = 1
    while (name := made if number == 1 else f"{made}-{number}") in taken:
        number += 1
    return name


def _joined(words: list[str]) -> str:
    made = slug(" ".join(words))
    return made if len(made) <= LONGEST else made[: LONGEST + 1].rpartition("-")[0] or made[:LONGEST]
