"""Names that may be missing on the command line: they are then asked for. And `--help` is never taken for one.

Invoke fills positional arguments with whatever comes next, and ends where one is left over.
"""

from typing import Any

from invoke.parser import parser

HELP = ("--help", "-h")
MISSING = ""  # what a task is given in place of a name
ASKED = "name"  # the positional that may be missing

_handle, _complete_context = parser.ParseMachine.handle, parser.ParseMachine.complete_context


def let_names_be_missing() -> None:
    """From now on, for every task of this process."""
    parser.ParseMachine.handle = handle  # type: ignore[method-assign,assignment]
    parser.ParseMachine.complete_context = complete_context  # type: ignore[method-assign,assignment]


def handle(machine: Any, token: str) -> None:
    """The next word. One that asks for help leaves all names missing: nothing is run then."""
    if token in HELP and machine.context is not machine.initial and not machine.waiting_for_flag_value:
        _leave_missing(machine.context.missing_positional_args if machine.context else [])
    _handle(machine, token)


def complete_context(machine: Any) -> None:
    """The end of a task's words."""
    missing = machine.context.missing_positional_args if machine.context else []
    _leave_missing([argument for argument in missing if argument.name == ASKED])
    _complete_context(machine)


def _leave_missing(arguments: list[Any]) -> None:
    for argument in arguments:
        argument.set_value(MISSING, cast=False)
