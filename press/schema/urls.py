"""Links: a phone must make of a written address what a reader sees, and lead where the editor may send people."""

import re
from urllib.parse import urlsplit

import idna

from press.errors import short

# A DNS name (RFC 1123): labels of letters, digits and hyphens, the last one no number, else it is an IP address.
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!(?:\d+|0x[0-9a-f]*)$){_LABEL}")
MAX_HOST = 253  # characters, RFC 1035

Fault = tuple[str, str]  # what is wrong, and how to mend it


def host_of(link: str) -> str:
    """The host of a link; nothing, of a text that is none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def link_fault(link: str) -> Fault | None:
    """What keeps a text from being a link that everybody reads alike."""
    if not re.fullmatch(r"[!-~]*", link):
        return "a link with spaces or characters outside ASCII", "write it percent-encoded, the host as xn--…"
    if found := re.search(r"[\\<>\"{}|^`]", link):  # RFC 3986 allows none of them, and browsers take \ for /
        return f"a link with the character {found[0]}", "write it percent-encoded"
    if not link.startswith("https://"):
        return f"`{short(link)}` is not an https link", "begin it with https:// and a host"
    authority = re.split(r"[/?#]", link.removeprefix("https://"), maxsplit=1)[0]
    if "@" in authority:
        return "a link with a user name in it", "write the plain address"
    if re.fullmatch(r"[^:]*:\d*", authority):
        return "a link with a port", "write the plain address; nobody types a port"
    return host_fault(authority)


def short_address_fault(link: str) -> Fault | None:
    """What keeps a link from being a short address: what keys are put behind, typed off paper, by anybody."""
    if fault := link_fault(link):
        return fault
    if not link.endswith("/"):
        return f"`{short(link)}` does not end with /", f"write {short(link)}/"
    path = link.removeprefix("https://").partition("/")[2]
    if not re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)*", path):
        return (
            f"the path `/{short(path)}` is none that everybody types alike",
            "use small letters a–z, digits and hyphens",
        )
    return None


def host_fault(host: str) -> Fault | None:
    """What keeps a text from being the name of a host, as it is written in links."""
    if host != host.lower():
        return f"the host `{short(host)}` with capital letters", f"write {short(host.lower())}"
    if not _HOST.fullmatch(host) or len(host) > MAX_HOST:
        return f"`{short(host)}` is no name of a host", "write it as in www.kommune.de, no number, no dot at its end"
    if fault := next((label for label in host.split(".") if not _decodes(label)), None):
        return f"`{fault}` is no name in punycode", "copy the address from a browser"
    return None


def _decodes(label: str) -> bool:
    """Whether a label is plain, or stands for letters (IDNA 2008: no signs, no pictures) that make exactly it again."""
    try:
        return idna.alabel(idna.ulabel(label)) == label.encode("ascii")
    except UnicodeError:  # idna's own errors are among them
        return False
