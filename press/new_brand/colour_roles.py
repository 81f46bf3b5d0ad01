"""Roles for the colours somebody names: which is the ground, what is written on it, and what goes with it."""

from dataclasses import dataclass

from press.brand.brand import Colour
from press.brand.contrast import TEXT, appearance, nearest, ratio
from press.brand.palette import screen_colour
from press.colour.colour_values import BLACK, WHITE, Rgb, from_hex, printable, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import chroma, lightness, mixed
from press.language.message import Message, _
from press.new_brand.written_colours import shown

# A ground shows from afar: colourful enough, lighter than black outlines, darker than paper.
COLOURFUL = 0.08  # Oklab chroma
DARKEST, LIGHTEST = 18, 92  # L*
NEARLY_AS_GOOD = 0.8  # of the best: then the first one named is taken

SOFT, SOFT_CHROMA = 90, 0.07  # of a quiet ground: L* at least, Oklab chroma at most
MOST_OF_ACCENT = 45  # % of a colour in its tint
LEAST_OF_SECOND = 20  # %: a paler tint is pink for red, gray for navy, and nobody takes it for the colour
WEAK = 0.4  # as a ground: from here on it is worth a word


@dataclass(frozen=True)
class Roles:
    """A colour for each role, what is to be said about them, and the colours that got none, each with the reason."""

    colours: dict[str, Colour]  # by the names templates use
    notes: tuple[Message, ...]
    unused: tuple[tuple[Colour, Message], ...]


def propose(given: tuple[Colour, ...], profile: OutputProfile) -> Roles:
    """Roles for one to three colours, so that whatever is written can be read in print and on a screen."""
    ground = best_ground(given, profile)
    accent, text = readable(ground, profile)
    rest = [colour for colour in given if colour != ground and colour.hex not in (to_hex(BLACK), to_hex(WHITE))]
    soft, source = _soft(accent, rest, profile)

    notes = [
        _("accent: {ground}", ground=shown(ground))
        + (_(", the best of {count} for large areas", count=len(given)) if len(given) > 1 else "")
    ]
    if accent != ground:
        notes.append(_moved(ground, accent))
    notes.append(_("on-accent: {text}, which reads better on it", text=_("white") if text == WHITE else _("black")))
    notes.append(_("accent-soft: {note}", note=_soft_note(soft, source, profile)))
    if _as_ground(screen_colour(ground, profile)) < WEAK:
        notes.append(
            _(
                "accent: no strong ground, sheets will look pale or gray; a deeper, more colourful one "
                "would carry further"
            )
        )
    unused = tuple((colour, _reason(colour, accent, source, profile)) for colour in rest if colour != source)
    notes += [
        _("{colour} has no role: {reason}; it stands in brand.yaml as a comment", colour=shown(colour), reason=reason)
        for colour, reason in unused
    ]
    roles = {
        "ink": _of(BLACK),
        "paper": _of(WHITE),
        "accent": accent,
        "accent-soft": soft,
        "on-accent": _of(text),
    }
    return Roles(roles, tuple(notes), unused)


def best_ground(given: tuple[Colour, ...], profile: OutputProfile) -> Colour:
    """The colour that makes the best large area; the first of those that are about as good."""
    worth = [_as_ground(screen_colour(colour, profile)) for colour in given]
    return next(colour for colour, value in zip(given, worth) if value >= NEARLY_AS_GOOD * max(worth))


def readable(ground: Colour, profile: OutputProfile) -> tuple[Colour, Rgb]:
    """The ground, or the nearest one that passes, and black or white, whichever reads better on it."""
    look = appearance(ground, profile)
    ratios = {text: ratio((text, text), look) for text in (BLACK, WHITE)}
    if max(ratios.values()) >= TEXT:
        return ground, max(ratios, key=lambda text: ratios[text])
    if ground.cmyk:  # with a screen colour too far from it: the ink stays, and the screen shows what it looks like
        return readable(ground.model_copy(update={"hex": None}), profile)
    ways = [(nearest(look[1], (text, text), TEXT, profile), text) for text in (BLACK, WHITE)]
    moved, text = min(ways, key=lambda way: abs(lightness(way[0]) - lightness(look[1])))
    return _of(moved), text


