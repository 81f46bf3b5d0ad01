"""What findings mean, in German, by their codes; and what is so when a check is passed."""

# By the code of a finding: what is wrong, and what follows from it.
FINDINGS = {
    "alternatives": ("Ein Bild oder Code ohne Beschreibung", "Wer ihn nicht sieht, muss erfahren, wohin er führt."),
    "arguments": (
        "Ein Spruch wird ohne seine Antwort vorgelesen",
        "Wer zuhört, hört sie an anderer Stelle, wo sie nichts beantwortet.",
    ),
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
    "link-words": (
        "Ein Link oder Feld sagt nicht, wofür es da ist",
        "Vorgelesen würde eine Adresse, Buchstabe für Buchstabe.",
    ),
    "links": ("Eine Adresse lässt sich nicht anklicken", "Am Bildschirm liest niemand einen Code mit dem Handy."),
    "lists": (
        "Eine Liste oder Tabelle ist keine",
        "Vorleseprogramme könnten nicht sagen, wie lang sie ist und wo man gerade ist.",
    ),
    "numbers": ("Eine Nummer wird allein vorgelesen", "Niemand hört, zu welchem Spruch sie gehört."),
    "output-intent": (
        "Die Druckbedingung fehlt oder passt nicht",
        "Ohne sie weiß niemand, für welches Papier die Farben gedacht sind.",
    ),
    "overlap": (
        "Text steht auf etwas anderem",
        "Auf anderem Text, einem Code oder einer Linie lässt er sich nicht lesen.",
    ),
    "page-addresses": (
        "Eine Seite zum Spielen führt oder lädt, wohin niemand wollte",
        "Sie soll ohne Netz gehen und nur zu bestellten Adressen führen.",
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
    "redirects": ("Eine kurze Adresse führt ans falsche Ziel", "Wer sie liest oder tippt, landet woanders."),
    "registration": ("Passermarkenfarbe auf der Seite", "Sie druckt auf jeder Platte und ist für Marken am Rand."),
    "reversed": (
        "Weiße Schrift oder Linien sind zu fein",
        "Sie laufen zu, sobald die Druckfarben nicht genau aufeinander sitzen.",
    ),
    "spaces": (
        "Wörter laufen beim Vorlesen ineinander",
        "Wo auf der Seite eine Zeile endet, hört man keine Pause.",
    ),
    "stems": ("Die Striche der Schrift sind zu dünn", "Im Druck brechen sie auf oder laufen zu."),
    "tints": ("Ein Farbton ist zu hell", "So feine Rasterpunkte halten auf der Platte nicht."),
    "tags": (
        "Vorleseprogramme erfahren nicht, was ein Teil ist",
        "Absätze, Listen und Überschriften müssen als solche ausgezeichnet sein.",
    ),
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
    "type-size": ("Schrift ist zu klein", "So klein läuft sie im Druck zu, und kaum jemand kann sie lesen."),
}


# By the code of a check: what is so when it is passed.
CHECKED = {
    "alternatives": "Bilder und Codes haben eine Beschreibung",
    "arguments": "Sprüche werden mit ihrer Antwort vorgelesen",
    "black-text": "Text steht allein auf der schwarzen Platte",
    "bleed": "Flächen laufen bis in den Anschnitt",
    "boards": "Spielfelder zeigen die ausgeteilten Sprüche",
    "boxes": "Seitenformat und Anschnitt stimmen",
    "code-print": "Codes sind groß genug und rein schwarz",
    "codes": "Codes sind lesbar und führen ans bestellte Ziel",
    "colour-space": "Nur Druckfarben",
    "contrast": "Text hebt sich vom Grund ab",
    "device-settings": "Keine Einstellungen für Geräte",
    "fonts": "Schriften sind eingebettet",
    "glyphs": "Jedes Zeichen ist in seiner Schrift",
    "hairline": "Keine zu feinen Linien",
    "headings": "Überschriften und Lesezeichen sind geordnet",
    "image-resolution": "Bilder sind fein genug",
    "ink": "Farbauftrag in Grenzen",
    "interactive": "Keine Links, Skripte oder Sperren",
    "language": "Sprache und Titel sind angegeben",
    "link-words": "Links und Felder sagen, wofür sie da sind",
    "links": "Adressen lassen sich anklicken",
    "lists": "Listen und Tabellen sind als solche ausgezeichnet",
    "numbers": "Nummern werden mit ihrem Spruch vorgelesen",
    "output-intent": "Druckbedingung wie bestellt",
    "overlap": "Kein Text steht auf etwas anderem",
    "pages": "Seitenzahl stimmt",
    "pdfx": "Datei ist PDF/X-4 und unbeschädigt",
    "plates": "Keine Druckplatte zu viel",
    "tags": "Jeder Teil sagt, was er ist",
    "safe-area": "Text hält Abstand vom Rand",
    "sheets": "Jede Bogennummer einmal",
    "standards": "PDF/UA-1 und PDF/A-3a, von einem fremden Prüfprogramm bestätigt",
    "tables": "Spielfelder sind Tabellen mit Kopfzellen",
    "transparency": "Nichts Durchsichtiges",
    "type-size": "Keine zu kleine Schrift",
}


UNKNOWN = ("Ein Befund der Prüfung „{code}“", "Die Meldung der Prüfung steht darunter.")


def finding(code: str) -> tuple[str, str]:
    """Title and meaning of a finding's code."""
    title, meaning = FINDINGS.get(code, UNKNOWN)
    return title.format(code=code), meaning


def checked(code: str) -> str:
    """What is so when a check is passed."""
    return CHECKED.get(code, code)
