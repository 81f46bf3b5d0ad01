"""A folder on 127.0.0.1, and nothing outside it; read by its own pages, and by no other page in the same browser."""

import os
import shutil
from email.message import Message
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from press.delivery.filenames import INDEX
from press.system.safe_files import open_inside

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")

# What lies in build/, whatever the machine's own table of types says of it: browsers refuse styles and scripts that are
# called something else. All else is bytes.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/plain; charset=utf-8",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}
BYTES = "application/octet-stream"

# No other origin may load a file as script or picture (Fetch Standard, 3.7), frame the page (CSP 3, 6.4.2, and for old
# browsers RFC 7034) or keep hold of a window it opened (HTML, 7.1.3).
ISOLATION = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
OWN_SITES = (None, "none", "same-origin")  # Sec-Fetch-Site: who says nothing, who types the address, our own pages

Answer = BytesIO | BinaryIO | None  # what is copied behind the headers, if anything is


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of one folder, not yet running; port 0 takes a free one. Only this machine can reach it."""
    return ThreadingHTTPServer((HOST, port), partial(FolderHandler, folder=folder.resolve()))


class FolderHandler(BaseHTTPRequestHandler):
    """Files of the folder by GET and HEAD. No lists of folders, no way out by `..` or a link, no other host's name, no
    other site's pages."""

    server_version, sys_version = "press", ""

    def __init__(self, *args: Any, folder: Path, **kwargs: Any):
        self.folder = folder
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        self._respond(body=True)

    def do_HEAD(self) -> None:
        self._respond(body=False)

    def answer(self, name: str) -> Answer:
        """What a request for a name is answered with: what to copy behind the headers, or nothing more."""
        file = open_inside(self.folder, name)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.send_headers(TYPES.get(PurePosixPath(name).suffix, BYTES), os.fstat(file.fileno()).st_size)
        return file

    def send_headers(self, kind: str, length: int) -> None:
        """Those of a good answer, of a type and a length in bytes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def end_headers(self) -> None:
        for name, value in ISOLATION.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody watches it: what was asked for is not printed."""

    def _respond(self, body: bool) -> None:
        # A page on the web may point its own name at this machine and read what is served: it must ask for ours.
        if self.headers.get("Host", "").rpartition(":")[0] not in NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif not _is_own(self.headers):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif answer := self.answer(unquote(urlsplit(self.path).path).lstrip("/") or INDEX):
            with answer:
                if body:
                    shutil.copyfileobj(answer, self.wfile)


def _is_own(headers: Message) -> bool:
    """Whether a request comes from our own pages, from outside of any browser, or is a link that somebody follows
    (W3C Fetch Metadata): no other origin's page reads, runs or frames what comes of these."""
    if headers.get("Sec-Fetch-Site") in OWN_SITES:
        return True
    return (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")) == ("navigate", "document")
