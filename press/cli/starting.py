"""What `invoke new` and `invoke brand` do: ask for what is missing, start it, and say what comes next."""

from pathlib import Path

from press.cli.brand_summary import new_brand_summary
from press.cli.deck_summary import new_deck_summary
from press.cli.order_summary import new_order_summary
from press.errors import PressError, Problem
from press.language.message import Message, _, joined
from press.layouts.layout_loading import load_layouts
from press.new_brand.brand_id import id_for
from press.new_brand.prompts import Ask, gather, terminal
from press.new_brand.start import start_brand
from press.new_content.deck_questions import sentences
from press.new_content.new_deck import NewDeck, Wanted, deck_from_list, deck_from_sentences, deck_id_for
from press.new_content.new_order import order_id_for, start_order
from press.new_content.order_questions import gather_order
from press.paths import Project
from press.typst_engine.templates import read_templates

Options = dict[str, str | None]


def started_brand(project: Project, name: str, options: Options) -> list[str]:
    """A new brand, by the options of its command; what is to be said of it. Raises PressError."""
    ask = terminal()
    name = _name(name, "invoke new brand", _("The brand's name as it is printed"), ask)
    brand_id = id_for(project, name, options["id"])
    answers = gather(name, brand_id, {**options, "colours": options["colour"]}, ask)
    return new_brand_summary(start_brand(project, brand_id, answers), project)


def started_deck(project: Project, name: str, options: Options, renumber: bool, update: bool) -> list[str]:
    """A new deck, or one changed by its list; what is to be said of it. Raises PressError."""
    ask = terminal()
    name = name or (Path(options["from"]).stem if options["from"] else "")
    name = _name(name, "invoke new deck", _("What the deck is to be called"), ask)
    deck_id_for(name)
    wanted = Wanted(name, options["credit"], renumber, update)
    templates = read_templates(project)
    layouts = list(load_layouts(templates, templates.layouts).values())
    return new_deck_summary(_deck(project, options, wanted, ask), layouts, project)


def started_order(project: Project, name: str, options: Options) -> list[str]:
    """A new order; what is to be said of it. Raises PressError."""
    ask = terminal()
    name = _name(name, "invoke new order", _("What the order is to be called"), ask)
    order_id = order_id_for(project, name)
    return new_order_summary(start_order(project, order_id, gather_order(project, order_id, options, ask)), project)


def _deck(project: Project, options: Options, wanted: Wanted, ask: Ask | None) -> NewDeck:
    if given := options["from"]:
        return deck_from_list(project, Path(given).expanduser(), options["sheet"], wanted)
    return deck_from_sentences(project, sentences(options["phrases"], ask), wanted)


def _name(given: str, command: str, question: Message, ask: Ask | None) -> str:
    """The name on the command line, or one that is asked for. Raises PressError if nobody can answer."""
    name = given.strip() or (ask(joined("", (question, ": "))).strip() if ask else "")
    if not name:
        raise PressError(
            Problem(
                "NAME", _("no name is given"), _('write it behind the command: {command} "Seedorf"', command=command)
            )
        )
    return name
