"""What `invoke new order` prints: what will be made, how a round goes, what is missing, and what to do next."""

from press.bingo.odds import odds
from press.cli.output import table
from press.language.message import _, joined, ngettext
from press.new_content.new_order import NewOrder
from press.paths import Project


def new_order_summary(made: NewOrder, project: Project) -> list[str]:
    file = project.name(made.file)
    rows = [
        (str(item.keys["layout"]), _amount(item.keys), _edition(item.keys), item.why)
        for item in made.items
        if not item.only
    ]
    later = [joined("", ("  ", str(item.keys["layout"]), ": ", item.only)) for item in made.items if item.only]
    rounds = dict.fromkeys(
        joined("", ("  ", product.id, ": ", str(odds(product.deal, product.players))))
        for product in made.plan.products
        if product.deal
    )
    return [
        _(
            "Made the order {order_id} in {file}: {phrases} phrases, brand {brand}",
            order_id=made.order_id,
            file=file,
            phrases=made.phrases,
            brand=made.answers.brand,
        ),
        *table(rows),
        *rounds,
        *(["", _("Left out, as comments:"), *later] if later else []),
        *(_("  draft: {reason}", reason=str(reason)) for reason in made.plan.draft_reasons),
        "",
        _("Edit it: {file}, then `invoke check --order {order_id}`", file=file, order_id=made.order_id),
        _("Make it: `invoke build --order {order_id}`, then `invoke proof --order {order_id}`", order_id=made.order_id),
    ]


def _amount(keys: dict[str, str | int]) -> str:
    if boards := keys.get("boards"):
        return ngettext("{n} board", "{n} boards", int(boards))
    return ngettext("{n} copy", "{n} copies", int(keys.get("copies", 1)))


def _edition(keys: dict[str, str | int]) -> str:
    return str(keys["edition"]) if "edition" in keys else _("print and office")
