"""The one form of mistakes: told once, all together, with the exit code they lead to."""

import pickle

import pytest

from press.errors import Exit, PressError, Problem, collecting, refuse_if

ONE, OTHER, THIRD = (Problem(f"a.yaml:{line}", "b", "c") for line in (1, 2, 3))


def test_problems_are_told_once_and_nothing_is_no_problem():
    refuse_if([])
    with pytest.raises(PressError, match="a.yaml:1: b; c") as error:
        refuse_if(iter([ONE, ONE]))
    assert error.value.problems == (ONE,) and error.value.exit_code == 2


def refuse(*problems: Problem) -> None:
    raise PressError(problems)


def test_all_that_is_gathered_is_one_error():
    reached = []
    with pytest.raises(PressError) as error, collecting() as problems:
        with problems.catching():
            refuse(ONE, OTHER)
        problems.add(iter([OTHER]))
        with problems.catching():
            reached.append(True)
            refuse(THIRD)
    assert reached and error.value.problems == (ONE, OTHER, THIRD) and error.value.exit_code == Exit.WRONG_INPUT


def test_where_nothing_is_wrong_it_goes_on():
    with collecting() as problems:
        assert problems.map(int, ["1", "2"]) == [1, 2]
        problems.add([])


def test_each_thing_is_tried_and_only_the_sound_ones_come_back():
    def load(number: int) -> int:
        if number % 2:
            raise PressError(Problem(f"a.yaml:{number}", "b", "c"))
        return number

    with pytest.raises(PressError) as error, collecting() as problems:
        assert problems.map(load, range(4)) == [0, 2]
    assert error.value.problems == (ONE, THIRD)


def test_an_error_of_the_block_itself_is_told_with_what_was_gathered_before():
    with pytest.raises(PressError) as error, collecting() as problems:
        problems.add([ONE])
        with collecting() as inner:
            inner.add([OTHER])
        pytest.fail("the inner block has ended this one")
    assert error.value.problems == (ONE, OTHER)


def test_the_highest_exit_code_counts():
    with pytest.raises(PressError) as error, collecting() as problems:
        with problems.catching():
            raise PressError(ONE, Exit.MACHINE)
        problems.add([OTHER], Exit.PREFLIGHT)
    assert error.value.exit_code == Exit.MACHINE


def test_bugs_are_no_mistakes_of_the_user():
    with pytest.raises(ZeroDivisionError), collecting() as problems:
        problems.add([ONE])
        with problems.catching():
            _ = 1 / 0


def test_an_error_comes_whole_from_another_process():
    error = pickle.loads(pickle.dumps(PressError([ONE, OTHER], Exit.MACHINE)))
    assert error.problems == (ONE, OTHER) and error.exit_code == Exit.MACHINE


def test_a_message_is_one_line_and_steers_no_terminal():
    assert str(Problem("a.yaml:1", "a\x1b[2Jb\u202ec", "d\ne")) == "a.yaml:1: a\\u001B[2Jb\\u202Ec; d\\u000Ae"
