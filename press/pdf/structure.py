"""The structure tree of a tagged PDF: what a screen reader walks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pikepdf import Array, Dictionary, Object, Pdf


@dataclass(frozen=True, eq=False)
class Element:
    """A structure element. `kind` is its standard type, roles resolved."""

    object: Object
    roles: Object

    @cached_property
    def kind(self) -> str:
        name = self.object.S
        return str(self.roles.get(name, name))[1:]

    @property
    def alt(self) -> str:
        return str(self.object.get("/Alt", ""))

    @property
    def scope(self) -> str:
        """The scope of a header cell: "Row", "Column", "Both" or nothing."""
        attributes = self.object.get("/A", ())
        for entry in attributes if isinstance(attributes, Array) else (attributes,):
            if isinstance(entry, Dictionary) and "/Scope" in entry:
                return str(entry.Scope)[1:]
        return ""

    @cached_property
    def kids(self) -> tuple["Element", ...]:
        """The elements right below it; content and references to objects are none."""
        kids = self.object.get("/K", ())
        kids = kids if isinstance(kids, Array) else (kids,)
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
    tops = root.get("/K", ())
    roles = root.get("/RoleMap", Dictionary())
    tops = tops if isinstance(tops, Array) else (tops,)
    return [element for top in tops if isinstance(top, Dictionary) for element in Element(top, roles).walk()]


def tables(pdf: Pdf) -> list[Element]:
    return [element for element in elements(pdf) if element.kind == "Table"]
