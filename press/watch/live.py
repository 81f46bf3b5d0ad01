"""The proof page while somebody edits: served from the order's folder, loaded anew after each build.

With what is wrong on top. The files stay as they are: only what is sent carries the script. What the script asks for
lies below `live/`, where no order has a file.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from html import escape
from http.server import ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from os import name as system
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import TYPE_CHECKING, Any

from press.delivery.filenames import INDEX, MANIFEST
from press.system.safe_files import open_inside
from press.watch.folder_server import HOST, TYPES, Answer, FolderHandler

if TYPE_CHECKING:  # what renders pages is loaded with the first build
    from press.watch.first_look import FirstLook

PORT = 8412  # the same at each start, so that an open page finds it again; no service is registered for it (IANA)
SHUT_S = 0.05  # between two looks whether to end
STATE = "live/state.json"
LOOK = "live/look-{}.png"  # the picture of a page that an edit changed
STATIC = ("live/live.js", "live/live.css")  # of press/proof/static
WAITING = "waiting.html"  # there, too: the page of an order without a build


@dataclass(frozen=True)
class Notice:
    """What the page says over its pictures, in German."""

    title: str
    lines: tuple[str, ...] = ()
    failed: bool = False


class LiveServer(ThreadingHTTPServer):
    """Serves a folder and a notice, which may change at any time."""

    allow_reuse_address = system != "nt"  # there it would share a port with whoever has it already
    notice: Notice | None = None
    looks: "tuple[FirstLook, ...]" = ()  # shown below the notice
    folder: Path  # which may be another one at any time

    def say(self, notice: Notice | None) -> None:
        """Says something new; what was looked at before is over."""
        self.notice, self.looks = notice, ()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(
            sys.exc_info()[1], ConnectionError
        ):  # a browser that loads anew hangs up on what it waited for
            super().handle_error(request, client_address)


@contextmanager
def live(folder: Path, port: int = PORT) -> Iterator[LiveServer]:
    """Serves an order's folder, which may come, go and be replaced; on a free port if the given one is taken."""
    try:
        server = LiveServer((HOST, port), _handler)
    except OSError:
        server = LiveServer((HOST, 0), _handler)
    server.folder = folder
    thread = Thread(target=server.serve_forever, args=(SHUT_S,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        if not sys.is_finalizing():  # then the thread stands still already, and would be waited for without end
            server.shutdown()
        server.server_close()


def _handler(request: Any, client_address: Any, server: LiveServer) -> "_LiveHandler":
    folder = server.folder.parent.resolve() / server.folder.name
    return _LiveHandler(request, client_address, server, folder=folder)


class _LiveHandler(FolderHandler):
    """The folder's files, its page with the script, and what that asks for."""

    server: LiveServer

    def answer(self, name: str) -> Answer:
        if name == INDEX:
            return self._send(TYPES[".html"], self._page())
        if name == STATE:
            return self._send(TYPES[".json"], json.dumps(self._state()).encode())
        for number, look in enumerate(self.server.looks):
            if name == LOOK.format(number):
                return self._send(TYPES[".png"], look.picture)
        if name in STATIC:
            return self._send(TYPES[PurePosixPath(name).suffix], _static(PurePosixPath(name).name))
        return super().answer(name)

    def _state(self) -> dict[str, Any]:
        notice, looks = self.server.notice, enumerate(self.server.looks)
        shown = [{"title": look.title, "picture": LOOK.format(number)} for number, look in looks]
        return {"build": self._build(), "notice": notice and asdict(notice), "looks": shown}

    def _page(self) -> bytes:
        """The page as it lies there, with the script in its head."""
        build = (
            self._build()
        )  # before the page is read: one that is replaced meanwhile is loaded anew, not taken for the new one
        page = open_inside(self.folder, INDEX)
        script = f'<script src="live/live.js" data-build="{escape(build)}" defer></script>'
        head = f'<link rel="stylesheet" href="live/live.css">\n{script}\n</head>'
        with page or BytesIO(_static(WAITING)) as file:
            return file.read().replace(b"</head>", head.encode(), 1)

    def _build(self) -> str:
        """Another one for each build; empty while there is none."""
        try:
            found = (self.folder / MANIFEST).stat()
            return f"{found.st_mtime_ns:x}-{found.st_ino:x}"
        except OSError:
            return ""

    def _send(self, kind: str, data: bytes) -> BytesIO:
        self.send_headers(kind, len(data))
        return BytesIO(data)


def _static(name: str) -> bytes:
    return files("press.proof").joinpath("static", name).read_bytes()
