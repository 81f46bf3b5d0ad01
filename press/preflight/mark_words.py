"""What marks on a page are called in findings: the kinds that the inventory tells, and what is see-through in them."""

from press.language.message import Message, _, verbatim

KINDS = {
    "fill": _("fill"),
    "stroke": _("stroke"),
    "text": _("text"),
    "image": _("image"),
    "shading": _("shading"),
    "its own colour space": _("its own colour space"),
    "transparent group": _("transparent group"),
    "transparent image": _("transparent image"),
    "transparent paint": _("transparent paint"),
    "transparent mask": _("transparent mask"),
    "transparent blend": _("transparent blend"),
}


def mark_word(kind: str) -> Message:
    """The word for a kind of mark; one that has none is called as it is."""
    return KINDS.get(kind) or verbatim(kind)
