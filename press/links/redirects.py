"""What sends short addresses on, in the language of each web server; and the same read back, for who checks it.

Every answer is 302 (found): 301 is kept by browsers for good, and a target that changed would never be asked for.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape

Targets = Mapping[str, str]  # key → where it sends on to

_NOTE = "Kurze Adressen unter {link}. Nicht von Hand ändern: Ziele stehen in podcast.yaml, danach „invoke links“."


@dataclass(frozen=True)
class Dialect:
    """A file for a web server: `write` from the short address, its path and the targets; `read` gives those back."""

    file: str
    write: Callable[[str, str, Targets], str]
    read: Callable[[str], dict[str, str]]


def written(target: str) -> str:
    """A target as every server takes it: a dollar would begin a variable, and means the same percent-encoded."""
    return target.replace("$", "%24")


def _apache(link: str, path: str, targets: Targets) -> str:
    """For mod_rewrite, in the folder that the short address is: mod_alias would encode what is percent-encoded already.
    Without it the pages beside the file lead on."""
    rules = (f'RewriteRule "^{key}/?$" "{_literal(to)}" [NC,NE,QSD,R=302,L]' for key, to in targets.items())
    head = (f"# {_NOTE.format(link=link)}", "<IfModule mod_rewrite.c>", "RewriteEngine On")
    return _lines(*head, *rules, "</IfModule>")


def _literal(target: str) -> str:
    """A target in which a percent sign begins no variable of Apache's."""
    return target.replace("%", "\\%")


def _nginx(link: str, path: str, targets: Targets) -> str:
    lines = (f'location ~* "^{re.escape(path)}{key}/?$" {{ return 302 "{to}"; }}' for key, to in targets.items())
    return _lines(f"# {_NOTE.format(link=link)}", "# In den server-Block einfügen, am besten mit include.", *lines)


def _iis(link: str, path: str, targets: Targets) -> str:
    """For HTTP Redirection, a part of IIS; without it the file does no harm, and the pages beside it lead on."""
    answers = (
        f'  <location path="{key}"><system.webServer><httpRedirect enabled="true" exactDestination="true" '
        f'httpResponseStatus="Found" destination="{escape(to)}" /></system.webServer></location>'
        for key, to in targets.items()
    )
    note = _NOTE.format(link=link).replace("--", "-")  # XML: none in a comment, and hosts may begin with xn--
    head = ('<?xml version="1.0" encoding="utf-8"?>', f"<!-- {note} -->")
    return _lines(*head, "<configuration>", *answers, "</configuration>")


def _netlify(link: str, path: str, targets: Targets) -> str:
    """Also of Cloudflare Pages and GitLab Pages, some of which tell an address with a slash from one without."""
    lines = (f"{path}{key}{slash} {to} 302" for key, to in targets.items() for slash in ("", "/"))
    return _lines(f"# {_NOTE.format(link=link)}", *lines)


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _reader(pattern: str, unquote: Callable[[str], str] = str) -> Callable[[str], dict[str, str]]:
    """Finds key and target in each line that the pattern matches."""
    found = re.compile(pattern, re.MULTILINE)
    return lambda text: {key: unquote(to) for key, to in found.findall(text)}


APACHE = Dialect(
    ".htaccess",
    _apache,
    _reader(r'^RewriteRule "\^(\w+)/\?\$" "(.*)" \[NC,NE,QSD,R=302,L\]$', lambda to: to.replace("\\%", "%")),
)
NGINX = Dialect("nginx.conf", _nginx, _reader(r'^location ~\* "\S*/(\w+)/\?\$" \{ return 302 "(.*)"; \}$'))
IIS = Dialect("web.config", _iis, _reader(r'<location path="(\w+)">.* destination="([^"]*)"', unescape))
NETLIFY = Dialect("_redirects", _netlify, _reader(r"^\S*/(\w+)/? (\S+) 302$"))
DIALECTS = (APACHE, NGINX, IIS, NETLIFY)


def differing(found: Mapping[str, str], wanted: Targets) -> Iterable[str]:
    """The keys of which a file says something else than is wanted."""
    return sorted(key for key in {*found, *wanted} if found.get(key) != wanted.get(key))
