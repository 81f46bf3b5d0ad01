"""What preflight looks at, in the words of a print shop: German, one line a check of the print edition."""

import re

# By code: what is looked at.
CHECKS = {
    "black-text": "Text nur auf der Schwarzplatte, in Papierweiß oder Sonderfarbe",
    "bleed": "Flächen laufen bis in den Anschnitt",
    "boards": "Jedes Spielfeld zeigt die ausgeteilten Sätze",
    "boxes": "Trim-, Bleed- und MediaBox vorhanden, ineinander, im bestellten Format",
    "code-print": "Codes reines Schwarz, groß genug, frei vom Schnitt",
    "codes": "Codes lesbar und mit dem bestellten Ziel",
    "colour-space": "Nur Druckfarben: kein RGB, kein ICC-Grau, keine fremde Sonderfarbe",
    "device-settings": "Nichts sonst überdruckt; keine Transferkurven, keine Raster",
    "fonts": "Alle Schriften eingebettet, als Untergruppe",
    "glyphs": "Kein Zeichen fehlt in seiner Schrift",
    "hairline": "Keine Haarlinien",
    "image-resolution": "Auflösung der Bilder",
    "ink": "Gesamtfarbauftrag innerhalb der Druckbedingung",
    "interactive": "Keine Links, Formulare, Skripte, Anhänge, Ebenen, Kennwörter",
    "output-intent": "Bestellte Druckbedingung mit eingebettetem Profil",
    "overlap": "Kein Text auf Text, Codes oder Linien oder über den Rand",
    "overprint": "Text, Linien und Codes in Schwarz überdrucken",
    "pages": "Seitenzahl wie bestellt",
    "pdfx": "PDF/X-4 auf PDF 1.6, unbeschädigt",
    "registration": "Keine Passermarkenfarbe innerhalb des Formats",
    "reversed": "Negative Schrift ab 7 Punkt auf mehreren Farben, negative Linien ab 0,5 Punkt",
    "stems": "Strichstärken der Schrift: positiv ab 0,1 mm, negativ ab 0,15 mm",
    "tints": "Kein Rasterton unter 3 %",
    "plates": "Nur die bestellten Druckplatten",
    "safe-area": "Text mit Abstand zum Schnitt",
    "sheets": "Jede Bogennummer genau einmal",
    "transparency": "Keine Transparenz",
    "type-size": "Keine Schrift unter 6 Punkt",
}

# How checks call what they look at on a sample of pages.
SAMPLES = {
    "bleed looked at": "Anschnitt",
    "codes measured": "Druck der Codes",
    "codes read": "Codes gelesen",
    "ink measured": "Farbauftrag",
    "registration looked at": "Passermarken",
    "reversed type looked at": "Negative Schrift",
    "safe area measured": "Abstand zum Schnitt",
    "contrast measured": "Kontrast",
    "overlaps of codes looked at": "Überdeckung",
}

_SAMPLE = re.compile(r"(?P<what>.+) on (?P<some>\d+) of (?P<all>\d+) pages")


def check_name(code: str) -> str:
    return CHECKS.get(code, code)


def sample_text(note: str) -> str:
    """A check's note on its sample: `ink measured on 3 of 24 pages`."""
    found = _SAMPLE.fullmatch(note)
    if found is None:
        return note
    what = SAMPLES.get(found["what"], found["what"])
    return what if found["some"] == found["all"] else f"{what}: {found['some']} von {found['all']} Seiten"


def is_whole(note: str) -> bool:
    """Whether a sample was every page."""
    found = _SAMPLE.fullmatch(note)
    return found is not None and found["some"] == found["all"]