def tint(colour: Colour, profile: OutputProfile) -> tuple[Colour, int]:
    """The strongest tint of a colour that is a quiet ground, from the inks it is printed in, and how much of it that
    is, in %; paper and 0, if none is."""
    tints = ((_thinned(colour, share), share) for share in range(MOST_OF_ACCENT, 0, -1))
    return next((way for way in tints if _quiet(way[0], profile)), (_of(WHITE), 0))


def _thinned(colour: Colour, share: int) -> Colour:
    """A share of a colour, in %."""
    if colour.spot:
        return Colour(spot=colour.spot, cmyk=colour.cmyk, tint=share)
    if colour.cmyk:
        cyan, magenta, yellow, black = (printable(round(part * share / 100)) for part in colour.cmyk)
        return Colour(cmyk=(cyan, magenta, yellow, black))
    assert colour.hex is not None  # the model demands one of them
    return _of(mixed(WHITE, from_hex(colour.hex), share / 100))


def _soft(accent: Colour, rest: list[Colour], profile: OutputProfile) -> tuple[Colour, Colour | None]:
    """The quiet ground, and which of the other colours it was made of."""
    if quiet := next((colour for colour in rest if _quiet(colour, profile)), None):
        return quiet, quiet
    seconds = (colour for colour in rest if _goes_with(colour, accent, profile))
    for second, (pale, share) in ((second, tint(second, profile)) for second in seconds):
        if share >= LEAST_OF_SECOND:
            return pale, second
    return tint(accent, profile)[0], None


def _goes_with(colour: Colour, accent: Colour, profile: OutputProfile) -> bool:
    """Whether it is a colour beside the accent, and can be printed where that is."""
    return chroma(screen_colour(colour, profile)) >= COLOURFUL and bool(colour.spot or not accent.spot)


def _reason(colour: Colour, accent: Colour, source: Colour | None, profile: OutputProfile) -> Message:
    """Why a colour got none of the roles."""
    if source is not None:
        return _("accent and accent-soft are taken, and text is black alone or no ink")
    if accent.spot and not colour.spot:
        return _(
            "quiet areas are a tint of {spot}, so that orders in spot colours can be printed, too", spot=accent.spot
        )
    if chroma(screen_colour(colour, profile)) < COLOURFUL:
        return _("it is nearly gray, and text is black alone or no ink, so that small type stands on one plate")
    share = tint(colour, profile)[1]
    return _("behind text only {share} % of it would be pale enough, which nobody takes for it", share=share)


def _moved(ground: Colour, accent: Colour) -> Message:
    if ground.cmyk:
        return _(
            "accent: neither black nor white can be read on both {ground} and {hex}; screens show "
            "what the ink looks like",
            ground=shown(ground),
            hex=ground.hex,
        )
    return _(
        "accent: {hex} is too dark for black and too light for white in print; {accent} is the "
        "nearest that can be read",
        hex=ground.hex,
        accent=accent.hex,
    )


def _soft_note(soft: Colour, source: Colour | None, profile: OutputProfile) -> Message:
    look = to_hex(screen_colour(soft, profile))
    if source is None:
        return _("{look}, a tint of the accent", look=look)
    if source == soft:
        return _("{soft}, as you gave it", soft=shown(soft))
    return _("{look}, a tint of {source}, on which black can be read with ease", look=look, source=shown(source))


def _quiet(colour: Colour, profile: OutputProfile) -> bool:
    """Whether a colour is pale however it is seen; black text on it is then far above what it needs."""
    looks = appearance(colour, profile)
    return WHITE not in looks and all(lightness(look) >= SOFT and chroma(look) <= SOFT_CHROMA for look in looks)


def _as_ground(colour: Rgb) -> float:
    """From 0 to 1."""
    light = lightness(colour)
    clear = min(1.0, light / DARKEST, (100 - light) / (100 - LIGHTEST))
    return (0.05 + min(1.0, chroma(colour) / COLOURFUL)) / 1.05 * max(0.05, clear)


def _of(colour: Rgb) -> Colour:
    """A colour as screens have it, its inks through the profile."""
    return Colour(hex=to_hex(colour))
