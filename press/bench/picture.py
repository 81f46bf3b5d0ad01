"""The picture: what a board costs on each lane, on a logarithmic scale, as SVG."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from press.bench.figures import PREFLIGHTED, PRESS, Figure, figures
from press.bench.runs import Tried
from press.bench.tables import ratio

WIDTH = 860
LEFT, RIGHT = 210, 150  # beside the scale: names, ratios
TOP, ROW, BOTTOM = 84, 38, 46
DOT = 7.5
HALO = 4  # paper around text, so that no line of the scale runs through it
PAPER, INK, QUIET, GRID, ACCENT, OTHERS = "#ffffff", "#1d1d1b", "#6b6b66", "#dedcd5", "#ffc70a", "#4d5b66"
FONT = "font-family=\"'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\""


@dataclass(frozen=True)
class Spot:
    """One lane: its cost in ms a board, and what stands beside it."""

    label: str
    cost: float
    beside: str
    ours: bool = False
    preflighted: float | None = None


def picture(tried: list[Tried]) -> str | None:
    """Every lane at the largest number of boards it has a figure for, the cheapest first; None if there is no press to compare with."""
    spots, count = _spots(tried)
    if not spots:
        return None
    costs = [cost for spot in spots for cost in (spot.cost, spot.preflighted) if cost]
    low, high = floor(log10(min(costs))), ceil(log10(max(costs)))
    height = TOP + ROW * len(spots) + BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" {FONT} fill="{INK}">',
        f'<rect width="{WIDTH}" height="{height}" rx="10" fill="{PAPER}"/>',
        _text(28, 36, "What a board costs, set and finished for print", 20, weight=700),
        _text(28, 60, f"Processor time a board, {count:,} different A4 boards; further left is faster", 14, QUIET),
        *_scale(low, high, height)]
    for place, spot in enumerate(spots):
        parts += _row(spot, TOP + ROW * (place + 0.5), low, high)
    return "\n".join([*parts, "</svg>", ""])


def _spots(tried: list[Tried]) -> tuple[list[Spot], int]:
    found = figures(tried)
    count = max((count for name, count in found if name == PRESS), default=0)
    spots = []
    for lane in dict.fromkeys(one.lane for one in tried):
        counts = [own for name, own in found if name == lane.name and own <= count]
        if counts and (PRESS, max(counts)) in found:
            spots.append(_spot(lane.name, lane.label, found, max(counts), count))
    return sorted(spots, key=lambda spot: spot.cost), count


def _spot(name: str, label: str, found: dict[tuple[str, int], Figure], own: int, count: int) -> Spot:
    """Ratios are between figures of the same number of boards."""
    made, press = found[name, own], found[PRESS, own]
    note = "" if own == count else f" at {own:,} boards"
    if name == PRESS:
        return Spot(label, made.made, "", True, made.of(*PREFLIGHTED))
    return Spot(label, made.made, f"{ratio(made.made / press.made)} × the press{note}")


def _scale(low: int, high: int, height: int) -> list[str]:
    bottom = height - BOTTOM
    parts = []
    for power in range(low, high + 1):
        x = _x(10.0**power, low, high)
        parts += [f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="{GRID}"/>', _text(x, bottom + 20, f"{10.0**power:g} ms", 13, QUIET, "middle")]
    return [*parts, _text(WIDTH - 28, height - 12, "Logarithmic scale: each line is ten times the one before", 12, QUIET, "end")]


def _row(spot: Spot, y: float, low: int, high: int) -> list[str]:
    x, fill = _x(spot.cost, low, high), ACCENT if spot.ours else OTHERS
    parts = [_text(LEFT - 22, y + 5, spot.label, 15, anchor="end", weight=700 if spot.ours else 400),
             f'<circle cx="{x:.1f}" cy="{y}" r="{DOT}" fill="{fill}" stroke="{INK}" stroke-width="{1.5 if spot.ours else 0}"/>']
    if spot.preflighted:
        end = _x(spot.preflighted, low, high)
        parts[1:1] = [f'<path d="M{x:.1f} {y}H{end:.1f}" stroke="{ACCENT}" stroke-width="4"/>',
                      f'<circle cx="{end:.1f}" cy="{y}" r="{DOT - 2}" fill="{PAPER}" stroke="{INK}" stroke-width="1.5"/>']
        return [*parts, _text(end + 14, y + 5, "and read and preflighted", 14, QUIET)]
    return [*parts, _text(x + 15, y + 5, spot.beside, 15)]


def _x(cost: float, low: int, high: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (log10(cost) - low) / (high - low)


def _text(x: float, y: float, text: str, size: int, fill: str = INK, anchor: str = "start", weight: int = 400) -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" font-weight="{weight}" '
            f'stroke="{PAPER}" stroke-width="{HALO}" paint-order="stroke">{escape(text)}</text>')
