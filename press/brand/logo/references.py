"""What a drawing comes to once every reuse is followed: ten lines of them can ask for a billion shapes."""

import re
from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar
from xml.etree.ElementTree import Element

ELEMENT = 8  # points
MAX_RATIO = 50  # of the longer side to the shorter: a line, and no logo

T = TypeVar("T")


def total(root: T, own: Callable[[T], float], parts: Callable[[T], Sequence[T]]) -> float:
    """What a thing holds itself and in all its parts, each as often as it is used; infinite where one holds itself."""
    totals: dict[T, float] = {}
    todo = [root]
    while todo:  # a loop, for what is nested too deeply for calls
        thing = todo[-1]
        if thing not in totals:
            totals[thing] = inf  # until its parts are known: whoever needs it meanwhile is one of them
            todo += [part for part in parts(thing) if part not in totals]
        else:
            todo.pop()
            totals[thing] = min(totals[thing], own(thing) + sum(totals[part] for part in parts(thing)))
    return totals[root]


def drawn(root: Element, links: dict[Element, list[Element]]) -> float:
    """How many points are drawn, those in <defs> included, each as often as it is used or cuts something out;
    infinite where a drawing is part of itself. `links`: what each element refers to."""
    return total(root, _points, lambda element: [*element, *links[element]])


def depth(root: Element) -> int:
    """How deeply elements are nested."""
    deepest, row = 0, [root]
    while row:
        deepest, row = deepest + 1, [child for element in row for child in element]
    return deepest


def references(style: str) -> list[str]:
    """The ids that a style refers to."""
    return re.findall(r"url\(\s*['\"]?#([^)'\"]+)", style)


def _points(element: Element) -> float:
    """Of its outline; an element costs as much as a few points, however small it is."""
    return ELEMENT + len(re.findall(r"\d*\.?\d+", element.get("d", "") + element.get("points", ""))) / 2
