"""Meaning: what a listener must be told of a file, beside the words; from the order, and where Typst set which text."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.content.content import Content
from press.content.printed_texts import printed_texts
from press.content.typography import bind
from press.pdf.spoken_text import spoken
from press.schema.validation import Model
from press.typesetting.typst_facts import SetFacts

LIST_TEXTS = ("play_step_", "cards_step_", "caller_rule_")  # keys of content/texts.yaml that are steps of a list
QUOTES = dict.fromkeys(map(ord, "„“”‚‘’"))
CALLER = "list"  # the place of a sentence on the caller's list
CONTENTS = "contents"  # the place of the sentences that lead to what is said of them


def bare(text: str) -> str:
    """A sentence without its number and quotation marks: quoted, those within it become others."""
    return text.translate(QUOTES).lstrip("0123456789 ").strip()


@dataclass(frozen=True)
class Answer:
    """A sentence that has an answer on the page, as both are said."""

    number: int
    board: str
    short: str


@dataclass(frozen=True)
class Meaning:
    """Texts are as they are said: see `press.pdf.spoken_text.spoken`."""

    numbers: dict[str, int]  # of every sentence
    answers: tuple[Answer, ...] = ()
    contents: tuple[str, ...] = ()  # sentences the contents lead to
    rows: tuple[str, ...] = ()  # sentences that are rows of a table
    steps: tuple[str, ...] = ()  # texts that are steps of a list, wherever they are said
    texts: tuple[str, ...] = ()  # every text that may be printed


def meaning_of(content: Content, facts: SetFacts) -> Meaning:
    numbered = list(enumerate(content.phrases, 1))
    answered = {fit.phrase for fit in facts.fits if fit.text == "short"}
    rows = {fit.phrase for fit in facts.fits if fit.cell == CALLER}
    boards = tuple(spoken(bind(phrase.board)) for phrase in content.phrases)
    return Meaning(
        numbers={board: number for number, board in enumerate(boards, 1)},
        answers=tuple(
            Answer(number, boards[number - 1], spoken(bind(phrase.short)))
            for number, phrase in numbered
            if phrase.id in answered and phrase.short is not None
        ),
        contents=boards if any(fit.cell == CONTENTS for fit in facts.fits) else (),
        rows=tuple(boards[number - 1] for number, phrase in numbered if phrase.id in rows),
        steps=tuple(
            spoken(bind(text)) for key, text in content.texts.value if key.startswith(LIST_TEXTS) and text is not None
        ),
        texts=tuple(spoken(bind(text)) for part in _parts(content) for _, text in printed_texts(part)),
    )


def _parts(content: Content) -> Iterator[Model]:
    yield content.texts.value
    yield from content.phrases
