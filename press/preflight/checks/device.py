"""Device settings: none that print what no screen shows, but for black that overprints."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "device-settings"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Overprinted white vanishes; transfer curves and screens of one's own change every tone at the press."

NAMES = {"TR": "a transfer curve", "TR2": "a transfer curve", "HT": "a screen"}
MODE = 1  # OPM, ISO 32000-1, 8.6.7: in the other mode black takes the other inks away


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    for key, page in document.inventory.settings.items():
        yield page, f"{NAMES[key]} is set", "leave it to the print shop"
    told: set[str] = set()
    for mark, page in document.marks():
        if mark.overprint is None:
            continue
        fault = (
            f"{mark.kind} that is not black alone"
            if mark.kind not in ("text", "stroke", "fill") or not mark.colour.is_solid_black
            else "a large black area"
            if mark.large
            else f"black in {mark.colour.space}, overprint mode {mark.overprint},"
            if mark.overprint != MODE or mark.colour.space != "DeviceCMYK"
            else None
        )
        if fault and fault not in told:
            told.add(fault)
            yield page, f"{fault} overprints", "overprint black text, lines and codes alone, in DeviceCMYK with OPM 1"
