"""Wear: a watch that has built all day needs no more memory and holds no more files than one that has built a while."""

import os
from pathlib import Path
from statistics import median

import pytest

from tools import DECK
from watched import ONE, Watch, watching

BROKEN_EVERY = 3  # rounds
WARM = 5  # rounds, after which every part has been used and what the press keeps on purpose is there
# A leak grows round by round, so its halves lie apart by as much as one half has leaked. What is no leak: resident memory
# swings by 20 MiB and may step up once, as Typst's threads take turns at the allocator's arenas; the median tells neither.
# Pictures that are never let go, which is what a press forgets most easily, cost 4 MiB a round.
MOST_MIB = 8


def resident(watch: Watch) -> float:
    """Its resident memory in MiB."""
    (line,) = [line for line in Path(f"/proc/{watch.process.pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def opened(watch: Watch) -> int:
    return len(os.listdir(f"/proc/{watch.process.pid}/fd"))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="what a process holds is read from /proc, which is Linux's")
def test_a_long_day_wears_nothing_out(sample, often):
    rounds, options = often(10, 200), often(ONE, ())
    memory, held = [], []
    with watching(sample, *options) as watch:
        watch.line(), watch.line()
        for n in range(1, rounds + 1):
            if n % BROKEN_EVERY == 0:
                assert "1 problem" in watch.say(f"Kaputt : in Runde {n}: ja") and watch.line()
            else:
                said = watch.say(f"{'Gesagt' if n % 2 else 'Anders gesagt'} in Runde {n}.")
                assert said.startswith(f"{DECK}: set anew"), said
            memory.append(resident(watch))
            held.append(opened(watch))
    half = (WARM + rounds) // 2
    assert median(memory[half:]) - median(memory[WARM:half]) <= MOST_MIB, memory
    assert max(held[WARM:]) <= max(held[:WARM]), held
