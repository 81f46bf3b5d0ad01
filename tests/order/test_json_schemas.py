"""The JSON Schemas: written from the models, named by every file they describe."""

import json
import re

import pytest
from tools import ROOT

from press.order.json_schemas import schema_files, write_schemas
from press.paths import Project

KINDS = {
    "content/podcast.yaml": "podcast",
    "content/printed.yaml": "printed",
    "content/texts.yaml": "texts",
    "content/papers.yaml": "papers",
    "content/phrases/*.yaml": "deck",
    "content/orders/*.yaml": "order",
    "assets/brands/*/brand.yaml": "brand",
    "assets/brands/*/texts.yaml": "text-changes",
}
OPTIONAL = {"text-changes", "printed"}  # files that may be missing
NOTHING_NEEDED = {"text-changes"}  # keys of theirs
FILES = [
    (path.relative_to(ROOT).as_posix(), kind) for pattern, kind in KINDS.items() for path in sorted(ROOT.glob(pattern))
]


def test_there_is_a_file_of_each_kind():
    assert set(KINDS.values()) == {name.split(".")[0] for name in schema_files()} >= {kind for _, kind in FILES}
    assert {kind for _, kind in FILES} >= set(KINDS.values()) - OPTIONAL


def test_the_schemas_in_content_are_those_of_the_models():
    """If this fails: `invoke schemas`."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "content/schemas").iterdir()}
    assert written == schema_files()


def test_writing_them_anew(sample):
    for path in (sample / "content").glob("schemas/*"):
        path.unlink()
    names = write_schemas(Project.at(sample))
    assert {name: (sample / "content/schemas" / name).read_text(encoding="utf-8") for name in names} == schema_files()


@pytest.mark.parametrize("name, kind", FILES, ids=lambda value: value)
def test_every_file_names_its_schema_in_its_first_line(name: str, kind: str):
    path = ROOT / name
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named, first
    assert (path.parent / named[1]).resolve() == (ROOT / "content/schemas" / f"{kind}.schema.json").resolve()


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_editors_are_told_of_unknown_and_missing_keys(name: str):
    schema = json.loads(schema_files()[name])
    assert schema["additionalProperties"] is False and schema["properties"]
    assert bool(schema.get("required")) is (name.split(".")[0] not in NOTHING_NEEDED)


def test_keys_are_explained():
    order = json.loads(schema_files()["order.schema.json"])
    assert order["$defs"]["Item"]["properties"]["boards"]["description"]
    assert json.loads(schema_files()["deck.schema.json"])["$defs"]["Phrase"]["properties"]["board"]["maxLength"] == 90
