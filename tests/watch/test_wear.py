"""Wear: a watch that has built all day needs no more memory and holds no more files than one that has built a while."""

import os
from pathlib import Path
from statistics import median

import pytest
from tools import DECK
from watched import ONE, Watch, watching

BROKEN_EVERY = 3  # rounds
WARM = 5  # rounds, after which every part has been used and what the press keeps on purpose is there
# In MiB, between the medians of the two halves after that: what leaks each round lies between them as often as one half
# has rounds. The page pictures that a press forgets most easily cost 4 MiB a round, 400 between the halves. No leak of
# ours: Typst keeps each file name and string that it has met, 20 kB a round, and the allocator's holes are three times
# that: 10 was measured.
ROUNDS, MOST_MIB = 200, 16


def resident(watch: Watch) -> float:
    """Its resident memory in MiB."""
    (line,) = [
        line for line in Path(f"/proc/{watch.process.pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    ]
    return int(line.split()[1]) / 1024


def opened(watch: Watch) -> int:
    return len(os.listdir(f"/proc/{watch.process.pid}/fd"))


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="what a process holds is read from /proc, which is Linux's"
)
@pytest.mark.thorough
def test_a_long_day_wears_nothing_out(sample):
    memory, held = [], []
    with watching(sample, *ONE) as watch:
        watch.line(), watch.line()
        for n in range(1, ROUNDS + 1):
            if n % BROKEN_EVERY == 0:
                assert "1 problem" in watch.say(f"Kaputt : in Runde {n}: ja") and watch.line()
            else:
                said = watch.say(f"{'Gesagt' if n % 2 else 'Anders gesagt'} in Runde {n}.")
                assert said.startswith(f"{DECK}: set anew"), said
            memory.append(resident(watch))
            held.append(opened(watch))
    half = (WARM + ROUNDS) // 2
    assert median(memory[half:]) - median(memory[WARM:half]) <= MOST_MIB, memory
    assert max(held[WARM:]) <= max(held[:WARM]), held
