"""What `invoke new deck` prints: what came of the list, what is to be looked at, and what to do next."""

from press.content.hyphens import SHY
from press.layouts.layout import Layout
from press.new_content.new_deck import NewDeck
from press.paths import Project

MOST_NAMED = 6


def new_deck_summary(made: NewDeck, layouts: list[Layout], project: Project) -> list[str]:
    phrases = made.deck.value.phrases
    source = (
        f" from {made.sheet.file}" + (f", sheet „{made.sheet.name}“" if made.sheet.name else "") if made.sheet else ""
    )
    count = f"{len(phrases)} {'phrase' if len(phrases) == 1 else 'phrases'}"
    return [
        f"{'Changed' if made.again else 'Made'} the deck {made.deck_id} in {project.name(made.file)}: {count}{source}",
        *(f"  {note}" for note in (*_changes(made), *_notes(made, layouts))),
        "",
        f"Edit it: {project.name(made.file)}, then `invoke check`",
        f"Print it: `invoke new order NAME --decks {made.deck_id}`",
    ]


def _changes(made: NewDeck) -> list[str]:
    """Against the deck as it was."""
    if not made.again:
        return []
    merged = made.merged
    told = [("new, at the end", merged.new), ("reworded", merged.reworded)]
    notes = [f"{what}: {_named(names)}" for what, names in told if names] or ["no sentence has changed"]
    if merged.gone and len(merged.phrases) > len(merged.rows):
        notes.append(
            f"no longer in the list, kept for the numbers' sake: {_named(merged.gone)}; delete them, or --renumber"
        )
    elif merged.gone:
        notes.append(f"no longer in the list, taken out: {_named(merged.gone)}")
    return notes


def _notes(made: NewDeck, layouts: list[Layout]) -> list[str]:
    notes = []
    if made.columns and made.columns.unknown:
        notes.append(f"columns nobody understood: {', '.join(made.columns.unknown)}")
    if made.merged.hyphenated:
        words = [word.replace(SHY, "-") for word in made.merged.hyphenated]
        notes.append(f"long words may break so, look whether it is right: {_named(words)}")
    phrases = made.deck.value.phrases
    for kind in ("short", "long"):
        lacking = sum(getattr(phrase, kind) is None for phrase in phrases)
        if lacking:
            wanting = ", ".join(layout.name for layout in layouts if kind in layout.answers)
            none = "no" if lacking == len(phrases) else f"{lacking} without a"
            notes.append(f"{none} `{kind}` answer: {wanting} cannot be ordered")
    cells = [len(grid.slots) for layout in layouts if (grid := layout.grid())]
    if len(phrases) < min(cells):
        notes.append(f"too few for a sheet alone: the smallest has {min(cells)} cells; order it with another deck")
    return notes


def _named(names: tuple[str, ...] | list[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
