"""Web servers from Debian's packages, on this machine alone: what a town's own server makes of files it is given."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

MODULES = Path("/usr/lib/apache2/modules")
PATIENCE_S = 20
MOST_STEPS = 3  # from a short address to a page on the same server that leads on

APACHE = """\
ServerRoot "{home}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile "{home}/pid"
ErrorLog "{home}/log"
{modules}
{user}
DocumentRoot "{root}"
<Directory "{root}">
  AllowOverride {override}
  Options SymLinksIfOwnerMatch
  Require all granted
</Directory>
"""
LOADED = ("mpm_event", "authz_core", "rewrite", "dir", "mime")
NGINX = """\
daemon off;
pid "{home}/pid";
error_log "{home}/log";
events {{}}
http {{
  access_log off;
  client_body_temp_path "{home}/1"; proxy_temp_path "{home}/2"; fastcgi_temp_path "{home}/3";
  uwsgi_temp_path "{home}/4"; scgi_temp_path "{home}/5";
  server {{ listen 127.0.0.1:{port}; include "{included}"; }}
}}
"""


@contextmanager
def nginx(included: Path) -> Iterator[int]:
    """The port of an nginx with that file in its server block."""
    program = _program("nginx", "nginx-core")
    with _home() as home, _port() as port:
        conf = _written(home / "conf", NGINX.format(home=home, port=port, included=shutil.copy(included, home)))
        with _running([program, "-c", str(conf)], port, home / "log"):
            yield port


@contextmanager
def apache(upload: Path, path: str, override: str = "FileInfo") -> Iterator[int]:
    """The port of an Apache that has a copy of a folder at that path; `override`: what its .htaccess may say."""
    program = _program("apache2", "apache2-bin")
    with _home() as home, _port() as port:
        shutil.copytree(upload, home / "root" / path.strip("/"))
        modules = "\n".join(f'LoadModule {name}_module "{MODULES}/mod_{name}.so"' for name in LOADED)
        modules += '\nTypesConfig "/dev/null"'
        user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
        text = APACHE.format(home=home, port=port, modules=modules, user=user, root=home / "root", override=override)
        with _running([program, "-X", "-f", str(_written(home / "conf", text))], port, home / "log"):
            yield port


def followed(link: str, port: int) -> str | None:
    """Where a link leads that this server stands for: by its answer, or by a page that leads on; None if nowhere."""
    host = urlsplit(link).netloc
    for _ in range(MOST_STEPS):
        parts = urlsplit(link)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers={"Host": host})
        answer = connection.getresponse()
        to, page = answer.getheader("Location"), answer.read().decode()
        connection.close()
        if answer.status == 302:
            return to
        if answer.status == 200:
            return refresh(page)
        if answer.status != 301 or urlsplit(to or "").netloc not in ("", host):
            return None
        link = to or ""
    return None


def refresh(page: str) -> str | None:
    """Where a page leads on at once, as browsers read it."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list) -> None:
            given = dict(attrs)
            if tag == "meta" and given.get("http-equiv") == "refresh":
                seconds, _, url = given["content"].partition("; url=")
                assert seconds == "0", "WCAG 2.2, F41: at once, or not at all"
                found.append(url)

    Reader().feed(page)
    return found[0] if found else None


def _program(name: str, package: str) -> str:
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not program:
        pytest.skip(f"needs {name}, of Debian's {package}")
    return program


@contextmanager
def _home() -> Iterator[Path]:
    """A folder that the server's own user may read, too."""
    with tempfile.TemporaryDirectory(prefix="server-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder).resolve()


@contextmanager
def _port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield port


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@contextmanager
def _running(arguments: list[str], port: int, log: Path) -> Iterator[None]:
    server = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        end = time.monotonic() + PATIENCE_S
        while not _listens(port):
            if server.poll() is not None or time.monotonic() > end:
                server.terminate()
                said = server.communicate(timeout=PATIENCE_S)[1].decode()
                raise AssertionError(f"no server: {said} {log.read_text() if log.exists() else ''}")
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE_S)


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
