"""What `invoke build` and `invoke check` print: what was made or checked, what changed, what is still open."""

from pathlib import Path

from press.build.build import BuildResult
from press.build.fitting import CheckedFitting
from press.build.relink import Relinked
from press.cli.output import table
from press.delivery.filenames import INDEX
from press.delivery.manifest import ManifestProduct
from press.delivery.verify_order import Checked
from press.errors import Problem
from press.order.plan import Plan
from press.paths import Project
from press.preflight.report import OrderReport
from press.proof.compare import Change, Comparison

MOST_KEYS = 6  # of changed texts that are named


def build_report(result: BuildResult, project: Project) -> list[str]:
    """What was made, how many, where it lies, what is still open."""
    rows = [
        (
            product.file,
            f"{product.pages} pages",
            f"{product.boards} boards" if product.boards else "",
            f"{product.copies} copies",
            f"{product.first_sheet} to {product.last_sheet}" if product.boards else "",
        )
        for product in result.manifest.products
    ]
    packages = [
        f"For the print shop: {project.name(result.folder / name)}"
        for name in result.manifest.outputs
        if name.endswith(".zip")
    ]
    rounds = dict.fromkeys(  # once for all editions and files of an item
        f"  {product.id}: {product.odds}" for product in result.manifest.products if _begins_an_item(product)
    )
    if result.comparison is None:
        return [nothing_changed(result.folder, project), *_promises(result, project)]
    kept = len(rows) - len(result.made)
    said = f"Made in {project.name(result.folder)}/" + (
        f" ({kept} of {len(rows)} taken over from the last build)" if kept else ""
    )
    return [
        said,
        *table(rows),
        *rounds,
        *packages,
        f"To look at: {project.name(result.folder / INDEX)}",
        *changes_since_last_build(result.comparison),
        *preflight_summary(result.report),
        *_promises(result, project),
    ]


def nothing_changed(folder: Path, project: Project) -> str:
    """Of an order's folder: that nothing was to do."""
    return f"Nothing has changed since the last build: {project.name(folder)}/ is as it would be made again."


def _promises(result: BuildResult, project: Project) -> list[str]:
    """The short addresses that are printed for the first time."""
    if not result.promised:
        return []
    return [f"Promised from now on, in {project.name(project.printed)}:", *(f"  {link}" for link in result.promised)]


def relinked(result: Relinked, project: Project) -> list[str]:
    """Which short addresses lead elsewhere than before."""
    before, now, folder = result.before, result.now, project.name(result.folder)
    changed = [
        (key, before.get(key, "new"), f"-> {now[key]}" if key in now else "-> nothing")
        for key in {**now, **before}
        if before.get(key) != now.get(key)
    ]
    if not changed:
        return [f"Nothing has changed: {folder}/ is as it was."]
    return [f"Written: {folder}/. Put it on the web server. Changed:", *table(changed)]


def _begins_an_item(product: ManifestProduct) -> bool:
    """Whether it is the first, or the only, file of an item with boards."""
    return product.first_sheet is not None and int(product.first_sheet.split("-")[1]) == 1


def items_left_out(plan: Plan) -> list[str]:
    """Items without an office edition."""
    return [f"No office edition of {name}: {why}." for name, why in plan.left_out.items()]


def changes_since_last_build(comparison: Comparison) -> list[str]:
    """What is different from the build that was replaced."""
    if not comparison.earlier:
        return []
    if comparison.same:
        return ["Nothing that is printed has changed since the last build."]
    rows = []
    for product in comparison.products:
        pages = [f"{len(product.pages)} of {product.compared} compared pages look different"] if product.pages else []
        other = ["the file differs, its pages look the same"] if product.unseen else []
        rows.append(
            (
                product.file,
                "; ".join(pages + _keys(product.facts) + other) if product.kind == "changed" else product.kind,
            )
        )
    rows += [
        (f"phrase `{phrase.id}`", ", ".join(_keys(phrase.changes)) if phrase.kind == "changed" else phrase.kind)
        for phrase in comparison.phrases
    ]
    rows += [
        (name, ", ".join(_keys(changes)))
        for name, changes in (("texts", comparison.texts), ("brand", comparison.brand))
        if changes
    ]
    return ["Changed since the last build:", *table(rows)]


def _keys(changes: tuple[Change, ...]) -> list[str]:
    keys = [change.key for change in changes]
    return keys if len(keys) <= MOST_KEYS else [*keys[:MOST_KEYS], f"{len(keys) - MOST_KEYS} more"]


def preflight_summary(report: OrderReport) -> list[str]:
    """What preflight looked at, and what it or the content leaves open."""
    checks = max(len(file.checks) for file in report.files.values())
    lines = [f"Preflight: {len(report.files)} files, up to {checks} checks each, status {report.status}."]
    if report.findings:
        findings = ((f.severity, f.code, f.where, f"{f.problem}; {f.fix}") for f in report.findings)
        lines += ["", *table(findings)]
    return lines


def verified_order(found: Checked, project: Project) -> str:
    """A published order that is whole."""
    size = f"{found.files} files, {found.size / 1e6:.1f} MB"
    return f"Checked: {project.name(found.folder)}/, {size}, all as they were made; status {found.status}."


def check_report(found: CheckedFitting) -> list[str]:
    """How much was checked, what there is to look at, what is still open."""
    checked = found.checked
    counts = ", ".join(f"{count} {kind if count != 1 else kind[:-1]}" for kind, count in checked.counts.items())
    fits = f"Every text of {found.products} {'product' if found.products == 1 else 'products'} fits."
    return [f"Checked: {counts}. {fits}", *typography_notes(checked.notes), *draft_reasons(checked.reasons)]


def typography_notes(notes: tuple[Problem, ...]) -> list[str]:
    """Typography that only somebody who reads it can set right; it stops nothing."""
    if not notes:
        return []
    return ["", f"Typography, {len(notes)} to look at:", *(f"  {note}" for note in notes)]


def draft_reasons(reasons: tuple[Problem, ...]) -> list[str]:
    """What keeps the orders from print."""
    if not reasons:
        return ["Nothing is open: ready for print."]
    return ["", f"DRAFT, not for print. {len(reasons)} open:", *(f"  {reason}" for reason in reasons)]
