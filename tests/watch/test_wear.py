"""Wear: a watch that has built all day needs no more memory and holds no more files than one that has built a while."""

import os
from pathlib import Path
from statistics import median

import pytest

from tools import DECK
from watched import ONE, Watch, watching

BROKEN_EVERY = 3  # rounds
# Resident memory swings by a few MiB, as the allocator has it. Pictures of pages that are never let go, which is what a
# press forgets most easily, cost 4 MiB a round: 20 in five rounds.
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
    half = rounds // 2  # by then every part has been used, and caches that have a limit are full
    assert max(memory[half:]) - max(memory[:half]) <= MOST_MIB, memory
    assert max(held[half:]) <= max(held[:half]), held
