"""The last build of an order: what a new one is compared with, and whether there is anything to do.

Both are told by the record, which nobody edits by looking at an order.
"""

from dataclasses import dataclass
from pathlib import Path

from press.delivery.filenames import REPORT
from press.delivery.manifest import Fingerprints, Manifest, read_manifest
from press.delivery.record import Record, read_record
from press.paths import Project
from press.preflight.report import OrderReport, read_report
from press.proof.compare import Earlier
from press.proof.snapshot import Snapshot, read_snapshot


@dataclass(frozen=True)
class LastBuild:
    """The last published build of an order, as it was made; its files may have been spoilt since."""

    record: Record
    manifest: Manifest
    report: OrderReport
    snapshot: Snapshot

    @property
    def folder(self) -> Path:
        return self.record.published

    @property
    def earlier(self) -> Earlier:
        """What the proof page compares with."""
        return Earlier(self.snapshot, self.record)

    def is_what_would_be_made(self, prints: Fingerprints) -> bool:
        """Whether the order is there, as it would be made again, with every file as it was made."""
        return self.manifest.fingerprint == prints.order and self.record.whole


def last_build(project: Project, name: str) -> LastBuild | None:
    """The build published under a name; None if there is none, or none that the press remembers."""
    record = read_record(project, name)
    if record is None:
        return None
    manifest, report = read_manifest(record.folder), read_report(record.folder / REPORT)
    snapshot = read_snapshot(record.folder)
    return LastBuild(record, manifest, report, snapshot) if manifest and report and snapshot else None
