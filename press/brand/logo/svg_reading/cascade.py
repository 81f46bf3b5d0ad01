"""The cascade: what attributes, style sheets and its own style say of each element, weighed as a browser does."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from press.brand.logo.faults import AS_PNG, Fault, UnprintableError
from press.brand.logo.svg_reading.css_values import COLOURS, GEOMETRY, KEYWORDS, LENGTHS, PAINTS, SHARES, is_valid
from press.language.message import _

MAX_RULES = 2_000  # of all style sheets; Illustrator writes one a colour
MAX_SELECTOR = 100  # tokens of one selector; drawing programs write one or two, CPython compiles about 200 in a row
MAX_BRACKETS = 50  # open at once; drawing programs write three: @media, a rule, a function
MAX_MATCHES = 100_000  # rules that hold for elements, all told

Style = dict[str, str]  # property → value
Declarations = list[tuple[str, str, bool]]  # property, value, whether it is important

OTHERS = {
    "stroke-miterlimit", "stroke-dasharray", "display", "clip-path", "mask", "mask-type", "filter", "mix-blend-mode",
    "isolation", "transform", "transform-origin", "transform-box", "paint-order", "vector-effect", "marker-start",
    "marker-mid", "marker-end", "overflow",
}  # fmt: skip
ATTRIBUTES = COLOURS | PAINTS | SHARES | LENGTHS | KEYWORDS.keys() | OTHERS
PROPERTIES = ATTRIBUTES | GEOMETRY | {"d", "marker", "animation", "animation-name", "rotate", "scale", "translate"}

_OUTSIDE = (_("a reference to something outside the file"), _("embed it as shapes"))
_SHEET = _("export it with its colours as attributes, {as_png}", as_png=AS_PNG)
_DEPENDS = ((_("style sheets that depend on the device"), _SHEET),)
# Media queries by whether a screen without wishes of its own fulfils them.
_MEDIA = {"": True, "all": True, "screen": True, "(prefers-color-scheme: light)": True}
_OTHER_MEDIA = {"print": False, "(prefers-color-scheme: dark)": False, "speech": False}
_HARMLESS = {"charset", "namespace", "font-face", "page", "keyframes", "-webkit-keyframes"}


def cascade(root: Element) -> dict[Element, Style]:
    """What holds for each element itself, before anything is handed down. Raises UnprintableError."""
    matcher = cssselect2.Matcher()
    rules = [rule for sheet in style_sheets(root) for rule in _rules(sheet)]
    if len(rules) > MAX_RULES:
        raise UnprintableError((_("style sheets of more than {max_rules:,} rules", max_rules=MAX_RULES), _SHEET))
    for rule in rules:
        declared = list(_declarations(rule.content))
        for selector in _selectors(rule):
            matcher.add_selector(selector, declared)
    styles, left = {}, MAX_MATCHES
    for wrapper in cssselect2.ElementWrapper.from_xml_root(root).iter_subtree():
        matched = [declared for *_, declared in matcher.match(wrapper)]
        left -= sum(map(len, matched))
        if left < 0:
            raise UnprintableError((_("style sheets of too many rules for too many elements"), _SHEET))
        styles[wrapper.etree_element] = _weighed(
            wrapper.etree_element, [line for declared in matched for line in declared]
        )
    return styles


def style_sheets(root: Element) -> list[str]:
    """The text of each <style> that is meant for a screen."""
    elements = [element for element in root.iter() if local(element) == "style"]
    return [
        "".join(element.itertext())
        for element in elements
        if element.get("type", "text/css") in ("", "text/css") and _is_for_screens(element.get("media", ""))
    ]


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _weighed(element: Element, matched: Declarations) -> Style:
    own = list(_declarations(element.get("style", "")))
    shown = {name: value.strip() for name, value in element.attrib.items() if name in ATTRIBUTES and value.strip()}
    style = {name: value for name, value in shown.items() if is_valid(name, value, in_css=False)}
    for important in (False, True):
        style |= {name: value for name, value, weight in (*matched, *own) if weight is important}
    return style


def _rules(sheet: str) -> Iterator[QualifiedRule]:
    waiting: list[Node] = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)[::-1]
    while waiting:
        rule = waiting.pop()
        if isinstance(rule, QualifiedRule):
            yield rule
        elif isinstance(rule, AtRule):
            waiting += _inside(rule)[::-1]


def _inside(rule: AtRule) -> list[Node]:
    """The rules of a conditional group, if its condition holds."""
    word = rule.lower_at_keyword
    if word == "import":
        raise UnprintableError(_OUTSIDE)
    if word in _HARMLESS:
        return []
    if word != "media":
        raise UnprintableError((_("a style sheet with @{word}", word=word), _SHEET))
    if not _is_for_screens(tinycss2.serialize(rule.prelude)):
        return []
    return list(tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True))


def _is_for_screens(media: str) -> bool:
    wanted = [" ".join(query.split()).lower() for query in media.split(",")]
    known = _MEDIA | _OTHER_MEDIA
    if not all(query in known for query in wanted):
        raise UnprintableError(*_DEPENDS)
    return any(known[query] for query in wanted)


def _selectors(rule: QualifiedRule) -> list[Any]:
    if ":has(" in tinycss2.serialize(rule.prelude).lower():
        raise UnprintableError((_("a style sheet with :has()"), _SHEET))
    if max(_selector_sizes(rule.prelude)) > MAX_SELECTOR:
        raise UnprintableError(
            (_("a style sheet with a selector of more than {max_selector} parts", max_selector=MAX_SELECTOR), _SHEET)
        )
    try:
        return [one for one in cssselect2.compile_selector_list(rule.prelude) if one.pseudo_element is None]
    except cssselect2.SelectorError:  # a browser passes over the rule, too
        return []


def _selector_sizes(prelude: list[Node]) -> Iterator[int]:
    """Tokens of each selector of a list, with those in its brackets."""
    size = 0
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield size
            size = 0
        else:
            inside = getattr(token, "arguments", None) or getattr(token, "content", None) or []
            size += 1 + sum(_selector_sizes(inside))
    yield size


def _declarations(style: str | list[Node]) -> Iterator[tuple[str, str, bool]]:
    """The declarations a browser takes, in their order."""
    for line in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if isinstance(line, Declaration):
            name = line.name if line.name.startswith("--") else line.lower_name
            value = tinycss2.serialize([token for token in line.value if token.type != "comment"]).strip()
            if (name in PROPERTIES or name.startswith("--")) and is_valid(name, value, in_css=True):
                yield name, value, line.important
        elif isinstance(line, QualifiedRule):
            raise UnprintableError((_("style rules inside of others"), _SHEET))


def css_dangers(text: str) -> Iterator[Fault]:
    """What must not reach a reader of CSS. It may write any letter as a backslash and a number, and so hide what is
    searched for; and each bracket inside of another is a call inside of a call there."""
    if "\\" in text:
        yield _("a style with escaped characters"), _SHEET
    if is_nested_deeply(text):
        yield _("a style with more than {max_brackets} brackets in brackets", max_brackets=MAX_BRACKETS), _SHEET


def is_nested_deeply(text: str) -> bool:
    """Whether more brackets are open at once than CSS needs; those in quotation marks count, too."""
    if sum(map(text.count, "([{")) <= MAX_BRACKETS:
        return False
    steps = (1 if letter in "([{" else -1 for letter in text if letter in "([{)]}")
    return max(accumulate(steps)) > MAX_BRACKETS
