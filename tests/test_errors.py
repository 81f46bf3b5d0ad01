"""The one form of mistakes: told once, all together, with the exit code they lead to."""

import pickle
from collections.abc import Callable

import pytest

from press.errors import Collector, Exit, PressError, Problem, collecting, refuse_if

ONE, OTHER, THIRD = (Problem(f"a.yaml:{line}", "b", "c") for line in (1, 2, 3))


def test_problems_are_told_once_and_nothing_is_no_problem():
    refuse_if([])
    with pytest.raises(PressError, match=r"a\.yaml:1: b; c$") as error:
        refuse_if(iter([ONE, ONE]))
    assert error.value.problems == (ONE,) and error.value.exit_code == 2


def refuse(*problems: Problem) -> None:
    raise PressError(problems)


def gathered(block: Callable[[Collector], object]) -> PressError:
    """What comes of a block that finds mistakes."""
    with pytest.raises(PressError) as error, collecting() as problems:
        block(problems)
    return error.value


def test_all_that_is_gathered_is_one_error():
    reached = []

    def block(problems: Collector) -> None:
        with problems.catching():
            refuse(ONE, OTHER)
        problems.add(iter([OTHER]))
        with problems.catching():
            reached.append(True)
            refuse(THIRD)

    error = gathered(block)
    assert reached and error.problems == (ONE, OTHER, THIRD) and error.exit_code == Exit.WRONG_INPUT


def test_where_nothing_is_wrong_it_goes_on():
    with collecting() as problems:
        assert problems.map(int, ["1", "2"]) == [1, 2]
        problems.add([])


def test_each_thing_is_tried_and_only_the_sound_ones_come_back():
    def load(number: int) -> int:
        if number % 2:
            raise PressError(Problem(f"a.yaml:{number}", "b", "c"))
        return number

    def block(problems: Collector) -> None:
        assert problems.map(load, range(4)) == [0, 2]

    assert gathered(block).problems == (ONE, THIRD)


def test_an_error_of_the_block_itself_is_told_with_what_was_gathered_before():
    def block(problems: Collector) -> None:
        problems.add([ONE])
        with collecting() as inner:
            inner.add([OTHER])
        pytest.fail("the inner block has ended this one")

    assert gathered(block).problems == (ONE, OTHER)


def test_the_highest_exit_code_counts():
    def block(problems: Collector) -> None:
        with problems.catching():
            raise PressError(ONE, Exit.MACHINE)
        problems.add([OTHER], Exit.PREFLIGHT)

    assert gathered(block).exit_code == Exit.MACHINE


def test_bugs_are_no_mistakes_of_the_user():
    def block(problems: Collector) -> float:
        problems.add([ONE])
        with problems.catching():
            return 1 / 0

    with pytest.raises(ZeroDivisionError), collecting() as problems:
        block(problems)


def test_an_error_comes_whole_from_another_process():
    error = pickle.loads(pickle.dumps(PressError([ONE, OTHER], Exit.MACHINE)))
    assert error.problems == (ONE, OTHER) and error.exit_code == Exit.MACHINE


def test_a_message_is_one_line_and_steers_no_terminal():
    assert str(Problem("a.yaml:1", "a\x1b[2Jb\u202ec", "d\ne")) == "a.yaml:1: a\\u001B[2Jb\\u202Ec; d\\u000Ae"
