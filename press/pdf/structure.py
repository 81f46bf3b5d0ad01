"""The structure tree of a tagged PDF: what a screen reader walks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Pdf

from press.pdf.annotations import annotations_in


@dataclass(frozen=True, eq=False)
class Element:
    """A structure element. `kind` is its standard type, roles resolved."""

    object: Object
    roles: Object

    @cached_property
    def kind(self) -> str:
        name = cast(Name, self.object.S)
        return str(self.roles.get(name, name))[1:]

    @property
    def alt(self) -> str:
        return str(self.object.get("/Alt", ""))

    @property
    def scope(self) -> str:
        """The scope of a header cell: "Row", "Column", "Both" or nothing."""
        return next((str(entry.Scope)[1:] for entry in self.attributes if "/Scope" in entry), "")

    @property
    def attributes(self) -> list[Object]:
        """Its attribute dictionaries."""
        return [entry for entry in _listed(self.object, "/A") if isinstance(entry, Dictionary)]

    @property
    def annotations(self) -> list[Object]:
        """The links and fields right in it."""
        return annotations_in(self.object)

    @cached_property
    def kids(self) -> tuple["Element", ...]:
        """The elements right below it; content and references to objects are none."""
        kids = _listed(self.object, "/K")
        return tuple(Element(kid, self.roles) for kid in kids if isinstance(kid, Dictionary) and "/S" in kid)

    def walk(self) -> Iterator["Element"]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, kind: str) -> list["Element"]:
        return [element for element in self.walk() if element.kind == kind]


def elements(pdf: Pdf) -> list[Element]:
    """Every element of the file in reading order; none if it is not tagged."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return []
    roles = root.get("/RoleMap", Dictionary())
    tops = [top for top in _listed(root, "/K") if isinstance(top, Dictionary)]
    return [element for top in tops for element in Element(top, roles).walk()]


def tables(found: Iterable[Element]) -> list[Element]:
    return [element for element in found if element.kind == "Table"]


def _listed(thing: Object, key: str) -> list[Object]:
    """A value that may be missing, alone or one of several."""
    value = thing.get(key)
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
