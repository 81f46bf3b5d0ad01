"""Tasks of the press: invoke tasks that speak the language that is asked for, and end with an exit code, never with a
traceback for what is not a bug of ours."""

import gc
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any

from invoke.context import Context
from invoke.exceptions import Exit as InvokeExit
from invoke.tasks import task

from press.cli.language_option import LANGUAGE_HELP, speak_as_asked
from press.cli.output import print_problems
from press.errors import PressError
from press.language.catalogue import said
from press.language.message import Message
from press.system.missing_packages import explaining_missing_packages
from press.system.os_errors import explaining_os_errors
from press.system.say import ready_streams
from press.system.signals import Interrupted, ignore_signals, raising_signals, told_as_asked

# New objects after which Python looks for those that hold each other and nobody else does. A command makes few such,
# and holds no file open by them; Python's own 700 make it look so often that it takes a twentieth of a build.
LOOKS_AFTER = 50_000

Body = Callable[..., None]
Help = dict[str, Message]  # option → what it is for


def tasks_at(root: Path) -> Callable[..., Callable[[Body], Body]]:
    """What makes a function a task of the project in a folder: `@press_task(about, help, texts, …)`.

    `about` and the `help` on its options are told in the language that is spoken. `texts` are further options, each of
    a text or None, that the function takes by name; so is `--language`, which each has and none is given.
    """

    def press_task(
        about: Message, help: Help | None = None, texts: Help | None = None, **options: Any
    ) -> Callable[[Body], Body]:
        further = {**(texts or {}), **LANGUAGE_HELP}

        def decorate(body: Body) -> Body:
            @wraps(body)
            def run(context: Context, *args: Any, language: str | None = None, **kwargs: Any) -> None:
                ready_streams()
                gc.set_threshold(LOOKS_AFTER)
                with raising_signals():
                    try:
                        speak_as_asked(language)
                        with told_as_asked(), explaining_missing_packages(), explaining_os_errors(root):
                            body(context, *args, **kwargs)
                    except (PressError, Interrupted) as end:
                        ignore_signals()
                        print_problems(end)
                        raise InvokeExit(code=int(end.exit_code)) from None

            run.__doc__ = said(about)
            run.__signature__ = with_texts(signature(body), further)  # type: ignore[attr-defined]
            told = {name: said(text) for name, text in {**(help or {}), **further}.items()}
            decorated: Body = task(help=told, **options)(run)
            return decorated

        return decorate

    return press_task


def with_texts(given: Signature, names: Iterable[str]) -> Signature:
    """A signature and options that are texts; last, so that they take no letter from others."""
    own = [one for one in given.parameters.values() if one.kind is not Parameter.VAR_KEYWORD]
    further = (Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation="str | None") for name in names)
    return given.replace(parameters=[*own, *further])
