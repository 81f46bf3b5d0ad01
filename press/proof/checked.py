"""What was checked: the checks of each edition by name, whether all its files passed, and the standards they are to."""

from dataclasses import dataclass

from press.finishing.registry import edition_of
from press.proof import german as words
from press.proof.proof_model import ProofModel


@dataclass(frozen=True)
class CheckedEdition:
    """An edition's checks, in German: (name, whether it was passed)."""

    title: str
    standards: str
    checks: tuple[tuple[str, bool], ...]


def checked_editions(order: ProofModel) -> tuple[CheckedEdition, ...]:
    found = []
    for edition in dict.fromkeys(edition_of(made.product) for made in order.made):
        files = {made.product.file for made in order.made if edition_of(made.product) is edition}
        codes = sorted({code for file in files for code in order.report.files[file].checks})
        failed = {finding.code for finding in order.report.errors if finding.file in files}
        checks = tuple((words.checked(code), code not in failed) for code in codes)
        found.append(CheckedEdition(edition.german_name, words.STANDARDS[edition.name], checks))
    return tuple(found)
