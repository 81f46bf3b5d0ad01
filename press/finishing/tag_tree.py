"""The structure tree to be changed: elements that can be moved, joined and renamed, then written back as a whole.

Content belongs to an element by its page and number, and back by the parent tree (ISO 32000-1, 14.7.4.4): both are
written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf


@dataclass(eq=False)
class Content:
    """A leaf: marked content of a page, or the reference to an annotation."""

    page: Object
    mcid: int | None
    reference: Object | None = None  # the dictionary that names an annotation


@dataclass(eq=False)
class Tag:
    """A structure element; its kids are elements and content, in reading order."""

    object: Object
    kind: str
    key: str = ""  # of a group that stands in several places
    kids: list["Tag | Content"] = field(default_factory=list)

    @property
    def tags(self) -> list["Tag"]:
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def walk(self) -> Iterator["Tag"]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.tags:
            yield from kid.walk()

    def annotations(self) -> list[Object]:
        """The annotations right in it."""
        return [kid.reference.Obj for kid in self.kids if isinstance(kid, Content) and kid.reference is not None]

    def content(self) -> Iterator[Content]:
        """All content in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.content()
            else:
                yield kid


def read_tags(pdf: Pdf) -> Tag:
    """The tree below its root. Raises AttributeError for a file that is not tagged."""
    top = pdf.Root.StructTreeRoot.K
    (top,) = top if isinstance(top, Array) else [top]
    return _read(top, pdf.pages[0].obj)


def new_tag(pdf: Pdf, kind: str, kids: list[Tag | Content]) -> Tag:
    """An element that stands nowhere yet."""
    return Tag(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"))), kind, kids=kids)


def write_tags(pdf: Pdf, top: Tag) -> None:
    """Writes all of a tree back: kinds, kids, parents, and whose each content is."""
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    owners: dict[tuple[int, int], Object] = {}
    for tag in top.walk():
        tag.object.S = Name(f"/{tag.kind}")
        own = next((kid.page for kid in tag.kids if isinstance(kid, Content)), None)
        if own is not None:
            tag.object.Pg = own
        kids: list[object] = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kid.object.P = tag.object
                kids.append(kid.object)
            elif kid.reference is not None:
                parents[int(kid.reference.Obj.StructParent)] = tag.object
                kids.append(kid.reference)
            else:
                assert own is not None and kid.mcid is not None
                if kid.page.objgen not in owners:
                    owners[kid.page.objgen] = parents[int(kid.page.StructParents)]
                owners[kid.page.objgen][kid.mcid] = tag.object
                same = kid.page.objgen == own.objgen
                kids.append(kid.mcid if same else Dictionary(Type=Name.MCR, Pg=kid.page, MCID=kid.mcid))
        tag.object.K = Array(kids)


def _read(element: Object, page: Object) -> Tag:
    page = element.get("/Pg", page)
    kids = element.get("/K", Array())
    tag = Tag(element, str(element.S)[1:])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary):
            tag.kids.append(Content(page, int(kid)))
        elif "/S" in kid:
            tag.kids.append(_read(kid, page))
        elif "/MCID" in kid:
            tag.kids.append(Content(kid.get("/Pg", page), int(kid.MCID)))
        else:
            tag.kids.append(Content(kid.get("/Pg", page), None, kid))
    return tag
