"""JSON Schemas of all files people write, made from the models that check them."""

import json

from press.brand.brand import Brand
from press.content.content import Deck
from press.content.papers import Papers
from press.content.podcast import Podcast
from press.content.texts import TextChanges, Texts
from press.links.register import Register
from press.order.order import Order
from press.paths import Project
from press.schema.validation import Model

SCHEMAS: dict[str, type[Model]] = {
    "brand": Brand,
    "deck": Deck,
    "order": Order,
    "papers": Papers,
    "podcast": Podcast,
    "printed": Register,
    "texts": Texts,
    "text-changes": TextChanges,
}


def schema_files() -> dict[str, str]:
    """File name → text of each schema."""
    return {
        f"{name}.schema.json": json.dumps(model.model_json_schema(by_alias=True), ensure_ascii=False, indent=2) + "\n"
        for name, model in SCHEMAS.items()
    }


def write_schemas(project: Project) -> list[str]:
    """Writes content/schemas/ and names its files."""
    project.schemas.mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (project.schemas / name).write_text(text, encoding="utf-8", newline="\n")
    return sorted(schema_files())
