"""Generated decks: sentences of 3 to 90 letters, gender forms, units; answers as short and as long as may be."""

BOARDS = (
    "Nö.",
    "Ach was.",
    "Das haben wir schon immer so gemacht.",
    "Bürger*innen wollen das gar nicht.",
    "Das steht so in § 5 Abs. 2 der Geschäfts\u00adordnung.",
    "Dafür haben wir keine 5 € übrig.",
    "Wer soll das denn alles lesen?",
    "Am 1. Mai fängt bei uns niemand etwas Neues an.",
    "Das muss erst durch den Verwaltungs\u00adausschuss.",
    "Unsere Mitarbeiter:innen haben dafür keine Zeit.",
    "Das ist i. V. m. der Dienst\u00adanweisung nicht erlaubt.",
    "Nur 10 % der Leute sind überhaupt dort.",
    "Der Datenschutz!",
    "Die Öffentlichkeits\u00adarbeits\u00adverantwort\u00adlichen sehen das anders.",
    "Kolleg_innen aus dem Nachbarkreis sind damit auf die Nase gefallen.",
    "Da müssten wir ja auch am Wochenende antworten, und das will hier nun wirklich keine:r.",
    "Das Geld gibt es erst im nächsten Haushalts\u00adjahr.",
    "Wir sind eine Behörde und kein Fernsehsender.",
    "Z. B. die Kommentar\u00adspalten: ein Graus!",
    "Das macht doch schon die Pressestelle.",
    "Dazu brauchen wir zuerst ein Konzept.",
    "Uns folgt doch sowieso niemand.",
    "Dann kommen die Trolle.",
    "Haben wir überhaupt eine Rechts\u00adgrundlage?",
    "Das ist nichts für unsere Zielgruppe.",
    "Wir haben doch eine Website.",
    "Die Bürger\u00admeisterin und der Bürger\u00admeister müssen das beide freigeben.",
    "Das Logo darf nicht kleiner als 25 mm sein.",
    "Vor 8 Uhr geht hier gar nichts.",
    "Wir bekommen das Passwort nicht.",
    "Ohne Barriere\u00adfreiheit dürfen wir das nicht.",
    "Das ist doch nur ein Trend.",
    "In drei Jahren gehe ich in Rente.",
    "Die Kolleginnen und Kollegen vom Amt für Ordnung und Soziales haben da große Bedenken.",
    "Wir warten auf die Landes\u00adregierung.",
    "Unser Server schafft das nicht.",
    "Das müsste man ausschreiben.",
    "Jetzt ist gerade Sommerpause.",
    "Fotos? Nur mit Einwilligung aller.",
    "Können wir das nicht ausdrucken?",
)

_TEXT = (
    "Fang klein an und zeig, was geht: Ein Beitrag in der Woche reicht für den Anfang. Frag die Bürgerinnen "
    "und Bürger, was sie wissen wollen, z. B. am Telefon oder am Schalter. Das kostet keine 5 €, nur eine "
    "halbe Stunde. Schreib auf, was gut lief und was nicht, und erzähl es weiter. Nach drei Monaten siehst du "
    "Zahlen: 20 % mehr Leute beim Tag der offenen Tür, 30 Anrufe weniger zur Abfuhr der Grünabfälle. "
    "Mitarbeiter*innen machen mit, wenn sie gefragt werden. § 5 der Geschäftsordnung erlaubt es, und die "
    "Datenschutzbeauftragte hilft gern. Wer am 1. Mai beginnt, ist im Herbst schon geübt. "
    "Öffentlichkeitsarbeitsverantwortliche im Nachbarkreis geben Auskunft, man muss sie nur anrufen."
)
_WORDS = _TEXT.split()
SHORT, LONG = (25, 60), (60, 120)  # words


def deck(size: int) -> dict:
    """A deck of so many sentences; its answers from the shortest to the longest there may be."""
    return {
        "name": f"Probe {size}",
        "credit": "Erzeugte Sprüche, nur zum Testen; niemand hat sie so gesagt.",
        "phrases": [_phrase(n, size) for n in range(size)],
    }


def _phrase(n: int, size: int) -> dict:
    share = n / max(1, size - 1)
    return {
        "id": f"p{n + 1}",
        "board": BOARDS[n],
        "short": _text(n, SHORT, share),
        "long": _text(n + 7, LONG, 1 - share),
        **({"episode": f"folge-{n + 1}"} if n < 3 else {}),
    }


def _text(start: int, words: tuple[int, int], share: float) -> str:
    count = round(words[0] + (words[1] - words[0]) * share)
    taken = [_WORDS[(start * 11 + i) % len(_WORDS)] for i in range(count)]
    text = " ".join(taken).rstrip(",:;.")
    return text[0].upper() + text[1:] + "."
