"""Senders as towns are: plainly invented, each of them hard in another way."""

from collections.abc import Callable
from dataclasses import dataclass, field

import idna

from real import logos, typefaces

INSTALLED = {"display": "Bitter", "text": "Fira Sans"}
DISPLAYS = ("Regular", "Bold", "Black")  # weights of a made family


def link(letters: int, host: str = "www.musterort.example") -> str:
    """An address of so many letters, as one that is handed out looks."""
    begin = f"https://{host}"
    path, words = "", ("/buergerservice", "/soziale-medien", "/podcast", "/kleinstadtniveau", "/folge", "/a")
    while len(begin + path) < letters:
        path += words[len(path) % len(words)]
    cut = (begin + path)[:letters].rstrip("-/")
    return cut + "x" * (letters - len(cut))


def unicode_host(host: str) -> str:
    return idna.encode(host).decode()


@dataclass(frozen=True)
class Sender:
    id: str
    name: str
    contact: tuple[str, ...]
    website: str
    podcast: str  # link
    accent: str
    deck: int  # sentences
    on_accent: str = "#ffffff"
    logo: tuple[str, Callable[[], bytes]] | None = None  # a file's name, and its bytes
    logo_on_accent: tuple[str, Callable[[], bytes]] | None = None
    holds_name: bool = False
    min_width: float = 10
    imprint: str | None = "V. i. S. d. P.: Probeverwaltung, Musterweg 1, 12345 Musterort"
    fonts: dict[str, str] = field(default_factory=lambda: dict(INSTALLED))
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)  # of fonts


CONTACT = (
    "Probeverwaltung Musterort · Stabsstelle Öffentlichkeitsarbeit",
    "Musterweg 1a · Haus B, 2. Stock, Zimmer 2.34",
    "12345 Musterort am Probebach, Ortsteil Unterprobe",
    "Telefon 01234 567890-123 · Telefax 01234 567890-999",
    "oeffentlichkeitsarbeit@verwaltungsgemeinschaft-musterort.example",
    "Mo. bis Fr. 8–12 Uhr, Do. auch 14–18 Uhr",
    "Haltestelle Rathaus, Linien 1, 2 und 301",
    "Gebärdentelefon: sip:probe@musterort.example",
)


def _family(name: str, draw: Callable[[str, str], bytes], suffix: str = "ttf") -> dict[str, Callable[[], bytes]]:
    return {
        f"{name.replace(' ', '')}-{weight}.{suffix}": lambda weight=weight: draw(name, weight) for weight in DISPLAYS
    }


WIDE = _family("Probe Breit", lambda name, weight: typefaces.stretched(name, typefaces.WIDER, weight))
NARROW = _family("Probe Schmal", lambda name, weight: typefaces.stretched(name, typefaces.NARROWER, weight))
CFF = _family("Probe Postscript", typefaces.postscript, "otf")
VARIABLE = {"ProbeVariabel.ttf": lambda: typefaces.variable("Probe Variabel")}

SENDERS = (
    Sender("kurz", "Muster-Ö", (), "https://a.eu", "https://b.eu", "#0b5d4b", 9, imprint=None),
    Sender(
        "inkscape", "Stadt Probehausen", CONTACT[:1], link(40), link(67), "#00607a", 12,
        logo=("wappen.svg", lambda: logos.svg("inkscape-crest")),
    ),
    Sender(
        "illustrator", "Landkreis Mustertal-Probesee", CONTACT[:2], link(67), link(90), "#7a0026", 17,
        logo=("zeichen.svg", lambda: logos.svg("illustrator-classes")),
        logo_on_accent=("zeichen-hell.svg", lambda: logos.svg("wide-8-to-1")),
    ),
    Sender(
        "figma", "Zweckverband Probe", CONTACT[:3], link(50), link(30), "#f2a900", 25, on_accent="#000000",
        logo=("logo.svg", lambda: logos.svg("figma-gradient")),
        fonts={"display": "Probe Variabel", "text": "Fira Sans"}, files=VARIABLE,
    ),
    Sender(
        "corel", "Verwaltungsgemeinschaft Oberes Tal-Niederwald", CONTACT[:4], link(67), link(67), "#4a4a8c", 12,
        logo=("wappen.svg", lambda: logos.svg("corel-profile")),
    ),
    Sender(
        "breit", "Samtgemeinde Unterprobe", CONTACT[:4], link(45), link(55), "#fec900", 12, on_accent="#000000",
        logo=("schriftzug.svg", lambda: logos.svg("wide-8-to-1")), holds_name=True, min_width=25,
        fonts={"display": "Probe Breit", "text": "Probe Breit"}, files=WIDE,
    ),
    Sender(
        "hoch", "Große Kreisstadt Musterstadt an der Probe", CONTACT[:3], link(35), link(67), "#123a1c", 17,
        logo=("wappen.svg", lambda: logos.svg("tall-1-to-3")), min_width=6,
        fonts={"display": "Probe Schmal", "text": "Probe Schmal"}, files=NARROW,
    ),
    Sender(
        "png", "Gemeinde Musterwald", CONTACT[:5], link(67), link(67), "#808080", 12, on_accent="#000000",
        logo=("logo.png", lambda: logos.png(1800, 600, (0, 90, 140))), holds_name=True, min_width=20,
        fonts={"display": "Probe Postscript", "text": "Probe Postscript"}, files=CFF,
    ),
    Sender(
        "jpeg", "Markt Probing", CONTACT[:2], link(28), link(67), "#c8102e", 9,
        logo=("logo.jpg", lambda: logos.jpeg_cmyk(1500, 500)),
    ),
    Sender(
        "pdf", "Hansestadt Musterhafen", CONTACT[:6], link(80), link(80), "#002f5f", 25,
        logo=("logo.pdf", lambda: logos.pdf(200, 100)),
    ),
    Sender(
        "umlaut", "Gemeinde Großmühlräschütz", CONTACT[:2], f"https://{unicode_host('großmühlräschütz.example')}",
        f"https://{unicode_host('bücher-größe.example')}/föhre".replace("ö", "%C3%B6"), "#5b2a86", 12,
        logo=("wappen.svg", lambda: logos.svg("crest-of-320-paths")), min_width=14,
    ),
    Sender(
        "lang", "Verwaltungsgemeinschaft Bad Musterhausen-Unterkirchen-Süd an der Laber", CONTACT[:6],
        link(100, "www.verwaltungsgemeinschaft-musterhausen.example"), link(120), "#dcefe3", 17, on_accent="#000000",
        logo=("wappen.svg", lambda: logos.svg("opacity")),
    ),
    Sender(
        "voll", "Amt Probe-Land", CONTACT[:6], link(60), link(60), "#006937", 40,
        logo=("logo.svg", lambda: logos.svg("symbol-use")), fonts={"display": "Baloo 2", "text": "Source Sans 3"},
    ),
    Sender(
        "rund", "Öffentlichkeitsarbeitszweckverband Musterland", CONTACT[:3], link(67), link(67), "#111111", 12,
        logo=("siegel.png", lambda: logos.png(900, 900, (170, 20, 40))), min_width=12,
    ),
    Sender("acht", "Amt der acht Zeilen", CONTACT, link(40), link(40), "#006937", 9),  # refused: two lines too many
)  # fmt: skip
