"""The option `--language`, which every task has: which language people are spoken to in."""

import os
from collections.abc import Mapping, Sequence

from press.errors import PressError, Problem, choose_one
from press.language.choice import LANGUAGES, VARIABLE, known, preferred, speak
from press.language.message import _

OPTION = "--language"
LANGUAGE_HELP = {"language": _("de or en, if not the system's language")}


def speak_as_asked(option: str | None, environ: Mapping[str, str] = os.environ) -> None:
    """In the language of the option, else of PRESS_LANGUAGE, else of the system. Raises PressError if the first that
    says anything names none of ours, which is told in the next one's."""
    speak(preferred(environ))
    where, wanted = (VARIABLE, environ.get(VARIABLE)) if option is None else (OPTION, option)
    if option is None and not wanted:
        return
    language = known(wanted or "")
    if language is None:
        raise PressError(Problem(where, _("there is no language `{name}`", name=wanted), choose_one(LANGUAGES)))
    speak(language)


def speak_for_help(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
    """The same for the help that invoke prints before any task is run; a language that is not there is no matter."""
    speak(known(_given(arguments) or "") or preferred(environ))


def _given(arguments: Sequence[str]) -> str | None:
    """What stands behind the option on the command line."""
    for number, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            return argument.removeprefix(f"{OPTION}=")
        if argument == OPTION:
            return next(iter(arguments[number + 1 :]), None)
    return None
