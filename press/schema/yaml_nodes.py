"""Makes plain data of YAML nodes, with the line of every value and every mistake in them."""

import re
from typing import Any

import yaml

from press.errors import Problem, short
from press.language.message import Message, _
from press.schema.yaml_scalars import scalar

Key = str | int
KeyPath = tuple[Key, ...]


class NodeReader:
    """Turns YAML nodes into data (dicts, tuples, scalars), collecting lines and problems on the way."""

    def __init__(self, name: str, text_lines: list[str]) -> None:
        self.name = name
        self.text_lines = text_lines
        self.lines: dict[KeyPath, int] = {}
        self.written: dict[KeyPath, str] = {}  # numbers, as they stand there
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._loader = yaml.CSafeLoader("")

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._problem(path, _("a YAML alias (`*name`)"), _("write the value out"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(child, (*path, i)) for i, child in enumerate(node.value))
        assert isinstance(node, yaml.ScalarNode)  # YAML has no fourth kind
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            child = (*path, key)
            if key in data:
                first = self.lines[child]
                self.problems.append(
                    Problem(
                        f"{self.name}:{key_node.start_mark.line + 1}",
                        _("`{key}` stands twice (first in line {first})", key=short(key), first=first),
                        _("keep one"),
                    )
                )
                continue
            self.lines[child] = key_node.start_mark.line + 1
            data[key] = self.value(value_node, child)
        return data

    def _scalar(self, node: yaml.ScalarNode, path: KeyPath) -> Any:
        if not node.style and self._cut_by_comment(node):
            self._problem(
                path, _("YAML takes what follows ` #` for a comment and drops it"), _('put the text in "quotes"')
            )
        try:
            value = scalar(node, self._loader)
        except (yaml.YAMLError, ValueError, OverflowError):
            kind = node.tag.rsplit(":", 1)[-1]
            self._problem(
                path, _("`{node}` cannot be read as {kind}", node=short(node.value), kind=kind), _('put it in "quotes"')
            )
            return None
        if isinstance(value, (int, float)):
            self.written[path] = node.value
        return value

    def _cut_by_comment(self, node: yaml.ScalarNode) -> bool:
        """A sentence (more than one word) without quotes, followed by a comment on its line."""
        if node.end_mark.line >= len(self.text_lines):
            return False
        comment = r"\s+#" if len(node.value.split()) > 1 else r"\s+#\w"  # a hashtag is no comment
        return bool(re.match(comment, self.text_lines[node.end_mark.line][node.end_mark.column :]))

    def _problem(self, path: KeyPath, what: Message, fix: Message) -> None:
        self.problems.append(Problem(f"{self.name}:{self.lines[path]}", what, fix))
