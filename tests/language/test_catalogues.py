"""The catalogues hold every message, no other, each translated whole; what is compiled is what they say."""

from string import Formatter

import pytest
from catalogues import FOLDER, compiled, gathered, po_file, read

from press.language.choice import ENGLISH, LANGUAGES

TRANSLATED = sorted(set(LANGUAGES) - {ENGLISH})
DU_OR_SIE = {"du", "dein", "deine", "dich", "dir", "Sie", "Ihr", "Ihre", "Ihnen"}


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(template: str) -> list[tuple[str, str, str]]:
    """Names with how they are written."""
    return sorted((name, conversion or "", spec) for _, name, spec, conversion in Formatter().parse(template) if name)


def wrong(original: str, translated: str) -> str | None:
    """What a translation has lost or added; None if nothing."""
    if placeholders(original) != placeholders(translated):
        return "other placeholders"
    if original.count("`") != translated.count("`"):
        return "other code"
    if (original[:1].isspace(), original[-1:].isspace()) != (translated[:1].isspace(), translated[-1:].isspace()):
        return "other spaces around it"
    return None


def test_there_is_a_catalogue_for_each_language():
    assert {path.name for path in FOLDER.iterdir()} == set(TRANSLATED) != set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_there_and_none_is_stale(language: str):
    there = {message.id for message in read(language) if message.id}
    code = set(gathered())
    assert len(code) > 900
    assert (sorted(map(str, code - there)), sorted(map(str, there - code))) == ([], [])
    assert not read(language).obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_whole(language: str):
    catalogue = read(language)
    for message in catalogue:
        translated = forms(message.string)
        assert all(translated) and not message.fuzzy, message.id
        if message.id:
            assert len(translated) == (catalogue.num_plurals if message.pluralizable else 1), message.id
            pairs = zip(forms(message.id), translated, strict=True)
            assert [fault for pair in pairs if (fault := wrong(*pair))] == [], message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_the_catalogue_says(language: str):
    assert po_file(language).with_suffix(".mo").read_bytes() == compiled(read(language))


def test_german_says_what_is_to_be_done_to_nobody_in_person():
    said = {message.id: set(" ".join(forms(message.string)).split()) for message in read("de") if message.id}
    assert {id_: words & DU_OR_SIE for id_, words in said.items() if words & DU_OR_SIE} == {}


@pytest.mark.parametrize(
    "original, translated",
    [
        ("no `{key}`", "kein `{name}`"),
        ("{n:,} boards", "{n} Spielfelder"),
        ("{x!r}", "{x}"),
        ("`a` and b", "a und b"),
        (" from {file}", "aus {file}"),
        ("{n} of {n}", "{n}"),
    ],
)
def test_a_loss_is_seen(original: str, translated: str):
    assert wrong(original, translated)


def test_a_sound_one_passes():
    assert wrong("{a} on `{b}`", "auf `{b}` {a}") is None
