"""Values that go to another process."""

from dataclasses import fields, is_dataclass
from typing import Any


class Picklable:
    """A dataclass that is sent as its fields alone; what it has worked out (`cached_property`) stays behind."""

    def __getstate__(self) -> dict[str, Any]:
        assert is_dataclass(self)
        return {field.name: getattr(self, field.name) for field in fields(self)}
