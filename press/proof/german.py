"""The page's German: numbers, sizes, and what findings mean."""

from collections.abc import Iterable
from pathlib import Path

from press.content.typography import grouped

# By the code of a finding: what is wrong, and what follows from it.
FINDINGS = {
    "alternatives": ("Ein Bild oder Code ohne Beschreibung", "Wer ihn nicht sieht, muss erfahren, wohin er führt."),
    "black-text": (
        "Text steht auf mehreren Druckplatten",
        "Er bekommt farbige Ränder, sobald die Platten nicht genau passen.",
    ),
    "bleed": ("Die Fläche endet vor dem Anschnitt", "Beim Schneiden bliebe ein weißer Rand stehen."),
    "boards": (
        "Ein Spielfeld zeigt andere Sätze als ausgeteilt",
        "Wer gewonnen hat, wird mit dem ausgeteilten Feld geprüft.",
    ),
    "boxes": ("Das Seitenformat stimmt nicht", "Die Druckerei legt und schneidet die Seite danach."),
    "code-print": (
        "Ein Code druckt sich schlecht",
        "Er ist zu klein, angeschnitten oder nicht rein schwarz und wird unscharf.",
    ),
    "codes": (
        "Ein Code stimmt nicht oder lässt sich nicht lesen",
        "Er muss mit dem Handy lesbar sein und ans bestellte Ziel führen.",
    ),
    "colour-space": (
        "Eine Farbe, die nicht zum Druck gehört",
        "Die Druckerei müsste sie umrechnen, und niemand weiß, wohin.",
    ),
    "contrast": ("Text hebt sich zu wenig vom Grund ab", "Er lässt sich auf dem Bildschirm schlecht lesen."),
    "device-settings": (
        "Eine Einstellung, die der Druckerei gehört",
        "Sie verändert an der Maschine Töne oder lässt Weiß verschwinden.",
    ),
    "fonts": ("Eine Schrift fehlt in der Datei", "Die Druckerei würde sie durch eine andere ersetzen."),
    "glyphs": (
        "Ein Zeichen fehlt in der Schrift",
        "Gedruckt stünde dort ein leeres Kästchen oder gar nichts.",
    ),
    "hairline": ("Eine Linie ist zu fein", "Im Druck bricht sie auf, auch wenn jeder Bildschirm sie zeigt."),
    "headings": ("Die Überschriften sind nicht geordnet", "Vorleseprogramme blättern nach Überschriften."),
    "image-resolution": ("Ein Bild ist zu grob", "Im Druck sieht man seine Bildpunkte."),
    "ink": ("Zu viel Farbe an einer Stelle", "So viel Farbe trocknet nicht und färbt auf den nächsten Bogen ab."),
    "interactive": ("Links, Skripte oder eine Sperre in der Datei", "In Druckdateien ist das nicht erlaubt."),
    "language": (
        "Sprache oder Titel fehlen in der Datei",
        "Vorleseprogramme müssen wissen, was sie lesen und in welcher Sprache.",
    ),
    "links": ("Eine Adresse lässt sich nicht anklicken", "Am Bildschirm liest niemand einen Code mit dem Handy."),
    "output-intent": (
        "Die Druckbedingung fehlt oder passt nicht",
        "Ohne sie weiß niemand, für welches Papier die Farben gedacht sind.",
    ),
    "overlap": (
        "Text steht auf etwas anderem",
        "Auf anderem Text, einem Code oder einer Linie lässt er sich nicht lesen.",
    ),
    "pages": ("Die Seitenzahl stimmt nicht", "Eine Seite zu viel oder zu wenig verschiebt alles, was folgt."),
    "pdfx": ("Die Datei nennt sich nicht PDF/X-4", "Druckereien sortieren Dateien nach dem, was sie über sich sagen."),
    "placeholder": ("Platzhalter statt echter Adresse", "Hier muss die richtige Adresse eingetragen werden."),
    "plates": ("Eine Druckplatte, die nicht bestellt ist", "Sie ginge verloren oder kostete extra."),
    "overprint": (
        "Schwarzes überdruckt nicht",
        "Sitzt eine Platte nicht genau, bekommt es helle Ränder.",
    ),
    "print-scaling": (
        "Die Datei bittet nicht um ihre wahre Größe",
        "Druckdialoge verkleinern sonst: Codes werden zu klein, Karten und Falze passen nicht.",
    ),
    "registration": ("Passermarkenfarbe auf der Seite", "Sie druckt auf jeder Platte und ist für Marken am Rand."),
    "reversed": (
        "Weiße Schrift oder Linien sind zu fein",
        "Sie laufen zu, sobald die Druckfarben nicht genau aufeinander sitzen.",
    ),
    "stems": ("Die Striche der Schrift sind zu dünn", "Im Druck brechen sie auf oder laufen zu."),
    "tints": ("Ein Farbton ist zu hell", "So feine Rasterpunkte halten auf der Platte nicht."),
    "safe-area": ("Text steht zu nah am Rand", "Beim Schneiden oder auf dem Bürodrucker könnte er verloren gehen."),
    "sheets": ("Eine Bogennummer fehlt oder steht doppelt", "An der Nummer wird geprüft, wer gewonnen hat."),
    "standards": (
        "Die Datei erfüllt PDF/UA oder PDF/A nicht",
        "Öffentliche Stellen müssen barrierefreie Dokumente anbieten.",
    ),
    "tables": (
        "Ein Spielfeld ist keine Tabelle mit Kopfzellen",
        "Vorleseprogramme könnten nicht sagen, wo ein Feld liegt.",
    ),
    "transparency": ("Durchsichtige Teile in der Druckdatei", "Jede Druckerei rechnet sie anders um."),
    "type-size": ("Schrift ist zu klein", "Unter 6 Punkt läuft sie im Druck zu, und kaum jemand kann sie lesen."),
}
UNKNOWN = ("Ein Befund der Prüfung „{code}“", "Die Meldung der Prüfung steht darunter.")


def finding(code: str) -> tuple[str, str]:
    """Title and meaning of a finding's code."""
    title, meaning = FINDINGS.get(code, UNKNOWN)
    return title.format(code=code), meaning


def counted(count: int, one: str, many: str) -> str:
    return f"{grouped(count)}\u00a0{one if count == 1 else many}"


def spans(numbers: Iterable[int]) -> str:
    """1, 2, 3, 6, 7 as 1–3, 6, 7."""
    runs: list[list[int]] = []
    for value in sorted(numbers):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts = [map(grouped, run) if len(run) < 3 else (f"{grouped(run[0])}–{grouped(run[-1])}",) for run in runs]
    return ", ".join(text for part in parts for text in part)


def file_size(path: Path) -> str:
    """The size of a file in kB or MB."""
    size = path.stat().st_size
    return f"{size / 1e6:.1f}\u00a0MB".replace(".", ",") if size >= 1e6 else f"{max(1, round(size / 1e3))}\u00a0kB"


def place(file: str, line: int) -> str:
    """A line of a file as people say it."""
    return f"{file}, Zeile\u00a0{line}"
