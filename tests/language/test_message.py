"""Messages: English to everybody who takes them for a text, and what they were made of to the catalogue."""

import json
import pickle

import pytest

from press.errors import PressError, Problem, choose_one, escaped
from press.language.catalogue import in_language
from press.language.message import Message, _, joined, ngettext, verbatim


def test_a_message_is_its_english():
    message = _("there is no order `{order}`", order="x")
    assert message == "there is no order `x`" and hash(message) == hash("there is no order `x`")
    assert sorted([message, "a"]) == ["a", message] and json.dumps([message]) == '["there is no order `x`"]'


def test_it_is_said_in_german():
    assert in_language(_("there is no order `{order}`", order="x"), "de") == "es gibt keinen Auftrag `x`"


def test_english_and_what_is_no_message_stay_as_they_are():
    message = _("there is no order `{order}`", order="x")
    assert in_language(message, "en") == message and type(in_language(message, "en")) is str
    assert in_language("there is no order `{order}`", "de") == "there is no order `{order}`"
    assert in_language(_("nobody translated this"), "de") == "nobody translated this"
    assert in_language(_(""), "de") == ""


@pytest.mark.parametrize("n, english, german", [(1, "1 board", "1 Spielfeld"), (0, "0 boards", "0 Spielfelder")])
def test_one_that_counts(n: int, english: str, german: str):
    message = ngettext("{n} board", "{n} boards", n)
    assert (message, in_language(message, "de")) == (english, german)


def test_messages_among_values_are_said_too():
    inner = _("nothing")
    assert in_language(_("`{key}` leads to {target}", key="21", target=inner), "de") == "`21` führt zu nichts"


def test_put_together_it_stays_a_message():
    one, other = _("no sheet ID"), ngettext("{n} board", "{n} boards", 2)
    for made, german in (
        (one + ": x", "keine Bogennummer: x"),
        ("x: " + one, "x: keine Bogennummer"),
        (one + other, "keine Bogennummer2 Spielfelder"),
        (joined("; ", (one, other, "x")), "keine Bogennummer; 2 Spielfelder; x"),
        (joined(_(" and "), ("a", "b")), "a und b"),
        (verbatim("{x}"), "{x}"),
        (joined(", ", ()), ""),
    ):
        assert isinstance(made, Message) and in_language(made, "de") == german


def test_values_may_come_later():
    template = _("the layout `{layout}` has no boards")
    assert template.format(layout="karten") == "the layout `karten` has no boards"
    assert in_language(template.format(layout="karten"), "de") == "das Layout `karten` hat keine Spielfelder"


def test_it_goes_from_one_process_to_another():
    message = joined("; ", (ngettext("{n} board", "{n} boards", 3), _("no sheet ID")))
    there = pickle.loads(pickle.dumps(PressError(Problem("a:1", message, _("build again"))))).problems[0]
    assert str(there) == "a:1: 3 boards; no sheet ID; build again"
    assert in_language(str(there), "de") == "a:1: 3 Spielfelder; keine Bogennummer; neu bauen"


def test_quantities_are_written_as_there_and_what_stands_in_files_as_it_is():
    assert in_language(_("a code of {side:.1f} mm", side=9.5), "de") == "ein Code von 9,5 mm"
    assert in_language(_("there is no board {number:,}", number=12345), "de") == "es gibt kein Spielfeld 12.345"
    assert in_language(_("use at least {least:.0%}, or none", least=0.03), "de") == (
        "mindestens 3\u00a0% verwenden oder keine"
    )
    assert in_language(_("write at least {ge}", ge=0.5), "de") == "mindestens 0.5 schreiben"


def test_quotes_are_german():
    message = _("text within {safe_mm:g} mm of the edge: {words!r}", safe_mm=4, words="Zu nah")
    assert message == "text within 4 mm of the edge: 'Zu nah'"
    assert in_language(message, "de") == "Text innerhalb von 4 mm am Rand: „Zu nah“"


def test_what_somebody_wrote_is_escaped_in_every_language():
    problem = Problem("a\x1b:1", _("there is no order `{order}`", order="x\x1b[2J"), choose_one(["a\nb"]))
    for language, words in (("en", "there is no order"), ("de", "es gibt keinen Auftrag")):
        said = in_language(str(problem), language)
        assert words in said and "x\\u001B[2J" in said and "a\\u000Ab" in said and said.isprintable()
    assert escaped("a\x1b") == "a\\u001B" and escaped("a\xad", but="\xad") == "a\xad"
