"""Where a page leads and what it loads: only what was ordered, and nothing from any network."""

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

from press.language.message import Message, _
from press.preflight.finding import Finding, place

CODE = "page-addresses"
LEADING = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",)}
# Whatever else takes an address loads it (HTML Living Standard, "Attributes").
LOADING = ("src", "srcset", "href", "data", "poster", "background", "manifest", "action", "formaction", "ping", "cite")
INSIDE = ("#", "data:")
# With a scheme, or without one where a string or url() begins. In them, `data:` holds what is already there.
NAMED = re.compile(r"(?:\b(?:https?|wss?|ftp|file):|(?<=[\"'`(]))//[^\s\"'`<>\\)]+", re.IGNORECASE)
CARRIED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]*")
NAMESPACES = ("http://www.w3.org/2000/svg",)  # a name, no address


def address_findings(file: str, text: str, links: Collection[str]) -> list[Finding]:
    """A page held against the links it may lead to. Beside them it leads and loads only inside itself."""
    reader = _Addresses()
    reader.feed(text)
    reader.close()
    problems = list(_problems(reader, links))
    if not set(reader.leads) & set(links):
        problems.append(
            (_("leads to none of the addresses that were ordered"), _("name the podcast's in its template"))
        )
    return [Finding(CODE, "error", file, None, place(file), problem, fix) for problem, fix in dict.fromkeys(problems)]


def _problems(reader: "_Addresses", links: Collection[str]) -> Iterator[tuple[Message, Message]]:
    own = (*INSIDE, "bogen.html", "index.html")
    for address in reader.leads:
        if address not in links and not address.startswith(own):
            yield (
                _("leads to {address}, which nobody ordered", address=address[:80]),
                _("lead it to an address of the content, or leave it out"),
            )
    for address in reader.loads:
        if not address.startswith(INSIDE):
            yield (
                _("loads {address}", address=address[:80]),
                _("put it into the page: it has to work without a network"),
            )
    for address in NAMED.findall(CARRIED.sub("", reader.code)):
        if address not in NAMESPACES:
            yield (
                _("its script or style names {address}", address=address[:80]),
                _("leave it out: it has to work without a network"),
            )


class _Addresses(HTMLParser):
    """Every address of a page: where it leads, what it loads, and what script and style hold."""

    def __init__(self) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self._code: list[str] = []
        self._inside = False

    @property
    def code(self) -> str:
        return "".join(self._code)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leading = LEADING.get(tag, ())
        for name, value in attrs:
            if name in leading:
                self.leads.append(value or "")
            elif name in LOADING and value:
                self.loads.append(value)
            elif name == "style" and value:
                self._code.append(value)
        self._inside = tag == "style" or (tag == "script" and ("type", "application/json") not in attrs)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._code.append(data)
