"""The texts: everything printed that belongs neither to a phrase nor to a brand."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, create_model

from press.schema.validation import Loaded, Model
from press.schema.values import Line, Text, words
from press.schema.yaml_nodes import Key
from press.schema.yaml_source import Source

PARAGRAPH_WORDS = 60


class Texts(Model):
    """What is printed besides phrases and brands."""

    overline: Line
    title: Line
    how_to_title: Line
    how_to_play: Line
    win_with_diagonals: Line
    win_without_diagonals: Line
    listen_title: Line
    listen: Line
    episode_listen: Line
    episode: Line
    newsletter_title: Line
    newsletter: Line
    more_title: Annotated[Line, Field(description="The call at a code that leads neither to podcast nor episode.")]
    more: Annotated[Line, Field(description="What stands at a code that leads to the website, or to an address.")]
    sheet: Line
    arguments_overline: Line
    arguments_title: Line
    arguments_intro: Annotated[Text, words(PARAGRAPH_WORDS)]
    arguments_contents: Line
    # the bingo sheets
    free_cell: Annotated[Line, Field(description="Stands in the free cell, below the brand's sign.")]
    code_alt: Annotated[Line, Field(description="Read aloud for a code, before its address.")]

    # handouts
    cheat_title: Line
    cheat_subtitle: Line
    sheet_of: Line
    hear_title: Line
    contact_title: Line
    leaflet_title: Line
    leaflet_subtitle: Line
    leaflet_more: Line
    play_step_1: Line
    play_step_2: Line
    play_step_3: Line
    play_step_4: Line
    cards_play: Line
    cards_step_1: Line
    cards_step_2: Line
    cards_step_3: Line
    cards_step_4: Line
    cards_credits: Line
    cards_sender: Line
    cards_blank: Line
    cards_answer: Line
    caller_title: Line
    caller_round: Line
    caller_rules_title: Line
    caller_rule_1: Line
    caller_rule_2: Line
    caller_rule_3: Line
    caller_rule_4: Line
    caller_rule_5: Line
    caller_check_title: Line
    caller_check_quick: Line
    caller_check_exact: Annotated[Text, words(PARAGRAPH_WORDS)]
    caller_winners_title: Line
    poster_shout: Line
    poster_subtitle: Line
    tent_title: Line
    tent_subtitle: Line
    tent_glue: Line
    tent_fold: Line
    tent_base: Line
    list_end: Annotated[Line, Field(description="Stands before the last entry of a list.")]


# The same keys, each of them optional: what a brand or an order may put in place of the shared texts.
_OPTIONAL: dict[str, Any] = {
    name: (Annotated[(field.annotation, *field.metadata)] | None, Field(default=None, description=field.description))
    for name, field in Texts.model_fields.items()
}
if TYPE_CHECKING:

    class TextChanges(Model):
        """Texts that replace those of content/texts.yaml."""
else:
    TextChanges = create_model(
        "TextChanges", __base__=Model, __doc__="Texts that replace those of content/texts.yaml.", **_OPTIONAL
    )


def changed(texts: Loaded[Texts], changes: Model | None, source: Source, *at: Key) -> Loaded[Texts]:
    """The texts with those that `changes` sets; they stand in `source`, below the keys `at`."""
    new = {name: value for name, value in changes or () if value is not None}
    return replace(
        texts, value=texts.value.model_copy(update=new), replaced=texts.replaced | dict.fromkeys(new, (source, at))
    )
