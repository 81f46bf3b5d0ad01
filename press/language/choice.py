"""Which language whoever runs a command is spoken to in: the one that is asked for, else the system's, else English."""

import os
import sys
from collections.abc import Mapping

ENGLISH, GERMAN = "en", "de"
LANGUAGES = (ENGLISH, GERMAN)
VARIABLE = "PRESS_LANGUAGE"
# The first one that says anything counts (POSIX.1-2017, 8.2).
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_WINDOWS = {0x07: GERMAN, 0x09: ENGLISH}  # primary language identifiers (MS-LCID, 2.1)
_PRIMARY = 0x3FF  # the bits of a LANGID that hold them

_spoken: str | None = None


def spoken() -> str:
    """The language that was chosen for this process, if one was; else what the environment asks for."""
    return _spoken or preferred()


def speak(language: str) -> None:
    """From now on, in this process."""
    global _spoken
    _spoken = language


def known(wanted: str) -> str | None:
    """A language as we call it, by its tag or its locale (de, de-AT, de_DE.UTF-8); None if there is none of ours."""
    tag = wanted.strip().replace("_", "-").partition(".")[0].partition("@")[0].partition("-")[0].lower()
    return tag if tag in LANGUAGES else None


def preferred(environ: Mapping[str, str] = os.environ) -> str:
    """What PRESS_LANGUAGE asks for, if it is one of ours; else the system's language."""
    return known(environ.get(VARIABLE, "")) or language_of_system(environ)


def language_of_system(environ: Mapping[str, str] = os.environ) -> str:
    """What the system is set to. English, if that is a language without a catalogue."""
    for name in LOCALE_VARIABLES:
        if value := environ.get(name):
            return known(value) or ENGLISH
    return _windows_language() if sys.platform == "win32" else ENGLISH


def _windows_language() -> str:
    """The language of Windows' menus and windows; its settings of numbers and dates may be another's."""
    import ctypes  # only there

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    return _WINDOWS.get(kernel.GetUserDefaultUILanguage() & _PRIMARY, ENGLISH)
