"""What an SVG draws once every <use> is followed: ten lines of them can ask for a billion shapes."""

from math import inf
from xml.etree.ElementTree import Element


def drawn(root: Element, elements: list[Element]) -> float:
    """How many elements are drawn, those in <defs> included; infinite where a <use> leads back to itself."""
    named = {element.get("id"): element for element in elements if element.get("id")}
    counts: dict[Element, float] = {}
    todo = [root]
    while todo:  # a loop, for files nested too deeply for calls
        element = todo[-1]
        parts = [*element, *_used(element, named)]
        if element not in counts:
            counts[element] = inf  # until its parts are known: whoever needs it meanwhile is one of them
            todo += [part for part in parts if part not in counts]
        else:
            todo.pop()
            counts[element] = min(counts[element], 1 + sum(counts[part] for part in parts))
    return counts[root]


def _used(element: Element, named: dict[str, Element]) -> list[Element]:
    links = [value[1:] for name, value in element.attrib.items() if name.rsplit("}", 1)[-1] == "href" and value.startswith("#")]
    return [named[link] for link in links if link in named]
