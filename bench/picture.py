"""The picture: what a board costs on each lane, of what it costs on the press, as SVG."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from bench.figures import PREFLIGHTED, PRESS, figures
from bench.runs import Tried
from bench.tables import ratio

WIDTH = 860
LEFT, RIGHT = 220, 130  # beside the scale: names, room for what stands beside the last dot
TOP, ROW, BOTTOM = 92, 36, 50
DOT = 7.5
HALO = 4  # paper around text, so that no line of the scale runs through it
PAPER, INK, QUIET, GRID, ACCENT, OTHERS = "#ffffff", "#1d1d1b", "#6b6b66", "#dedcd5", "#ffc70a", "#4d5b66"
FONT = "font-family=\"'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\""
TITLE = "What a board costs, set and finished for print"


@dataclass(frozen=True)
class Spot:
    """A lane: its cost, where the press's is 1, what stands beside it, and the press's cost with preflight."""

    label: str
    cost: float
    beside: str
    preflighted: float | None = None


def picture(tried: list[Tried]) -> str | None:
    """Every lane at the largest number of boards it has a figure for, the cheapest first; None without the press."""
    spots, count = _spots(tried)
    if not spots:
        return None
    costs = [cost for spot in spots for cost in (spot.cost, spot.preflighted) if cost]
    low, high = floor(log10(min(costs))), ceil(log10(max(costs)))
    height = TOP + ROW * len(spots) + BOTTOM
    rows = (_row(spot, TOP + ROW * (place + 0.5), low, high) for place, spot in enumerate(spots))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" {FONT} fill="{INK}">',
            f'<rect width="{WIDTH}" height="{height}" rx="10" fill="{PAPER}"/>',
            _text(28, 38, TITLE, 20, weight=700),
            _text(
                28,
                62,
                f"Processor time a board, where the press is 1; {count:,} different A4 boards. Further left is faster.",
                14,
                QUIET,
            ),
            *_scale(low, high, height),
            *(part for row in rows for part in row),
            "</svg>",
            "",
        ]
    )


def _spots(tried: list[Tried]) -> tuple[list[Spot], int]:
    """The lanes, and how many boards most of them made. Figures are compared only with those of as many boards."""
    found = figures(tried)
    count = max((count for name, count in found if name == PRESS), default=0)
    spots = []
    for lane in dict.fromkeys(one.lane for one in tried):
        own = max((own for name, own in found if name == lane.name and (PRESS, own) in found), default=None)
        if own:
            made, press = found[lane.name, own], found[PRESS, own]
            note = "" if own == count else f" at {own:,} boards"
            ours = lane.name == PRESS
            spots.append(
                Spot(
                    lane.label,
                    made.made / press.made,
                    f"{ratio(made.made / press.made)} ×{note}",
                    made.of(*PREFLIGHTED) / made.made if ours else None,
                )
            )
    return sorted(spots, key=lambda spot: spot.cost), count


def _scale(low: int, high: int, height: int) -> list[str]:
    bottom, parts = height - BOTTOM, []
    for power in range(low, high + 1):
        x = _x(10.0**power, low, high)
        parts += [
            f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="{INK if power == 0 else GRID}"/>',
            _text(x, bottom + 20, f"{10.0**power:g} ×", 13, QUIET, "middle"),
        ]
    return [
        *parts,
        _text(WIDTH - 28, height - 12, "Logarithmic scale: each line is ten times the one before", 12, QUIET, "end"),
    ]


def _row(spot: Spot, y: float, low: int, high: int) -> list[str]:
    x, ours = _x(spot.cost, low, high), spot.preflighted
    name = _text(LEFT - 24, y + 5, spot.label, 15, anchor="end", weight=700 if ours else 400)
    if not ours:
        return [name, _dot(x, y, DOT, OTHERS, OTHERS), _text(x + 15, y + 5, spot.beside, 15)]
    end = _x(ours, low, high)
    return [
        name,
        f'<path d="M{x:.1f} {y}H{end:.1f}" stroke="{ACCENT}" stroke-width="4"/>',
        _dot(end, y, DOT - 2, PAPER, INK),
        _dot(x, y, DOT, ACCENT, INK),
        _text(end + 13, y + 5, "read and preflighted, too", 14, QUIET),
    ]


def _dot(x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>'


def _x(cost: float, low: int, high: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (log10(cost) - low) / (high - low)


def _text(x: float, y: float, text: str, size: int, fill: str = INK, anchor: str = "start", weight: int = 400) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" font-weight="{weight}" '
        f'stroke="{PAPER}" stroke-width="{HALO}" paint-order="stroke">{escape(text)}</text>'
    )
