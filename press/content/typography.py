"""German micro-typography: spaces that must not break (DIN 5008), and how numbers and links are written."""

import re
from functools import lru_cache

from press.schema.urls import host_as_read

NBSP = "\u00a0"
WORD_JOINER = "\u2060"  # of no width: no line breaks there

# Abbreviations of letters, without their full stops: two of them in a row may part.
_KNOWN = (
    "zB dh idR ua uam uvm uvam iVm iV iA iSd ViSdP oä oÄ uä uÄ zT mE so su va eV aD og ieS iwS iHv aaO hc pa iR uU oa "
    "mW zH iÜ sa oJ nN NN"
)
_ABBREVIATIONS = frozenset(_KNOWN.split())

_DAY_OF = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)"
)
_COUNTED = (  # what stands behind an ordinal, beside months
    r"(?:Stock|Etage|Obergeschoss|OG|UG|Jahrhundert|Auflage|Klasse|Quartal|Halbjahr|Platz|Liga|Weltkrieg|Runde|Folge)"
)
_BEFORE_NUMBERS = (  # abbreviations and words that say nothing without the number behind them
    r"(?:(?:Nrn?|S|Abs|Art|Kap|Bd|Ziff|Rn|Rdnr|Abb|Tab|Anl|Abschn|Az|Bl|Fn|Tel|ca|lit|Jg|H)\."
    r"|Satz|Absatz|Artikel|Nummer|Seite|Kapitel|Paragraf|Ziffer)"
)
_TITLES = r"(?:Dr|Prof|Dipl|Ing|Hr|Fr|St|Mag|Msgr)"
_UNITS = r"[A-Za-zÄÖÜäöüß%‰€$£¥°µμ′″]"

_BOUND = (
    # abbreviations of letters with full stops, written apart or not: z. B., i. d. R., V. i. S. d. P., J. S. Bach
    (re.compile(r"(?<![\w./@-])[^\W\d_]\.(?:[ \u00a0]?[^\W\d_]\.)+(?!\w)"), lambda found: _apart(found[0])),
    # and those that end on a longer part: n. Chr., z. Zt., u. dgl.
    (re.compile(r"\b([nvzu])\. ?(Chr|Zt|dgl)\."), rf"\1.{NBSP}\2."),
    # a dash or an ellipsis stays with the word before it
    (re.compile(r" (?=[–…])"), NBSP),
    # paragraphs
    (re.compile(r"(§§?) (?=\d)"), rf"\1{NBSP}"),
    # dates: 1. Mai 2026, 1. 5. 2026; ordinals: 2. Stock
    (re.compile(rf"(?<!\d)(\d{{1,2}}\.) (?={_DAY_OF}|{_COUNTED}\b)"), rf"\1{NBSP}"),
    (re.compile(rf"({_DAY_OF}) (?=\d{{4}}\b)"), rf"\1{NBSP}"),
    (re.compile(r"(?<!\d)(\d{1,2}\.) (?=\d{1,2}\.)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<=\d\.{NBSP})(\d{{1,2}}\.) (?=\d{{4}}\b)"), rf"\1{NBSP}"),
    # numbers: with what they number, else with what they count; in their groups, with sign and factor
    (re.compile(rf"\b({_BEFORE_NUMBERS}) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"(?<=[€$£]) (?=\d)"), NBSP),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NBSP),
    (re.compile(rf"(?<![\w.,{NBSP}])(\d+(?:[.,]\d+)*(?:{NBSP}\d{{3}})*|[½¼¾⅓⅔⅛]) (?={_UNITS})"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\d) (?=×)|(?<=×) (?=\d)|(?<=\d) (?=ff?\.)"), NBSP),
    # a line may break behind a slash, but not in km/h
    (re.compile(rf"(?<=\d{NBSP})([A-Za-zµ²³]{{1,4}}|€)/(?=[A-Za-zäöü])"), rf"\1/{WORD_JOINER}"),
    (re.compile(r"\b(Mio|Mrd|Tsd)\. (?=[€$£A-ZÄÖÜ])"), rf"\1.{NBSP}"),
    # a title stays with the name
    (re.compile(rf"\b({_TITLES})\. (?=[A-ZÄÖÜ])"), rf"\1.{NBSP}"),
)


@lru_cache(maxsize=4096)  # each text of a deck is bound for every product and edition, and for their fingerprints
def bind(text: str) -> str:
    """The text with non-breaking spaces where German typography wants them."""
    for pattern, replacement in _BOUND:
        text = pattern.sub(replacement, text)
    return text


def _apart(written: str) -> str:
    """Letters with full stops as abbreviations, each held together; whatever is none is held together as a whole."""
    letters = "".join(re.findall(r"\w(?=\.)", written))
    said, before = "", False
    while letters:
        known = next((n for n in range(len(letters), 0, -1) if letters[:n] in _ABBREVIATIONS), 0)
        size = known or 1
        said += ("" if not said else " " if known and before else NBSP) + NBSP.join(f"{x}." for x in letters[:size])
        letters, before = letters[size:], bool(known)
    return said


_INNER = str.maketrans("„“‚‘", "‚‘„“")  # quotation marks inside of others: each kind in the place of the other


def quoted(text: str) -> str:
    """The text in German quotation marks; those in it become single ones."""
    return f"„{text.translate(_INNER)}“"


def grouped(number: int) -> str:
    """12345 as 12.345."""
    return f"{number:,}".replace(",", ".")


def readable_link(link: str) -> str:
    """A link as people read and type it: umlauts, no scheme, no closing slash."""
    host, slash, path = link.removeprefix("https://").partition("/")
    return f"{host_as_read(host)}{slash}{path}".rstrip("/")
