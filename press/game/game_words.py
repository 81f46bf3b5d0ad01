"""The pages' German, in one place; what an order's texts say already is taken from there.

A word in braces is put in by the page: `{n}` a number, `{sheet}` a sheet's ID.
"""

from press.content.content import Content
from press.content.typography import bind

FROM_TEXTS = (
    "title", "caller_title", "caller_round", "caller_check_title", "sheet", "free_cell", "poster_shout",
    "how_to_play", "win_with_diagonals", "win_without_diagonals", "listen",
)  # fmt: skip

WORDS = {
    # the caller's page
    "skip": "Zu den Sprüchen",
    "rounds": "Runden",
    "new_round": "Neue Runde",
    "nothing_yet": "Tipp auf den ersten Spruch, der fällt.",
    "latest": "Zuletzt gesagt",
    "call": "{n}. Ansage",
    "of_said": "von {n} gesagt",
    "with_bingo": "von {n} Bögen mit Bingo",
    "undo": "Rückgängig",
    "draw": "Zufällig ziehen",
    "all_said": "Alles gesagt",
    "answer": "Und die Antwort?",
    "phrases": "Sprüche",
    "phrases_hint": "Einmal tippen: gesagt. Noch einmal: doch nicht.",
    "find": "Spruch suchen",
    "find_hint": "Nummer oder ein Wort",
    "find_none": "Kein Spruch passt zu „{text}“.",
    "history": "Verlauf",
    "history_empty": "Noch ist kein Spruch gefallen.",
    "taken_back": "Zurückgenommen: Nr. {n}.",
    "undone": "Rückgängig gemacht. Gesagt: {n}.",
    "announced": "Nr. {n}: {text} {call}.",
    "bingo_one": "Bingo! Ein Bogen hat eine volle Reihe.",
    "bingo_many": "Bingo! {n} Bögen haben eine volle Reihe.",
    # a round
    "settings": "Runde einrichten",
    "name": "Name der Runde",
    "in_play": "Ausgeteilt: {kind}",
    "in_play_hint": "Die ersten … von {n}. Nur diese zählen beim Bingo.",
    "from_start": "Von vorn",
    "delete": "Runde löschen",
    "delete_sure": "„{name}“ mit allem, was gesagt wurde, endgültig löschen?",
    "forgets": "Dieser Browser merkt sich nichts: Nach dem Neuladen beginnt die Runde von vorn.",
    "no_script": "Diese Seite braucht JavaScript. Sie sendet nichts und braucht kein Netz.",
    # checking a sheet
    "check_label": "Nummer des Bogens",
    "check_hint": "Wie auf dem Bogen, zum Beispiel {sheet}.",
    "check_hint_short": "Wie auf dem Bogen, zum Beispiel {sheet}; die Zahl allein genügt.",
    "check": "Prüfen",
    "no_sheet": "„{text}“ ist keine Bogennummer. Sie sieht aus wie {sheet}.",
    "other_order": "Ein Bogen {code} gehört nicht zu diesem Auftrag. Hier beginnen alle mit {codes}.",
    "beyond": "Einen Bogen {sheet} gibt es in diesem Auftrag nicht. Der letzte ist {last}.",
    "which": "Die Nummer {n} gibt es mehrmals. Welcher Bogen ist es?",
    "not_in_play": "Achtung: Der Bogen gehört zum Auftrag, ist in dieser Runde aber nicht ausgeteilt.",
    "has_bingo": "{sheet} hat Bingo!",
    "full_now": "{line}, voll mit dieser Ansage, der {n}.",
    "full_since": "{line}, voll seit der {n}. Ansage. Jetzt ist die {now}.",
    "full_too": "Auch voll: {lines}.",
    "no_bingo": "{sheet} hat noch kein Bingo.",
    "missing_one": "Es fehlt noch ein Spruch: Nr. {n}.",
    "missing_many": "Es fehlen noch {n} Sprüche.",
    "earlier_one": "Ein anderer Bogen hatte früher Bingo.",
    "earlier_many": "{n} andere Bögen hatten früher Bingo.",
    "same_one": "Ein anderer Bogen hat es zur selben Ansage.",
    "same_many": "{n} andere Bögen haben es zur selben Ansage.",
    "to_screen": "Auf die Leinwand",
    "off_screen": "Von der Leinwand nehmen",
    "answer_now": "Jetzt braucht es eine gute Antwort",
    "who": "Welche Bögen haben Bingo?",
    "who_nobody": "Noch keiner.",
    "who_call": "{n}. Ansage",
    "who_more": "und {n} weitere",
    "row": "Zeile {n}",
    "column": "Spalte {n}",
    "diagonal_down": "Diagonale von links oben",
    "diagonal_up": "Diagonale von rechts oben",
    # the screen
    "screen": "Leinwand",
    "screen_here": "Hier zeigen",
    "screen_window": "In eigenem Fenster",
    "screen_hint": "Was zuletzt gesagt wurde, groß für alle. Im eigenen Fenster läuft sie auf dem Projektor mit, "
    "während du hier ansagst.",
    "screen_close": "Leinwand schließen",
    "screen_waiting": "Gleich geht’s los.",
    "screen_said": "Schon gesagt",
    "screen_numbers": "Alle Nummern",
    # without paper
    "join": "Mitspielen ohne Papier",
    "join_hint": "Jeder Bogen lässt sich auch am Bildschirm spielen: mit Vorleseprogramm, in großer Schrift, in der "
    "Videokonferenz.",
    "join_sheet": "Bogen",
    "join_open": "Bogen {sheet} öffnen",
    "join_code": "Code zum Bogen {sheet}",
    "join_address": "Wo liegt der Ordner „spiel“ im Netz?",
    "join_address_hint": "Mit seiner Adresse gibt es zu jedem Bogen einen Code. Diese Seite selbst sendet nichts.",
    "join_too_long": "Diese Adresse ist zu lang für einen Code.",
    "join_wrong": "Das ist keine Adresse. Sie beginnt mit https://",
    "join_copy": "Alle Links kopieren",
    "join_copied": "{n} Links kopiert.",
    "join_not_copied": "Der Browser lässt das Kopieren nicht zu.",
    "earlier": "Voriger",
    "later": "Nächster",
    # a sheet
    "sideways": "Weitere Spalten rechts: seitlich schieben.",
    "sheet_label": "Welchen Bogen hast du?",
    "sheet_open": "Öffnen",
    "sheet_bingo": "Bingo! {lines}.",
    "sheet_ticked": "{n} von {all} Sprüchen angekreuzt.",
    "sheet_fresh": "Alle Kreuze entfernen",
    "sheet_larger": "Größere Schrift",
    "sheet_smaller": "Kleinere Schrift",
    "sheet_table": "Bogen {sheet}",
    "sheet_keys": "Mit den Pfeiltasten kommst du von Feld zu Feld, mit der Leertaste kreuzt du an.",
    # both
    "nr": "Nr. {n}",
    "and": "und",
    "private": "Diese Seite braucht kein Netz und sendet nichts. Was du hier tippst, bleibt in diesem Browser.",
}  # fmt: skip


def game_words(content: Content) -> dict[str, str]:
    """Every word of the pages by its key: the order's own texts, and what only the pages say."""
    own = {key: bind(text) for key in FROM_TEXTS if (text := getattr(content.texts.value, key))}
    return own | {key: bind(text) for key, text in WORDS.items()}
