"""content.json: what an order says, kept so that the next build can tell what has changed."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from press.delivery.filenames import SNAPSHOT
from press.finishing.registry import edition_of
from press.proof.proof_model import Codes, ProofModel, ProofProduct
from press.schema.validation import Model
from press.system.safe_files import read_file

FORMAT: Literal[2] = 2  # another one is not compared with
MAX_BYTES = 100_000_000  # of a snapshot that is read: a hundred times the largest of ours
Texts = dict[str, str]  # by key


class SnapshotProduct(Model):
    """A product's file. `name` begins the names of its pictures, which are here by page, and what they show.

    `marks` are the shares of a picture's width and height at each edge that lie outside the bleed.
    """

    title: str
    name: str
    sha256: str
    facts: Texts
    codes: Codes
    pictures: Texts
    shows: Texts
    marks: tuple[float, float]


class Snapshot(Model):
    """Phrases by id, other texts by key, the brand, and products by file, all as plain texts."""

    format: Literal[2] = FORMAT
    phrases: dict[str, Texts]
    texts: Texts
    brand: Texts
    products: dict[str, SnapshotProduct]

    def as_bytes(self) -> bytes:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1).encode() + b"\n"


def snapshot(order: ProofModel) -> Snapshot:
    content = order.content
    flat = _flat(content.podcast.value) if content.podcast else {}
    podcast = {f"podcast.{key}": text for key, text in flat.items()}
    led = {f"target.{one.key}": order.addresses.destination(one) for one in order.addresses.short_ones}
    return Snapshot(
        phrases={phrase.id: {"number": str(n), **_flat(phrase)} for n, phrase in enumerate(content.phrases, 1)},
        texts={**_flat(content.texts.value), **podcast, **led},
        brand=_flat(order.brand),
        products={made.product.file: _product(order, made) for made in order.made},
    )


def state_of(data: bytes) -> str:
    """The number of a state, from the bytes of its snapshot: the same content and files have the same, to be told over
    a telephone."""
    digits = hashlib.sha256(data).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"


def read_snapshot(folder: Path) -> Snapshot | None:
    """What an earlier build left; None if there is nothing that this press can read."""
    try:
        return Snapshot.model_validate_json(read_file(folder / SNAPSHOT, MAX_BYTES))
    except (OSError, ValueError):
        return None


def _product(order: ProofModel, made: ProofProduct) -> SnapshotProduct:
    product = made.product
    return SnapshotProduct(
        title=order.names[product.id],
        name=product.pictures,
        sha256=made.file.sha256,
        facts=dict(made.facts),
        codes=made.codes,
        pictures={str(picture.page): picture.file for picture in made.pictures},
        shows={str(picture.page): picture.shows for picture in made.pictures},
        marks=edition_of(product).geometry(product).outside_bleed,
    )


def _flat(value: Model) -> dict[str, str]:
    """Every text and number of a model by its key path."""
    return dict(_leaves(value.model_dump(mode="json", by_alias=True, exclude_none=True), ""))


def _leaves(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and any(isinstance(part, (dict, list)) for part in value):
        for i, part in enumerate(value, 1):
            yield from _leaves(part, f"{key}.{part.get('id', i) if isinstance(part, dict) else i}")
    elif isinstance(value, list):
        yield key, ", ".join(map(str, value))
    else:
        yield key, str(value)
