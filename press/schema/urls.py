"""Links: a phone must make of a written address what a reader sees, and lead where the editor may send people.

A host may be written with the letters of German and its neighbours; from here on it is what name servers know (xn--…).
"""

import re
import unicodedata
from urllib.parse import quote, urlsplit

import idna

from press.errors import short
from press.language.message import Message, _, joined

# A DNS name (RFC 1123): labels of letters, digits and hyphens, the last one no number, else it is an IP address.
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!(?:\d+|0x[0-9a-f]*)$){_LABEL}")
MAX_HOST = 253  # characters, RFC 1035
LATIN = 0x180  # up to Latin Extended-A: German and its neighbours; farther letters look like these, and are not
_GERMAN = re.compile(r"[a-z0-9äöüß-]+")  # what is told apart on paper, and typed on a German keyboard
_PRINTED = "".join(map(chr, range(0x21, 0x7F)))  # all of ASCII that can be seen

Fault = tuple[Message, Message]  # what is wrong, and how to mend it


def host_of(link: str) -> str:
    """The host of a link; nothing, of a text that is none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def looked_up(link: str) -> str:
    """A link with its host as name servers know it; as it is written, where `link_fault` has something to say."""
    before, host, behind = _parts(link)
    return before + host_looked_up(host) + behind


def host_looked_up(host: str) -> str:
    """A host with letters of German or its neighbours in punycode (IDNA 2008); any other text as it is written."""
    composed = unicodedata.normalize("NFC", host)
    if host.isascii() or not all(_in_host(c) for c in composed):
        return host
    try:
        return idna.encode(composed).decode("ascii")
    except UnicodeError:  # idna's own errors are among them
        return host


def host_as_read(host: str) -> str:
    """A host as people read and type it: umlauts for punycode, but no letters that look like others."""
    return ".".join(_label_as_read(label) for label in host.split("."))


def link_fault(link: str) -> Fault | None:
    """What keeps a text, its host looked up, from being a link that everybody reads alike."""
    if strange := re.search(r"[^!-~]", link):
        return _beyond_ascii(link, strange[0])
    if found := re.search(r"[\\<>\"{}|^`]", link):  # RFC 3986 allows none of them, and browsers take \ for /
        return _("a link with the character {found}", found=found[0]), _("write it percent-encoded")
    if not link.startswith("https://"):
        return _("`{link}` is not an https link", link=short(link)), _("begin it with https:// and a host")
    authority = re.split(r"[/?#]", link.removeprefix("https://"), maxsplit=1)[0]
    if "@" in authority:
        return _("a link with a user name in it"), _("write the plain address")
    if re.fullmatch(r"[^:]*:\d*", authority):
        return _("a link with a port"), _("write the plain address; nobody types a port")
    return host_fault(authority)


def short_address_fault(link: str) -> Fault | None:
    """What keeps a link from being a short address: what keys are put behind, typed off paper, by anybody."""
    if fault := link_fault(link):
        return fault
    if not link.endswith("/"):
        return _("`{link}` does not end with /", link=short(link)), _("write {link}/", link=short(link))
    path = link.removeprefix("https://").partition("/")[2]
    if not re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)*", path):
        return (
            _("the path `/{path}` is none that everybody types alike", path=short(path)),
            _("use small letters a–z, digits and hyphens"),
        )
    return None


def host_fault(host: str) -> Fault | None:
    """What keeps a text from being the name of a host, as it is written in links."""
    if fault := _strange_letter(host):
        return fault
    if host != host.lower():
        return _("the host `{host}` with capital letters", host=short(host)), _(
            "write {host}", host=short(host.lower())
        )
    if not _HOST.fullmatch(host) or len(host) > MAX_HOST:
        return _("`{host}` is no name of a host", host=short(host)), _(
            "write it as in www.kommune.de, no number, no dot at its end"
        )
    if broken := next((label for label in host.split(".") if not _decodes(label)), None):
        return _("`{label}` is no name in punycode", label=broken), _("copy the address from a browser")
    return None


def _parts(link: str) -> tuple[str, str, str]:
    """A link as what stands before its host, the host, and what stands behind it."""
    scheme, mark, rest = link.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return scheme + mark, host, rest[len(host) :]


def _in_host(character: str) -> bool:
    """Whether a host may be written with it."""
    latin = character.isalpha() and ord(character) < LATIN
    return character == character.lower() and (latin or character in "-." or character in "0123456789")


def _beyond_ascii(link: str, strange: str) -> Fault:
    """What is to be said of a link with characters outside ASCII: of its host, else of the first one, `strange`."""
    before, host, behind = _parts(link)
    if before == "https://" and not host.isascii() and (fault := host_fault(host)):
        return fault
    if strange.isalpha() and behind:
        proposal = before + host_looked_up(host) + quote(behind, safe=_PRINTED)
        return _("a link with {character}", character=_named(strange)), _("write {link}", link=proposal)
    return _("a link with {character}", character=_named(strange)), _("delete it, or copy the address from a browser")


def _strange_letter(host: str) -> Fault | None:
    """A character that looks like another one, or like none."""
    composed = unicodedata.normalize("NFC", host)
    if strange := next((c for c in composed if not c.isascii() and not _in_host(c.lower())), None):
        return _("the host `{host}` with {character}", host=short(host), character=_named(strange)), _(
            "write plain letters, or xn--… as a browser shows it"
        )
    return None


def _named(character: str) -> Message:
    seen = f"{character} " if character.isalpha() else ""
    name = unicodedata.name(character, None) or _("without a name")
    return joined("", (f"{seen}(U+{ord(character):04X} ", name, ")"))


def _label_as_read(label: str) -> str:
    try:
        read: str = idna.ulabel(label)
    except UnicodeError:
        return label
    return read if _GERMAN.fullmatch(read) else label


def _decodes(label: str) -> bool:
    """Whether a label is plain, or stands for letters (IDNA 2008: no signs, no pictures) that make exactly it again."""
    try:
        return idna.alabel(idna.ulabel(label)) == label.encode("ascii")
    except UnicodeError:  # idna's own errors are among them
        return False
