"""Functions of a PDF (ISO 32000-1, 7.10) as tints and gradients use them: from some numbers to some others."""

from typing import Any

from pikepdf import Array, Object

from press.brand.logo.faults import refused
from press.language.message import _

Values = tuple[float, ...]

MAX_SAMPLES = 4_096
SAMPLES = 16  # points of a curve that stand for it
MAX_COURSE = 64  # points of a table that do


def evaluate(function: Object, values: Values, whose: str) -> Values:
    """The function's values. Raises UnprintableError, naming whose it is, for one that would have to be run."""
    if isinstance(function, Array):
        return tuple(part for one in function for part in evaluate(one, values, whose))
    values = tuple(
        min(max(value, float(low)), float(high))
        for value, low, high in zip(values, list(function.Domain)[::2], list(function.Domain)[1::2])
    )
    kind = int(function.FunctionType)
    if kind == 2:
        return _exponential(function, values[0])
    if kind == 3:
        part, inner = _stitched(function, values[0])
        return evaluate(part, (inner,), whose)
    if kind == 0 and len(values) == 1:
        return _sampled(function, values[0])
    raise refused(_("{whose} by a program of its own", whose=whose), _("export it in CMYK"))


def course(function: Object, whose: str) -> list[tuple[float, Values]]:
    """A function of one number as a course of straight pieces: places and values, two at a place where it jumps."""
    if isinstance(function, Array):
        places = sorted({place for one in function for place, _values in course(one, whose)})
        return [(place, evaluate(function, (place,), whose)) for place in places]
    low, high = float(function.Domain[0]), float(function.Domain[1])
    if int(function.FunctionType) == 3:
        ends, found = [low, *map(float, function.Bounds), high], []
        for number, (part, first, last) in enumerate(zip(function.Functions, ends, ends[1:])):
            inner = course(part, whose)
            if float(function.Encode[2 * number]) > float(function.Encode[2 * number + 1]):
                inner = [(inner[-1][0] + inner[0][0] - place, values) for place, values in reversed(inner)]
            start, span = inner[0][0], (inner[-1][0] - inner[0][0]) or 1.0
            found += [(first + (last - first) * (place - start) / span, values) for place, values in inner]
        return found
    count = 2
    if int(function.FunctionType) == 2 and float(function.N) != 1:
        count = SAMPLES
    elif int(function.FunctionType) == 0:
        count = max(min(int(function.Size[0]), MAX_COURSE), 2)
    places = [low + (high - low) * step / (count - 1) for step in range(count)]
    return [(place, evaluate(function, (place,), whose)) for place in places]


def _exponential(function: Object, value: float) -> Values:
    first: Any = function.get("/C0", [0])
    last: Any = function.get("/C1", [1])
    share = value ** float(function.N) if value or float(function.N) > 0 else 0.0
    return tuple(float(a) + share * (float(b) - float(a)) for a, b in zip(list(first), list(last)))


def _stitched(function: Object, value: float) -> tuple[Object, float]:
    ends = [float(function.Domain[0]), *map(float, function.Bounds), float(function.Domain[1])]
    count = len(function.Functions)
    part = next((n for n in range(count - 1) if value < ends[n + 1]), count - 1)
    share = (value - ends[part]) / (ends[part + 1] - ends[part]) if ends[part + 1] > ends[part] else 0.0
    low, high = float(function.Encode[2 * part]), float(function.Encode[2 * part + 1])
    return function.Functions[part], low + share * (high - low)


def _sampled(function: Object, value: float) -> Values:
    count, bits, ranges = int(function.Size[0]), int(function.BitsPerSample), [float(part) for part in function.Range]
    outputs = len(ranges) // 2
    if bits not in (8, 16) or not 1 <= count <= MAX_SAMPLES:
        raise refused(_("a colour by an unusual table"), _("export it in CMYK"))
    low, high = float(function.Domain[0]), float(function.Domain[1])
    encode = [float(part) for part in function.get("/Encode", [0, count - 1])]
    decode = [float(part) for part in function.get("/Decode", ranges)]
    place = encode[0] + (value - low) / ((high - low) or 1.0) * (encode[1] - encode[0])
    place = min(max(place, 0.0), count - 1.0)
    data, size = function.read_bytes(), bits // 8

    def sample(index: int, output: int) -> float:
        start = (index * outputs + output) * size
        level = int.from_bytes(data[start : start + size]) / float(2**bits - 1)
        return decode[2 * output] + level * (decode[2 * output + 1] - decode[2 * output])

    before = min(int(place), max(count - 2, 0))
    after, share = min(before + 1, count - 1), place - before
    return tuple(sample(before, n) * (1 - share) + sample(after, n) * share for n in range(outputs))
