"""The live page, as it is asked for: the folder's files, the script, what is said - and nothing else."""

import http.client
import json
import shutil
import socket
from pathlib import Path

import pytest

from press.watch.first_look import FirstLook
from press.watch.live import HOST, Notice, live

PAGE = '<!doctype html>\n<html lang="de">\n<head>\n<title>Probe</title>\n</head>\n<body></body>\n</html>\n'
STATE = "/live/state.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An order's folder that is built, with a secret beside it."""
    folder = tmp_path / "build" / "probe"
    lay(folder)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "build" / "other").mkdir()
    (tmp_path / "build" / "other" / "index.html").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    return folder


@pytest.fixture
def server(folder: Path):
    with live(folder, 0) as server:
        yield server


def lay(folder: Path, picture: str = "first") -> None:
    (folder / "previews").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "previews" / "probe-1.png").write_text(picture)
    (folder / "manifest.json").write_text("{}")


def ask(server, path: str, method: str = "GET", host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(*server.server_address, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{HOST}:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def state(server) -> dict:
    status, body = ask(server, STATE)
    assert status == 200
    return json.loads(body)


def test_the_page_carries_the_script_and_its_file_does_not(folder, server):
    status, body = ask(server, "/")
    start, end = PAGE.split("</head>")
    text = body.decode()
    assert status == 200 and text.startswith(start) and text.endswith(end)
    assert f'<script src="live/live.js" data-build="{state(server)["build"]}" defer></script>\n</head>' in text
    assert ask(server, "/index.html") == (200, body)
    assert (folder / "index.html").read_text() == PAGE


@pytest.mark.parametrize("path", ["/live/live.js", "/live/live.css"])
def test_the_script_and_its_style_are_served(server, path):
    status, body = ask(server, path)
    assert status == 200 and b"live" in body and ask(server, path, "HEAD") == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../../secret.txt",
        "/%2e%2e/%2e%2e/secret.txt",
        "/..%2f..%2fsecret.txt",
        "/previews/../../other/index.html",
        "/../other/",
        "/link",
        "/up/secret.txt",
        "/up/build/other/index.html",
        "//etc/passwd",
        "/%00",
        "/previews",
        "/live",
        "/live/",
        "/live/waiting.html",
        "/live/../../other/index.html",
        "/live/page.js",
        "/missing",
    ],
)
def test_nothing_else_is(server, path):
    status, body = ask(server, path)
    assert status == 404 and b"secret" not in body


@pytest.mark.parametrize("path", ["/", STATE, "/live/live.js", "/previews/probe-1.png"])
def test_other_names_are_refused(server, path):
    assert ask(server, path)[0] == 200
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example:8412"):
        assert ask(server, path, host=host)[0] == 421


def test_an_order_that_is_not_built_yet_has_a_page_that_waits(folder, server):
    shutil.rmtree(folder)
    status, body = ask(server, "/")
    assert (
        status == 200
        and "Noch kein Stand" in body.decode()
        and b'data-build=""' in body
        and state(server)["build"] == ""
    )
    lay(folder)
    assert b"Probe" in ask(server, "/")[1] and state(server)["build"]


def test_a_new_build_in_the_place_of_the_old_one_is_served(folder, server):
    first = state(server)["build"]
    assert state(server)["build"] == first
    folder.rename(folder.with_name(".old"))
    lay(folder.with_name(".work"), "second")
    folder.with_name(".work").rename(folder)
    assert state(server)["build"] not in (first, "") and ask(server, "/previews/probe-1.png") == (200, b"second")


def test_what_is_wrong_is_said(server):
    assert state(server)["notice"] is None
    server.notice = Notice("Titel", ("a.yaml:1: </script><b>",), failed=True)
    assert state(server)["notice"] == {"title": "Titel", "lines": ["a.yaml:1: </script><b>"], "failed": True}


def test_a_taken_port_is_no_obstacle(folder, server):
    with live(folder, server.server_port) as second:
        assert second.server_port != server.server_port and ask(second, "/")[0] == 200
        assert second.address == f"http://127.0.0.1:{second.server_port}/"


def test_nobody_hears_it_once_it_has_ended(folder):
    with live(folder, 0) as server:
        assert ask(server, "/")[0] == 200
    with pytest.raises(ConnectionError):
        ask(server, "/")


def test_a_browser_that_hangs_up_is_no_news(folder, server, capfd):
    (folder / "large.bin").write_bytes(bytes(20_000_000))
    with socket.create_connection(server.server_address) as connection:
        connection.sendall(f"GET /large.bin HTTP/1.0\r\nHost: {HOST}:{server.server_port}\r\n\r\n".encode())
        assert connection.recv(10)
    assert ask(server, "/")[0] == 200
    server.shutdown()
    assert capfd.readouterr() == ("", "")


def test_what_an_edit_changed_is_shown_until_something_else_is_said(server):
    server.say(Notice("Wird neu gesetzt …"))
    assert state(server)["looks"] == [] and ask(server, "/live/look-0.png")[0] == 404
    server.looks = (FirstLook("Probe, Seite 2", b"a picture"), FirstLook("Andere, Seite 1", b"another"))
    assert state(server)["looks"] == [
        {"title": "Probe, Seite 2", "picture": "live/look-0.png"},
        {"title": "Andere, Seite 1", "picture": "live/look-1.png"},
    ]
    assert ask(server, "/live/look-1.png") == (200, b"another") and ask(server, "/live/look-2.png")[0] == 404
    server.say(None)
    assert state(server)["looks"] == [] and ask(server, "/live/look-0.png")[0] == 404
