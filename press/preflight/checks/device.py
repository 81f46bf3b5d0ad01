"""Device settings: none that print what no screen shows."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "device-settings"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Overprinted white vanishes; transfer curves and screens of one's own change every tone at the press."

NAMES = {"OP": "overprint", "op": "overprint", "TR": "a transfer curve", "TR2": "a transfer curve", "HT": "a screen"}


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    for key, page in document.inventory.settings.items():
        yield page, f"{NAMES[key]} is set", "leave it to the print shop"
