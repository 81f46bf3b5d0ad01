"""Device settings: none that print what no screen shows, but for black that overprints."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "device-settings"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Overprinted white vanishes; transfer curves and screens of one's own change every tone at the press."

NAMES = {"TR": _("a transfer curve"), "TR2": _("a transfer curve"), "HT": _("a screen")}
MODE = 1  # OPM, ISO 32000-1, 8.6.7: in the other mode black takes the other inks away


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    for key, page in document.inventory.settings.items():
        yield page, _("{name} is set", name=NAMES[key]), _("leave it to the print shop")
    told: set[str] = set()
    for mark, page in document.marks():
        if mark.overprint is None:
            continue
        fault = (
            _("{kind} that is not black alone", kind=mark_word(mark.kind))
            if mark.kind not in ("text", "stroke", "fill") or not mark.colour.is_solid_black
            else _("a large black area")
            if mark.large
            else _("black in {space}, overprint mode {overprint},", space=mark.colour.space, overprint=mark.overprint)
            if mark.overprint != MODE or mark.colour.space != "DeviceCMYK"
            else None
        )
        if fault and fault not in told:
            told.add(fault)
            yield (
                page,
                _("{fault} overprints", fault=fault),
                _("overprint black text, lines and codes alone, in DeviceCMYK with OPM 1"),
            )
