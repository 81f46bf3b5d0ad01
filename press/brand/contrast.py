"""Contrast: whether a brand's colours can be read, in print and on a screen, and the nearest ones that can."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from press.brand.brand import Brand, Colour
from press.brand.palette import process_inks, screen_colour
from press.colour.colour_values import BLACK, LEAST_DOT, WHITE, Cmyk, Rgb, printable, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import contrast, lightness, mixed
from press.errors import Problem
from press.language.message import Message, _
from press.schema.validation import Loaded

TEXT = 4.5  # WCAG 2.2, 1.4.3: text
LARGE = 3.0  # 1.4.3 and 1.4.11: large text, and lines that carry meaning
CODE_LIGHTNESS = 70.0  # L* between a code and its ground
STEPS = 100  # of the way to black or white, when looking for a colour that passes

# Foreground role, background role, least ratio, what is set so.
PAIRS = (
    ("ink", "paper", TEXT, _("text on paper")),
    ("ink", "accent-soft", TEXT, _("text on quiet areas")),
    ("on-accent", "accent", TEXT, _("text on the accent")),
)
SET_SMALL = ("ink", "on-accent")  # roles of small type, which must stand on one plate, or on none

Appearance = tuple[Rgb, Rgb]  # a colour in print, and on a screen
ALL_BLACK: Appearance = (BLACK, BLACK)


@dataclass(frozen=True)
class Pair:
    """Two roles that meet, and the worse of their ratios in print and on a screen."""

    over: str
    under: str
    least: float
    use: Message
    ratio: float

    @property
    def passes(self) -> bool:
        return self.ratio >= self.least


def appearance(colour: Colour, profile: OutputProfile) -> Appearance:
    """How a colour looks in print, and on a screen."""
    return profile.soft_proof(process_inks(colour, profile)), screen_colour(colour, profile)


def ratio(one: Appearance, other: Appearance) -> float:
    """The worse contrast of two colours, in print or on a screen."""
    return min(contrast(a, b) for a, b in zip(one, other))


def ratio_text(value: float) -> str:
    """A ratio to one decimal, rounded down: 4.46 must not look like 4.5."""
    return f"{floor(value * 10) / 10:.1f}:1"


def pairs(brand: Brand, profile: OutputProfile) -> list[Pair]:
    """Every pair of roles that carries text."""
    look = {role: appearance(colour, profile) for role, colour in brand.roles().items()}
    return [Pair(over, under, least, use, ratio(look[over], look[under])) for over, under, least, use in PAIRS]


def code_contrast(brand: Brand, profile: OutputProfile) -> float:
    """How much lighter than a code its ground is, in L*."""
    roles = brand.roles()
    return lightness(screen_colour(roles["paper"], profile)) - lightness(screen_colour(roles["ink"], profile))


def check_contrast(brand: Loaded[Brand], profile: OutputProfile) -> list[Problem]:
    """Every pair that is too weak, small type on several plates, codes on a ground too dark, too much ink.

    Each proposal passes when it is made: what must become black or white anyway is taken for it already.
    """
    roles = brand.value.roles()
    look = {role: appearance(colour, profile) for role, colour in roles.items()}
    mixed_black = [role for role in SET_SMALL if any(process_inks(roles[role], profile)[:3])]
    code = code_contrast(brand.value, profile)
    weak_ink = (
        any(not pair.passes for pair in pairs(brand.value, profile) if pair.over == "ink") or code < CODE_LIGHTNESS
    )
    text = {
        "ink": ALL_BLACK if weak_ink or "ink" in mixed_black else look["ink"],
        "on-accent": _end(look["accent"])[1] if "on-accent" in mixed_black else look["on-accent"],
    }

    if code < CODE_LIGHTNESS:
        look["paper"] = (WHITE, WHITE)

    problems = []
    for pair in pairs(brand.value, profile):
        lasting = ratio(text[pair.over], look[pair.under])
        if not pair.passes or lasting < pair.least:
            mover, fix = _proposal(pair, lasting, look, text, profile)
            problems.append(
                Problem(
                    brand.where("colours", mover),
                    _(
                        "{use}: {over} on {under} has a contrast of {ratio}, {least} is needed",
                        use=pair.use,
                        over=pair.over,
                        under=pair.under,
                        ratio=ratio_text(pair.ratio),
                        least=ratio_text(pair.least),
                    ),
                    fix,
                )
            )
    if code < CODE_LIGHTNESS:
        problems.append(
            Problem(
                brand.where("colours", "ink"),
                _(
                    "codes: ink and paper differ by {code:.0f} % in lightness, {least:.0f} % is needed",
                    code=code,
                    least=CODE_LIGHTNESS,
                ),
                _("{ink} and {paper}", ink=_neutral("ink", BLACK), paper=_neutral("paper", WHITE)),
            )
        )
    for role in mixed_black:
        problems.append(
            Problem(
                brand.where("colours", role),
                _("{role} is set for small type and is not black alone", role=role),
                _neutral(role, BLACK if role == "ink" else text[role][0]),
            )
        )
    return [*problems, *_too_much_ink(brand, profile), *_too_pale_ink(brand)]


def nearest(colour: Rgb, against: Appearance, least: float, profile: OutputProfile) -> Rgb:
    """The closest colour, on the way to black or to white, that reaches the ratio.

    Written as hex or as ink, in print and on a screen.
    """
    ways = [mixed(colour, end, step / STEPS) for step in range(STEPS + 1) for end in (BLACK, WHITE)]
    for moved, inks in zip(ways, profile.separate_all(ways)):
        if all(contrast(look, other) >= least for look in (moved, profile.soft_proof(inks)) for other in against):
            return moved
    return _end(against)[0]


def _proposal(
    pair: Pair, lasting: float, look: dict[str, Appearance], text: dict[str, Appearance], profile: OutputProfile
) -> tuple[str, Message]:
    """The role to change and how, for one weak pair: the text where black or white is enough, else the ground."""
    if lasting >= pair.least:
        return pair.over, _neutral(pair.over, text[pair.over][0])
    better = nearest(look[pair.under][1], text[pair.over], pair.least, profile)
    inks = ", ".join(f"{part:g}" for part in profile.separate(better))
    fix = _("set {under} to {colour} (cmyk: [{inks}])", under=pair.under, colour=to_hex(better), inks=inks)
    end, ends = _end(look[pair.under])
    if pair.over == "on-accent" and ratio(ends, look[pair.under]) >= pair.least:
        fix += _(", or {neutral}", neutral=_neutral(pair.over, end))
    return pair.under, fix


def _end(ground: Appearance) -> tuple[Rgb, Appearance]:
    """Black or white, whichever parts better from a ground."""
    best = max((BLACK, WHITE), key=lambda end: ratio((end, end), ground))
    return best, (best, best)


def _neutral(role: str, colour: Rgb) -> Message:
    name, inks = (_("white"), "0, 0, 0, 0") if colour == WHITE else (_("black"), "0, 0, 0, 100")
    return _("set {role} to {name} (cmyk: [{inks}])", role=role, name=name, inks=inks)


def _too_much_ink(brand: Loaded[Brand], profile: OutputProfile) -> Iterator[Problem]:
    """Of each colour, and of black text that is printed over it."""
    inks = {role: process_inks(colour, profile) for role, colour in brand.value.roles().items()}
    over = {under: inks[text][3] if not any(inks[text][:3]) else 0 for text, under, *_rest in PAIRS}
    for role, colour in brand.value.roles().items():
        black = over.get(role, 0)
        if (total := _total(inks[role], black)) > profile.ink_limit:
            shown = screen_colour(colour, profile)
            ways = profile.separate_all([mixed(shown, WHITE, step / STEPS) for step in range(STEPS + 1)])
            lighter = next(way for way in ways if _total(way, black) <= profile.ink_limit)
            yield Problem(
                brand.where("colours", role),
                _(
                    "{total:.0f} % of ink, {condition} takes {ink_limit:.0f} %",
                    total=total,
                    condition=profile.condition,
                    ink_limit=profile.ink_limit,
                ),
                _("set {role} to cmyk: [{inks}]", role=role, inks=", ".join(f"{part:g}" for part in lighter)),
            )


def _too_pale_ink(brand: Loaded[Brand]) -> Iterator[Problem]:
    """What a brand says in ink is printed as it says; what we work out ourselves keeps to the least dot."""
    for role, colour in brand.value.roles().items():
        if colour.cmyk and colour.tint == 100 and (pale := [part for part in colour.cmyk if 0 < part < LEAST_DOT]):
            nearest_inks = ", ".join(f"{printable(part):g}" for part in colour.cmyk)
            yield Problem(
                brand.where("colours", role),
                _(
                    "{least:g} % of an ink, dots of less than {dot:g} % do not hold on the plate",
                    least=min(pale),
                    dot=LEAST_DOT,
                ),
                _("set {role} to cmyk: [{inks}]", role=role, inks=nearest_inks),
            )


def _total(inks: Cmyk, black: float) -> float:
    """All ink, in %, where black is printed over it."""
    return sum(inks[:3]) + max(inks[3], black)
