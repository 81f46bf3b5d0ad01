"""The print press: YAML content in, print-ready sheets out."""

from datetime import UTC, datetime

VERSION = "0.1.0"

# Files carry this date, not the clock's, so that the same content gives the same bytes at any time.
EDITION_DATE = datetime(2026, 11, 1, tzinfo=UTC)
