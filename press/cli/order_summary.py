"""What `invoke new order` prints: what will be made, how a round goes, what is missing, and what to do next."""

from press.bingo.odds import odds
from press.cli.output import table
from press.new_content.new_order import NewOrder
from press.paths import Project


def new_order_summary(made: NewOrder, project: Project) -> list[str]:
    file = project.name(made.file)
    rows = [
        (str(item.keys["layout"]), _amount(item.keys), str(item.keys.get("edition", "print and office")), item.why)
        for item in made.items
        if not item.only
    ]
    later = [f"  {item.keys['layout']}: {item.only}" for item in made.items if item.only]
    rounds = dict.fromkeys(
        f"  {product.id}: {odds(product.deal, product.players)}" for product in made.plan.products if product.deal
    )
    return [
        f"Made the order {made.order_id} in {file}: {made.phrases} phrases, brand {made.answers.brand}",
        *table(rows),
        *rounds,
        *(["", "Left out, as comments:", *later] if later else []),
        *(f"  draft: {reason}" for reason in made.plan.draft_reasons),
        "",
        f"Edit it: {file}, then `invoke check --order {made.order_id}`",
        f"Make it: `invoke build --order {made.order_id}`, then `invoke proof --order {made.order_id}`",
    ]


def _amount(keys: dict[str, str | int]) -> str:
    if boards := keys.get("boards"):
        return f"{boards} {'board' if boards == 1 else 'boards'}"
    copies = keys.get("copies", 1)
    return f"{copies} {'copy' if copies == 1 else 'copies'}"
