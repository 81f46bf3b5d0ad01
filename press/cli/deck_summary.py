"""What `invoke new deck` prints: what came of the list, what is to be looked at, and what to do next."""

from press.content.hyphens import SHY
from press.language.message import _, joined, ngettext
from press.layouts.layout import Layout
from press.new_content.new_deck import NewDeck
from press.paths import Project

MOST_NAMED = 6
NO_ANSWERS = _("no `{kind}` answer: {wanting} cannot be ordered")
SOME_WITHOUT = _("{lacking} without a `{kind}` answer: {wanting} cannot be ordered")


def new_deck_summary(made: NewDeck, layouts: list[Layout], project: Project) -> list[str]:
    phrases = made.deck.value.phrases
    what = (_("Changed the deck {deck} in {path}") if made.again else _("Made the deck {deck} in {path}")).format(
        deck=made.deck_id, path=project.name(made.file)
    )
    count = ngettext("{n} phrase", "{n} phrases", len(phrases))
    if made.sheet:
        count += _(" from {file}", file=made.sheet.file)
        count += _(", sheet „{name}“", name=made.sheet.name) if made.sheet.name else ""
    return [
        joined(": ", (what, count)),
        *("  " + note for note in (*_changes(made), *_notes(made, layouts))),
        "",
        _("Edit it: {path}, then `invoke check`", path=project.name(made.file)),
        _("Print it: `invoke new order NAME --decks {deck}`", deck=made.deck_id),
    ]


def _changes(made: NewDeck) -> list[str]:
    """Against the deck as it was."""
    if not made.again:
        return []
    merged = made.merged
    told = [(_("new, at the end"), merged.new), (_("reworded"), merged.reworded)]
    notes: list[str] = [joined(": ", (what, _named(names))) for what, names in told if names] or [
        _("no sentence has changed")
    ]
    if merged.gone and len(merged.phrases) > len(merged.rows):
        notes.append(
            _(
                "no longer in the list, kept for the numbers' sake: {named}; delete them, or --renumber",
                named=_named(merged.gone),
            )
        )
    elif merged.gone:
        notes.append(_("no longer in the list, taken out: {named}", named=_named(merged.gone)))
    return notes


def _notes(made: NewDeck, layouts: list[Layout]) -> list[str]:
    notes: list[str] = []
    if made.columns and made.columns.unknown:
        notes.append(_("columns nobody understood: {unknown}", unknown=", ".join(made.columns.unknown)))
    if made.merged.hyphenated:
        words = [word.replace(SHY, "-") for word in made.merged.hyphenated]
        notes.append(_("long words may break so, look whether it is right: {named}", named=_named(words)))
    phrases = made.deck.value.phrases
    for kind in ("short", "long"):
        lacking = sum(getattr(phrase, kind) is None for phrase in phrases)
        if lacking:
            wanting = ", ".join(layout.name for layout in layouts if kind in layout.answers)
            told = NO_ANSWERS if lacking == len(phrases) else SOME_WITHOUT
            notes.append(told.format(lacking=lacking, kind=kind, wanting=wanting))
    cells = [len(grid.slots) for layout in layouts if (grid := layout.grid())]
    if len(phrases) < min(cells):
        notes.append(
            _(
                "too few for a sheet alone: the smallest has {fewest} cells; order it with another deck",
                fewest=min(cells),
            )
        )
    return notes


def _named(names: tuple[str, ...] | list[str]) -> str:
    more = _(" and {more} more", more=len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
