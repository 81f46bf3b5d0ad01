"""Every text of a model, wherever it stands in it."""

from collections.abc import Iterator

from press.schema.validation import Model
from press.schema.yaml_nodes import KeyPath


def printed_texts(model: Model, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a model with its key path."""
    for name in (*type(model).model_fields, *(model.model_extra or ())):
        yield from _texts(getattr(model, name), (*path, name))


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Model):
        yield from printed_texts(value, path)
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _texts(part, (*path, i))
    elif isinstance(value, str):
        yield path, value
