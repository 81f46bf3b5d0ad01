"""What a specimen says: a brand's colours, contrast and logo in German words and figures."""

from typing import Any, TypedDict

from press.brand.brand import Brand, Colour
from press.brand.contrast import (
    CODE_LIGHTNESS,
    LARGE,
    TEXT,
    appearance,
    code_contrast,
    pairs,
    ratio,
    ratio_text,
)
from press.brand.logo.logo import Logo
from press.brand.palette import process_inks
from press.colour.colour_values import to_hex
from press.colour.icc_profile import OutputProfile
from press.content.typography import bind


class Figure(TypedDict):
    """A figure about a colour, with the verdict on it: passes, fails, or None if it is only information."""

    about: str
    value: str
    passes: bool | None
    verdict: str


class RoleFacts(TypedDict):
    """What the page says of a colour's role."""

    name: str
    use: str
    values: list[tuple[str, str]]
    print: str | None
    figures: list[Figure]


SEEN_APART = 16  # levels of 255: from here on, paper and screen look different side by side

# Role → its name and what it is for.
ROLES = {
    "accent": ("Akzent", "die großen Flächen"),
    "on-accent": ("Schrift darauf", "Titel und Text auf Akzent"),
    "accent-soft": ("Akzent, hell", "ruhige Flächen hinter Text"),
    "paper": ("Papier", "wo man schreibt und streicht"),
    "ink": ("Schrift", "Text, Umrisse und Codes"),
}
ON = {"accent": "Schrift auf Akzent", "accent-soft": "Schrift auf hellem Akzent", "paper": "Schrift auf Papier"}

PANGRAM = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich."
# From the largest size to the smallest.
DISPLAY = ("Schöne Grüße!", "„Äh, weiß nicht.“", "Über 25 Straßen – öffentlich")
TEXT_FACE = (
    "„Äußerst öde Übung“ – 0123456789\u00a0€\u00a0&",
    PANGRAM,
    f"{PANGRAM} „Äußerst öde Übung“ – 25 %",
    PANGRAM,
)


def words(brand: Brand, profile: OutputProfile) -> dict[str, Any]:
    """The labels and samples of the page."""
    return {
        "overline": "Markenmuster",
        "print": "Dieses Feld: Akzent im Druck",
        "soft": "So liest sich Text auf hellem Akzent: ruhig, mit schwarzer Schrift und ohne Mühe.",
        "display": {"family": brand.fonts.display, "use": "Titel, Sprüche, Nummern", "samples": [*map(bind, DISPLAY)]},
        "text": {"family": brand.fonts.text, "use": "alles zum Lesen", "samples": [*map(bind, TEXT_FACE)]},
        "sign": "Logo" if brand.logo else "Namenszug",
        "clear": "mit Schutzraum",
        "least": "kleinste Breite",
        "reduced": "verkleinert: Hier ist kein Platz für die kleinste Breite",
        "sender": "Absender",
        "contact": [bind(line) for line in brand.contact] or ["Noch keine Anschrift: contact in brand.yaml"],
        "imprint": bind(brand.imprint or "Noch kein Impressum: imprint in brand.yaml. Gedrucktes braucht eines."),
        "question": "So drucken?",
        "yes": "Ja, genau so",
        "no": "Noch nicht, bitte ändern:",
        "signed": "Datum, Name",
        "values": f"CMYK-Werte in Prozent für {profile.condition}, Profil {profile.name}. "
        "Kontraste nach WCAG 2.2, der schwächere von Druck und Bildschirm.",
    }


def colours(brand: Brand, profile: OutputProfile) -> dict[str, RoleFacts]:
    """Role → name, use, values, contrast figures, and how it looks in print if that is another colour."""
    figures = _figures(brand, profile)
    return {
        role: {
            "name": name,
            "use": use,
            "values": _values(brand.roles()[role], profile),
            "print": _in_print(brand.roles()[role], profile),
            "figures": figures.get(role, []),
        }
        for role, (name, use) in ROLES.items()
    }


def logo_facts(brand: Brand, logos: dict[str, Logo]) -> list[str]:
    """What holds for the logo, a line each."""
    if brand.logo is None:
        return ["Noch kein Logo: Der Name steht in der Titelschrift."]
    widest = [logo.widest for logo in logos.values() if logo.widest]
    return [
        bind(f"Ringsum {_number(brand.logo.clear_space)} mm frei"),
        bind(f"Mindestens {_number(brand.logo.min_width)} mm breit"),
        *([bind(f"Scharf bis {_number(min(widest), 0)} mm Breite")] if widest else []),
        *([] if brand.logo.on_accent else ["Auf Akzent mit weißem Schild"]),
    ]


def _values(colour: Colour, profile: OutputProfile) -> list[tuple[str, str]]:
    """Its name in each colour room."""
    screen = appearance(colour, profile)[1]
    spot = f"{colour.spot}{'' if colour.tint == 100 else f', {colour.tint:g} %'}" if colour.spot else None
    return [
        ("CMYK", " / ".join(_number(part, 0) for part in process_inks(colour, profile))),
        *([("Sonderfarbe", bind(spot))] if spot else []),
        ("sRGB", to_hex(screen).upper()),
    ]


def _in_print(colour: Colour, profile: OutputProfile) -> str | None:
    printed, screen = appearance(colour, profile)
    return to_hex(printed) if max(abs(a - b) for a, b in zip(printed, screen)) >= SEEN_APART else None


def _figures(brand: Brand, profile: OutputProfile) -> dict[str, list[Figure]]:
    """Role of the ground → its figures.

    Those of the ink are about codes, the accent's last one is about what it may do on paper.
    """
    figures = {
        pair.under: [_figure(ON[pair.under], _ratio(pair.ratio), pair.passes, _ratio(pair.least))]
        for pair in pairs(brand, profile)
    }
    code = code_contrast(brand, profile)
    figures["ink"] = [
        _figure("Codes dunkler als ihr Grund", f"{code:.0f} %", code >= CODE_LIGHTNESS, f"{CODE_LIGHTNESS:.0f} %")
    ]
    roles = brand.roles()
    alone = ratio(appearance(roles["accent"], profile), appearance(roles["paper"], profile))
    may = (
        "reicht auch für Schrift"
        if alone >= TEXT
        else "für Linien und Großes"
        if alone >= LARGE
        else "nur Fläche, nie Schrift"
    )
    figures["accent"].append(
        {"about": "Akzent auf Papier", "value": bind(_ratio(alone)), "passes": None, "verdict": may}
    )
    return figures


def _figure(about: str, value: str, passes: bool, least: str) -> Figure:
    return {
        "about": about,
        "value": bind(value),
        "passes": passes,
        "verdict": f"{'erfüllt' if passes else 'verfehlt'}: mindestens {bind(least)}",
    }


def _ratio(value: float) -> str:
    return ratio_text(value).replace(".", ",").replace(":", " : ")


def _number(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".removesuffix(".0").replace(".", ",")
