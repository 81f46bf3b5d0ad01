"""One project for all trials, and a way to try many files in it."""

import pytest
from trial import Case, End, trial_project, try_all


@pytest.fixture(scope="session")
def trial(tmp_path_factory):
    """`trial(cases)`: how each ended. The project is `trial.root`."""
    root = trial_project(tmp_path_factory.mktemp("trial") / "project")

    def run(cases: list[Case]) -> list[End]:
        return try_all(root, cases, tmp_path_factory.mktemp("cases"))

    run.root = root
    return run
