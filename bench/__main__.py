"""`python -m bench`: the same as `invoke bench`, for who measures without invoke."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from bench.options import BOARDS, RUNS, options
from bench.session import bench
from press.cli.output import print_problems
from press.errors import PressError
from press.paths import Project
from press.system.progress import Progress
from press.system.say import say

ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Measures, prints the tables, and gives the exit code."""
    parser = ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--boards", default=BOARDS, help="how many boards, comma-separated")
    parser.add_argument("--runs", default=RUNS, help="so many runs of each, in turn")
    parser.add_argument("--only", help="only these lanes, comma-separated")
    parser.add_argument("--large", action="store_true", help="50,000 boards, too")
    parser.add_argument("--readme", action="store_true", help="make the README's picture anew")
    wanted = parser.parse_args(arguments)
    try:
        chosen = options(wanted.boards, wanted.runs, wanted.only, wanted.large, wanted.readme)
        say(*bench(Project.at(ROOT), chosen, Progress()))
    except PressError as error:
        print_problems(error)
        return int(error.exit_code)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
