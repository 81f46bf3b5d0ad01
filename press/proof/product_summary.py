"""What a product is: its purpose, how its boards play, and its inks, in German."""

from dataclasses import dataclass

from press.bingo.odds import odds
from press.brand.brand import Brand
from press.brand.palette import Token, print_palette, screen_colour
from press.colour.colour_values import to_hex
from press.colour.icc_profile import OutputProfile
from press.delivery.ticket.product_facts import Facts
from press.order.product import Product

_INKS = {"accent": "Grundfarbe", "accent-soft": "Helle Fläche", "ink": "Schrift", "on-accent": "Schrift auf Grundfarbe"}


@dataclass(frozen=True)
class Ink:
    role: str
    look: str  # sRGB, #rrggbb
    parts: str


def purpose(product: Product) -> str | None:
    if product.layout.purpose or not product.deal:
        return product.layout.purpose
    return f"Zum Spielen: auf jedem Feld {len(product.deal.grid.slots)} Sprüche, kein Feld wie das andere"


def play_facts(product: Product) -> Facts:
    """How its boards play: name and value."""
    if not product.deal:
        return ()
    found = odds(product.deal, product.players)
    span = f", meist nach {found.calls_low} bis {found.calls_high}" if found.calls_low != found.calls_high else ""
    return (
        ("Erstes Bingo", f"nach {found.calls} Sprüchen{span}"),
        ("Mehrere Sieger", f"in {found.shared * 100:.0f}\u00a0% der Runden"),
    )


def inks(brand: Brand, profile: OutputProfile, colours: str) -> tuple[Ink, ...]:
    """The inks of a brand's colours by role, those without ink left out, each look once."""
    roles = brand.roles()
    found: dict[str, Ink] = {}
    for role, token in print_palette(brand, profile, colours).items():
        if role in _INKS and any(token["cmyk"]):
            named = "spot" in token
            parts = (
                _spot(token)
                if named
                else " ".join(f"{plate}\u00a0{part:g}" for plate, part in zip("CMYK", token["cmyk"]) if part)
            )
            look = screen_colour(roles[role], profile) if named else profile.soft_proof(token["cmyk"])
            found.setdefault(parts, Ink(_INKS[role], to_hex(look), parts))
    return tuple(found.values())


def _spot(token: Token) -> str:
    return token["spot"] if token["tint"] == 100 else f"{token['spot']}, {token['tint']:g}\u00a0%"
