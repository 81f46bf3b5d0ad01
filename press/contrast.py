"""Contrast: whether a brand's colours can be read, and the nearest ones that can."""

from dataclasses import dataclass

from press.brand import Brand
from press.errors import Problem
from press.light import contrast, lightness
from press.model import Loaded
from press.palette import process, seen, to_hex
from press.profile import OutputProfile, Rgb

TEXT = 4.5  # WCAG 2.2, 1.4.3: text
LARGE = 3.0  # 1.4.3 and 1.4.11: large text, and lines that carry meaning
CODE_LIGHTNESS = 70.0  # L* between a code and its ground
STEPS = 100  # of the way to black or white, when looking for a colour that passes

# Foreground role, background role, least ratio, what is set so.
PAIRS = (
    ("ink", "paper", TEXT, "text on paper"),
    ("ink", "accent-soft", TEXT, "text on quiet areas"),
    ("on-accent", "accent", TEXT, "text on the accent"),
)


@dataclass(frozen=True)
class Pair:
    """Two roles that meet, as they are seen, and how well they part."""

    over: str
    under: str
    least: float
    use: str
    ratio: float


def pairs(brand: Brand, profile: OutputProfile) -> list[Pair]:
    """Every pair of roles that carries text, with the worse ratio of print and screen."""
    roles = brand.roles()
    looks = [{role: profile.shown(process(colour, profile)) for role, colour in roles.items()},
             {role: seen(colour, profile) for role, colour in roles.items()}]
    return [Pair(over, under, least, use, min(contrast(look[over], look[under]) for look in looks)) for over, under, least, use in PAIRS]


def check_contrast(brand: Loaded[Brand], profile: OutputProfile) -> list[Problem]:
    """Every pair that is too weak, codes on a ground too dark, and an accent with too much ink."""
    roles, problems = brand.value.roles(), []
    for pair in pairs(brand.value, profile):
        if pair.ratio < pair.least:
            mover, fixed = ("accent", "on-accent") if pair.under == "accent" else (pair.under, pair.over)
            better = nearest(seen(roles[mover], profile), seen(roles[fixed], profile), pair.least)
            problems.append(Problem(
                brand.where("colours", mover), f"{pair.use}: {pair.over} on {pair.under} has a contrast of {pair.ratio:.1f}:1, {pair.least}:1 is needed",
                _proposal(mover, better, profile) + _other_text(pair, roles, profile)))
    apart = lightness(seen(roles["paper"], profile)) - lightness(seen(roles["ink"], profile))
    if apart < CODE_LIGHTNESS:
        problems.append(Problem(brand.where("colours", "ink"), f"codes: ink and paper differ by {apart:.0f} % in lightness, {CODE_LIGHTNESS:.0f} % is needed",
                                "set ink to cmyk: [0, 0, 0, 100] and paper to cmyk: [0, 0, 0, 0]"))
    return problems + _too_much_ink(brand, profile) + _mixed_black(brand, profile)


def nearest(colour: Rgb, against: Rgb, least: float) -> Rgb:
    """The closest colour, on the way to black or to white, that reaches the ratio."""
    for step in range(STEPS + 1):
        for end in ((0, 0, 0), (255, 255, 255)):
            moved = tuple(round(a + (b - a) * step / STEPS) for a, b in zip(colour, end))
            if contrast(moved, against) >= least:
                return moved
    return (0, 0, 0) if contrast((0, 0, 0), against) > contrast((255, 255, 255), against) else (255, 255, 255)


def _proposal(role: str, colour: Rgb, profile: OutputProfile) -> str:
    inks = ", ".join(f"{part:g}" for part in profile.separate(colour))
    return f"set {role} to {to_hex(colour)} (cmyk: [{inks}])"


def _other_text(pair: Pair, roles: dict, profile: OutputProfile) -> str:
    """On an accent, turning the text from black to white (or back) is the smaller change, where it is enough."""
    if pair.over != "on-accent":
        return ""
    for name, text, inks in (("black", (0, 0, 0), "0, 0, 0, 100"), ("white", (255, 255, 255), "0, 0, 0, 0")):
        if contrast(text, seen(roles["accent"], profile)) >= pair.least:
            return f", or on-accent to {name} (cmyk: [{inks}])"
    return ""


def _too_much_ink(brand: Loaded[Brand], profile: OutputProfile) -> list[Problem]:
    problems = []
    for role, colour in brand.value.roles().items():
        if (total := sum(process(colour, profile))) > profile.ink_limit:
            lighter = profile.separate(seen(colour, profile))
            problems.append(Problem(brand.where("colours", role), f"{total:.0f} % of ink, {profile.condition} takes {profile.ink_limit:.0f} %",
                                    f"set {role} to cmyk: [{', '.join(f'{part:g}' for part in lighter)}]"))
    return problems


def _mixed_black(brand: Loaded[Brand], profile: OutputProfile) -> list[Problem]:
    """Small type must stand on one plate, or on none."""
    roles = brand.value.roles()
    return [
        Problem(brand.where("colours", role), f"{role} is set for small type and is not black alone",
                f"set {role} to cmyk: [0, 0, 0, 100]" + (" or cmyk: [0, 0, 0, 0]" if role == "on-accent" else ""))
        for role in ("ink", "on-accent") if any(process(roles[role], profile)[:3])]
