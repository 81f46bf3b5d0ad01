"""Layouts read from their files: the facts in each, checked."""

from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from press.errors import PressError, Problem, choose_one, collecting
from press.kept.kept_facts import NOTHING_KEPT, KeptFacts
from press.language.message import _
from press.layouts.layout import Layout
from press.paths import Project
from press.typst_engine.compiler import layout_facts
from press.typst_engine.templates import Templates, read_templates


def load_layouts(templates: Templates, names: list[str], kept: KeptFacts = NOTHING_KEPT) -> dict[str, Layout]:
    """The layouts of these names. Raises PressError when one says nothing, or nonsense, of itself."""
    known = _known(frozenset(templates.files.items()))
    if unknown := [name for name in names if name not in known]:
        known |= _loaded(templates, unknown, kept)
    return {name: known[name] for name in names}


@lru_cache(maxsize=4)  # a check asks for every layout, then each order for its own
def _known(files: frozenset[tuple[str, bytes]]) -> dict[str, Layout]:
    """Layouts of these very templates that were loaded before, and are sound: whoever loads more adds them."""
    return {}


def _loaded(templates: Templates, names: list[str], kept: KeptFacts) -> dict[str, Layout]:
    found = kept.known("layouts", [templates.sums, names], lambda: layout_facts(templates, names))
    where = [f"templates/layouts/{name}.typ" for name in names]
    if len(found) != len(names):
        counts = [len(layout_facts(templates, [name])) for name in names]
        raise PressError(
            Problem(
                f"{file}:1",
                _("{count} descriptions in one layout", count=count),
                _("say one `#metadata(facts) <layout>` in each"),
            )
            for file, count in zip(where, counts)
            if count != 1
        )
    with collecting() as problems:
        layouts = problems.map(_layout, zip(names, where, found, strict=True))
    return {layout.name: layout for layout in layouts}


def _layout(written: tuple[str, str, Any]) -> Layout:
    """A layout from its name, its file and the facts in it. Raises PressError."""
    name, file, facts = written
    if not isinstance(facts, dict):
        raise PressError(
            Problem(f"{file}:1", _("facts: these are no keys and values"), _("write `#metadata((title: …))`"))
        )
    if "name" in facts:
        raise PressError(Problem(f"{file}:1", _("facts: name: the file's name is the layout's"), _("delete it")))
    try:
        return Layout.model_validate({"name": name, **_frozen(facts)})
    except ValidationError as error:
        raise PressError(
            Problem(
                f"{file}:1",
                _("facts: {names}: {msg}", names=".".join(map(str, e["loc"])), msg=e["msg"]),
                _("mend the facts"),
            )
            for e in error.errors()
        ) from None


def load_layout(project: Project, name: str) -> Layout:
    """One layout, as an option names it. Raises PressError if there is none."""
    templates = read_templates(project)
    if name not in templates.layouts:
        raise PressError(
            Problem("--layout", _("there is no layout `{name}`", name=name), choose_one(templates.layouts))
        )
    return load_layouts(templates, [name])[name]


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
