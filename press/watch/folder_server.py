"""A folder on 127.0.0.1, and nothing outside it."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from press.delivery.filenames import INDEX

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")

Answer = BytesIO | BinaryIO | None  # what is copied behind the headers, if anything is


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of one folder, not yet running; port 0 takes a free one. Only this machine can reach it."""
    return ThreadingHTTPServer((HOST, port), partial(FolderHandler, folder=folder.resolve()))


class FolderHandler(SimpleHTTPRequestHandler):
    """Files of the folder by GET and HEAD. No lists of folders, no way out by `..` or a link, no other host's name."""

    server_version, sys_version = "press", ""

    def __init__(self, *args: Any, folder: Path, **kwargs: Any):
        self.folder = folder
        super().__init__(*args, directory=str(folder), **kwargs)

    def send_head(self) -> Answer:
        # A page on the web may point its own name at this machine and read what is served: it must ask for ours.
        if self.headers.get("Host", "").rpartition(":")[0] not in NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        return self.answer(unquote(urlsplit(self.path).path).lstrip("/") or INDEX)

    def answer(self, name: str) -> Answer:
        """What a request for a name is answered with: a file to copy behind the headers, or nothing more."""
        file = self.file(name)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.path = f"/{file.relative_to(self.folder).as_posix()}"
        return super().send_head()

    def file(self, name: str) -> Path | None:
        """The file of a name, if it lies inside the folder once every link is followed."""
        try:
            file = (self.folder / name).resolve()
            return file if file.is_relative_to(self.folder) and file.is_file() else None
        except (OSError, ValueError):  # a name no file can have
            return None

    def translate_path(self, path: str) -> str:
        return str(self.folder / path.lstrip("/"))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody watches it: what was asked for is not printed."""
