"""The package: one ZIP with all that a print shop gets."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

from press.order.plan import Plan
from press.delivery.preview import page_count
from press.delivery.job_ticket import TICKET, package_name

# The ZIP's own dates and rights say nothing; fixed, they keep its bytes the same. Stored, because
# PDF does not shrink, and compressors differ from one Python to the next.
DATE = (1980, 1, 1, 0, 0, 0)
RIGHTS = 0o100644 << 16
SUMS = "SHA256SUMS.txt"


def package_file(order_id: str, draft: bool) -> str:
    """`<order>.zip`, or `<order>-ENTWURF.zip` for a draft."""
    return f"{order_id}{'-ENTWURF' if draft else ''}.zip"


def make_package(plan: Plan, work: Path) -> Path:
    """Writes the order's package beside its files."""
    files = {TICKET: work / TICKET, "preflight.json": work / "preflight.json"}
    for product in plan.products:
        if product.edition == "print":
            path = work / product.file
            files[package_name(plan, product, page_count(path))] = path
    contents = {name: path.read_bytes() for name, path in sorted(files.items())}
    contents[SUMS] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items()).encode()
    target = work / package_file(plan.id, bool(plan.draft_reasons))
    target.write_bytes(_zip(contents))
    return target


def _zip(contents: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system, entry.external_attr = 3, RIGHTS
            archive.writestr(entry, data)
    return out.getvalue()
