"""Roles for the colours somebody names: which is the ground, what is written on it, and what goes with it."""

from dataclasses import dataclass

from press.brand.contrast import TEXT, nearest
from press.colour.colour_values import BLACK, WHITE, Rgb, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import chroma, contrast, lightness, mixed

# A ground shows from afar: colourful enough, lighter than black outlines, darker than paper.
COLOURFUL = 0.08  # Oklab chroma
DARKEST, LIGHTEST = 18, 92  # L*
NEARLY_AS_GOOD = 0.8  # of the best: then the first one named is taken

SOFT, SOFT_CHROMA = 90, 0.07  # of a quiet ground: L* at least, Oklab chroma at most
MOST_OF_ACCENT = 45  # % of the accent in its tint
WEAK = 0.4  # as a ground: from here on it is worth a word


@dataclass(frozen=True)
class Roles:
    """A colour for each role, what is to be said about them, and the colours that got none."""

    colours: dict[str, Rgb]  # by the names templates use
    notes: tuple[str, ...]
    unused: tuple[Rgb, ...]


def propose(given: tuple[Rgb, ...], profile: OutputProfile) -> Roles:
    """Roles for one to three colours, so that whatever is written can be read in print and on a screen."""
    ground = best_ground(given)
    accent, text = readable(ground, profile)
    rest = [colour for colour in given if colour != ground]
    light = next((colour for colour in rest if _quiet(colour, profile.soft_proof(profile.separate(colour)))), None)
    soft = light or tint(accent, profile)

    notes = [f"accent: {to_hex(ground)}" + (f", the best of {len(given)} for large areas" if rest else "")]
    if accent != ground:
        notes.append(
            f"accent: {to_hex(ground)} is too dark for black and too light for white in print; "
            f"{to_hex(accent)} is the nearest that can be read"
        )
    notes.append(f"on-accent: {'white' if text == WHITE else 'black'}, which reads better on it")
    notes.append(f"accent-soft: {to_hex(soft)}, {'as you gave it' if light else 'a tint of the accent'}")
    if _as_ground(ground) < WEAK:
        notes.append(
            "accent: no strong ground, sheets will look pale or gray; a deeper, more colourful one would carry further"
        )
    unused = tuple(
        colour for colour in rest if colour not in (light, BLACK, WHITE)
    )  # black and white are ink and paper anyway
    notes += [f"{to_hex(colour)} has no role; it stands in brand.yaml as a comment" for colour in unused]
    return Roles(
        {"ink": BLACK, "paper": WHITE, "accent": accent, "accent-soft": soft, "on-accent": text}, tuple(notes), unused
    )


def best_ground(given: tuple[Rgb, ...]) -> Rgb:
    """The colour that makes the best large area; the first of those that are about as good."""
    best = max(map(_as_ground, given))
    return next(colour for colour in given if _as_ground(colour) >= NEARLY_AS_GOOD * best)


def readable(ground: Rgb, profile: OutputProfile) -> tuple[Rgb, Rgb]:
    """The ground, or the nearest one that passes, and black or white, whichever reads better on it."""
    ways = [(nearest(ground, (text, text), TEXT, profile), text) for text in (BLACK, WHITE)]
    passing = [text for moved, text in ways if moved == ground]
    if passing:
        return ground, max(passing, key=lambda text: contrast(text, ground))
    return min(ways, key=lambda way: abs(lightness(way[0]) - lightness(ground)))


def tint(accent: Rgb, profile: OutputProfile) -> Rgb:
    """The strongest tint of the accent that is a quiet ground."""
    tints = [mixed(WHITE, accent, share / 100) for share in range(MOST_OF_ACCENT, 0, -1)]
    return next(
        (
            colour
            for colour, inks in zip(tints, profile.separate_all(tints))
            if _quiet(colour, profile.soft_proof(inks))
        ),
        WHITE,
    )


def _quiet(*looks: Rgb) -> bool:
    """Whether a colour is pale however it is seen; black text on it is then far above what it needs."""
    return WHITE not in looks and all(lightness(look) >= SOFT and chroma(look) <= SOFT_CHROMA for look in looks)


def _as_ground(colour: Rgb) -> float:
    """From 0 to 1."""
    light = lightness(colour)
    clear = min(1.0, light / DARKEST, (100 - light) / (100 - LIGHTEST))
    return (0.05 + min(1.0, chroma(colour) / COLOURFUL)) / 1.05 * max(0.05, clear)
