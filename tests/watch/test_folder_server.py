"""Serving: the folder on this machine, and nothing else."""

import http.client
import threading
from pathlib import Path

import pytest

from press.watch.folder_server import HOST, server


@pytest.fixture
def served(tmp_path: Path):
    folder = tmp_path / "order"
    (folder / "proof").mkdir(parents=True)
    (folder / "index.html").write_text("<p>page</p>")
    (folder / "proof" / "ä b.css").write_text("p {}")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "order-two").mkdir()
    (tmp_path / "order-two" / "index.html").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    running = server(folder)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running.server_address
    running.shutdown()
    running.server_close()
    thread.join()


def ask(address, path: str, method: str = "GET", host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{HOST}:{address[1]}")
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read()


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
        "/up/secret.txt",
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
