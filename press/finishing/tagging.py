"""Tagging: the tags of a finished file say what its parts are, also where Typst has no element for it.

Templates name a tag in the words of an empty figure (templates/lib/tagged.typ). What Typst adds of its own – divisions
for the cells of a grid, spans for loose text – says nothing to a reader, and goes.
"""

from pikepdf import Pdf

from press.finishing.bookmarks import tidy
from press.finishing.form_fields import make_fields
from press.finishing.tag_tree import Content, Tag, new_tag, read_tags, write_tags

MARK = "tag:"
TITLE = "Title"  # words that belong to the heading above, wherever they stand on the page
CODE = "Code"  # a code that is seen before the heading it belongs to

HEADINGS = {f"H{level}" for level in range(1, 7)}
CELLS = {"TH", "TD", "Lbl", "LBody", "Reference"}  # that hold text, or several paragraphs
GROUPS = {"Document", "Part", "Sect", "Art", "BlockQuote", "TOC", "TOCI"}  # that hold no text of their own


def shape_tags(pdf: Pdf) -> None:
    """Makes what templates marked what it is, and a paragraph of each loose text."""
    top = read_tags(pdf)
    _name_tags(top)
    _join({}, top)
    _dissolve(top, {"Div"})
    _move_titles(top, None)
    _move_codes(top)
    _drop_empty(top)
    for tag in list(top.walk()):
        _mend(pdf, tag)
    make_fields(pdf, top)
    write_tags(pdf, top)


def _name_tags(top: Tag) -> None:
    for tag in top.walk():
        first = tag.tags[0] if tag.kind == "BlockQuote" and tag.tags else None
        if first is not None and (mark := str(first.object.get("/Alt", ""))).startswith(MARK):
            tag.kind, _, tag.key = mark.removeprefix(MARK).partition(":")
            tag.kids.remove(first)


def _join(known: dict[tuple[str, str], Tag], tag: Tag) -> None:
    """Groups of one kind and key become one: a card's front and back lie on different pages."""
    for kid in tag.tags:
        if kid.key and (first := known.setdefault((kid.kind, kid.key), kid)) is not kid:
            first.kids += kid.kids
            tag.kids.remove(kid)
        _join(known, kid)


def _dissolve(tag: Tag, kinds: set[str]) -> None:
    """Puts the kids of such elements in their place."""
    for kid in tag.tags:
        _dissolve(kid, kinds)
    kids: list[Tag | Content] = []
    for one in tag.kids:
        kids += one.kids if isinstance(one, Tag) and one.kind in kinds else [one]
    tag.kids = kids


def _move_titles(tag: Tag, title: Tag | None) -> Tag | None:
    """Words marked as a title's go to the last heading of level 1 before them. Gives the last such in the tag."""
    for kid in tag.tags:
        if kid.kind == TITLE and title is not None:
            title.kids += kid.content()
            tag.kids.remove(kid)
        elif kid.kind == "H1":
            title = kid
        else:
            title = _move_titles(kid, title)
    return title


def _move_codes(tag: Tag) -> None:
    """Codes marked as such go behind the next heading of their sheet; where there is none, they stay."""
    kids: list[Tag | Content] = []
    waiting: list[Tag | Content] = []
    for place, kid in enumerate(tag.kids):
        if not isinstance(kid, Tag):
            kids.append(kid)
        elif kid.kind == CODE:
            below = (one.kind for one in tag.kids[place:] if isinstance(one, Tag) and one.kind in HEADINGS)
            (kids if next(below, "H1") == "H1" else waiting).extend(kid.kids)
        else:
            _move_codes(kid)
            kids.append(kid)
            if kid.kind in HEADINGS:
                kids += waiting
                waiting = []
    tag.kids = kids


def _mend(pdf: Pdf, tag: Tag) -> None:
    if tag.kind in GROUPS:
        _make_paragraphs(pdf, tag)
    elif tag.kind in HEADINGS or tag.kind == "P":
        _dissolve(tag, {"P"})
        if "/T" in tag.object:
            tag.object.T = tidy(str(tag.object.T))
    elif tag.kind in CELLS and sum(kid.kind == "P" for kid in tag.tags) <= 1:
        _dissolve(tag, {"P", "Span"})
    if tag.kind == "TH" and not tag.kids:
        tag.kind = "TD"  # the corner of a table is the header of nothing
        if "/A" in tag.object:
            del tag.object["/A"]


def _make_paragraphs(pdf: Pdf, group: Tag) -> None:
    """Loose text is a paragraph, and so is a loose link; a picture stands by itself."""
    for place, kid in enumerate(group.kids):
        if not isinstance(kid, Tag):
            continue
        if kid.kind == "Span":
            kid.kind = "P"
        elif kid.kind == "Link":
            group.kids[place] = new_tag(pdf, "P", [kid])
        elif kid.kind == "P" and [one.kind for one in kid.tags] == ["Figure"] and len(kid.kids) == 1:
            group.kids[place] = kid.tags[0]


def _drop_empty(tag: Tag) -> None:
    """An element without content says nothing; a figure does by its words, a cell by its place."""
    for kid in tag.tags:
        _drop_empty(kid)
        if not kid.kids and kid.kind not in ("Figure", "TD", "TH"):
            tag.kids.remove(kid)
