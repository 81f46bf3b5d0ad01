"""Serving: the folder on this machine, and nothing else."""

import http.client
import mimetypes
import os
import threading
from pathlib import Path

import pytest
from browsers import needs_chromium
from PIL import Image

from press.watch.folder_server import BYTES, HOST, TYPES, server

FOREIGN = """<!doctype html><script src="{address}/proof/data.js"></script><iframe src="{address}/"></iframe>
<img src="{address}/proof/x.png" onload="window.seen = true">
<script>document.title = window.phrases || "nothing"</script>"""


@pytest.fixture
def served(tmp_path: Path):
    folder = tmp_path / "order"
    (folder / "proof").mkdir(parents=True)
    (folder / "index.html").write_text("<p>page</p>")
    (folder / "proof" / "ä b.css").write_text("p {}")
    (folder / "proof" / "data.js").write_text('window.phrases = "all of them"')
    (folder / "proof" / "own.html").write_text(FOREIGN.format(address="..").replace("../proof", "."))
    Image.new("P", (1, 1)).save(folder / "proof" / "x.png")
    (folder / "odd.exe").touch()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "order-two").mkdir()
    (tmp_path / "order-two" / "index.html").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret.txt")
    (folder / "inner").symlink_to("index.html")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    running = server(folder)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running.server_address
    running.shutdown()
    running.server_close()
    thread.join()


def ask(address, path: str, method: str = "GET", host: str | None = None, **headers: str) -> tuple[int, bytes]:
    answer = asked(address, path, method, host, **headers)
    return answer.status, answer.read()


def asked(address, path: str, method: str = "GET", host: str | None = None, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{HOST}:{address[1]}")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.html?x=../secret.txt", "//index.html"])
def test_the_page_is_served(served, path):
    assert ask(served, path) == (200, b"<p>page</p>")


def test_names_with_other_letters_are_served(served):
    assert ask(served, "/proof/%C3%A4%20b.css") == (200, b"p {}")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/proof/../../secret.txt",
        "/link",
        "/inner",
        "/up/secret.txt",
        "/..%5csecret.txt",
        "/%5c%5chost.example%5cshare%5cx.txt",
        "/proof%5c..%5cindex.html",
        "/C:/Windows/win.ini",
        "/index.html::$DATA",
        "/nul",
        "/con.html",
        "/pipe",
        "/../order-two/index.html",
        "//etc/passwd",
        "/%00",
        "/proof",
        "/proof/",
        "/missing",
        "/" + "x" * 5000,
    ],
)
def test_nothing_else_is(served, path):
    status, body = ask(served, path)
    assert status == 404 and b"secret" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:80", ""])
def test_other_names_are_refused(served, host):
    assert ask(served, "/", host=host or "x")[0] == 421


def test_only_reading_is_allowed(served):
    assert ask(served, "/", "HEAD") == (200, b"")
    assert ask(served, "/", "POST")[0] == 501
    assert ask(served, "/", "PUT")[0] == 501


def test_it_listens_on_this_machine_alone(served):
    assert served[0] == "127.0.0.1"


def test_nobody_looks_for_what_leads_out(served, monkeypatch):
    """A path with backslashes would be asked of another machine on Windows: its form is enough."""
    looked: list[str] = []
    monkeypatch.setattr("press.system.safe_files.is_folder", lambda path: (looked.append(str(path)), True)[1])
    assert ask(served, "/%5c%5chost.example%5cshare%5cx.txt")[0] == 404 and looked == []
    assert ask(served, "/missing.txt")[0] == 404 and looked


@pytest.mark.parametrize("status, path", [(200, "/"), (404, "/missing"), (403, "/proof/data.js"), (421, "/")])
def test_other_origins_can_neither_load_nor_frame_anything(served, status, path):
    host = "evil.example" if status == 421 else None
    answer = asked(served, path, host=host, **({"Sec_Fetch_Site": "cross-site"} if status == 403 else {}))
    assert answer.status == status
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "site, mode, goal, status",
    [
        ("same-origin", "no-cors", "script", 200),
        ("same-origin", "cors", "empty", 200),
        ("none", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),  # a link in a chat
        ("cross-site", "no-cors", "script", 403),
        ("same-site", "no-cors", "script", 403),  # another port of this machine
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "object", 403),
        ("same-site", "cors", "empty", 403),
        ("cross-site", "", "", 403),
    ],
)
def test_who_asks_is_told_by_the_browser(served, site, mode, goal, status):
    headers = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": goal}
    assert ask(served, "/index.html", **headers)[0] == status


def test_types_are_our_own(served, monkeypatch):
    """Whatever the machine's table says: a registry in which scripts are plain text stops no page."""
    monkeypatch.setattr(mimetypes, "guess_type", lambda *_: ("text/plain", None))
    assert asked(served, "/").headers["Content-Type"] == "text/html; charset=utf-8"
    assert asked(served, "/proof/%C3%A4%20b.css").headers["Content-Type"] == "text/css; charset=utf-8"
    assert asked(served, "/odd.exe").headers["Content-Type"] == BYTES


def test_every_file_of_an_order_has_a_type(sample_once: Path):
    published = [path for path in (sample_once / "build/standard").rglob("*") if path.is_file()]
    assert len(published) > 8 and {path.suffix for path in published} <= TYPES.keys()


@needs_chromium
def test_a_page_of_another_origin_reads_nothing(served, tmp_path: Path, browser):
    """In a real browser: a page from another port of this machine against one of the folder's own."""
    address = f"http://{HOST}:{served[1]}"
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text(FOREIGN.format(address=address))
    foreign = server(other)
    threading.Thread(target=foreign.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://{HOST}:{foreign.server_address[1]}/")
    assert page.title() == "nothing" and page.evaluate("window.seen") is None
    assert all("<p>page</p>" not in frame.content() for frame in page.frames[1:])
    page.goto(f"{address}/proof/own.html")
    assert page.title() == "all of them" and page.evaluate("window.seen") is True
    page.close()
    foreign.shutdown()
    foreign.server_close()
