"""Standards: PDF/UA-1 and PDF/A-3a, by a validator that is not ours."""

from collections.abc import Iterator

import page as page_validation

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "standards"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Public bodies must publish accessible documents (BITV 2.0, EN 301 549); PDF/A keeps them readable."

PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    for profile, name in PROFILES.items():
        report = page_validation.validate_pdf_bytes(document.data, profile=profile)
        for rule, message in dict.fromkeys((failure.rule_id, failure.message) for failure in report.failures):
            yield (
                None,
                _("{name} {rule}: {message}", name=name, rule=rule, message=message),
                _("build the product anew; if it stays, mend the layout"),
            )
        if not report.is_compliant and not report.failures:
            yield None, _("{name} is not met", name=name), _("build the product anew")
