"""Values that go to another process."""

from dataclasses import fields
from typing import Any


class Picklable:
    """A dataclass that is sent as its fields alone: what it has worked out (`cached_property`) is worked out again there."""

    def __getstate__(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}
