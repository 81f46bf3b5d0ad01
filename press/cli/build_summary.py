"""What `invoke build` prints: what was made, what changed, what preflight found."""

from pathlib import Path

from press.build.build import BuildResult
from press.build.relink import Relinked
from press.cli.output import table
from press.delivery.filenames import INDEX
from press.delivery.manifest import ManifestProduct
from press.language.message import _, joined, ngettext
from press.order.plan import Plan
from press.paths import Project
from press.preflight.report import OrderReport
from press.proof.compare import Change, Comparison

MOST_KEYS = 6  # of changed texts that are named
KINDS = {"new": _("new"), "gone": _("gone"), "changed": _("changed")}


def build_report(result: BuildResult, project: Project) -> list[str]:
    """What was made, how many, where it lies, what is still open."""
    rows = [
        (
            product.file,
            ngettext("{n} page", "{n} pages", product.pages),
            ngettext("{n} board", "{n} boards", product.boards) if product.boards else "",
            ngettext("{n} copy", "{n} copies", product.copies),
            _("{first} to {last}", first=product.first_sheet, last=product.last_sheet) if product.boards else "",
        )
        for product in result.manifest.products
    ]
    packages = [
        _("For the print shop: {path}", path=project.name(result.folder / name))
        for name in result.manifest.outputs
        if name.endswith(".zip")
    ]
    rounds = dict.fromkeys(  # once for all editions and files of an item
        joined("", ("  ", product.id, ": ", str(product.odds)))
        for product in result.manifest.products
        if _begins_an_item(product)
    )
    if result.comparison is None:
        return [nothing_changed(result.folder, project), *_promises(result, project)]
    kept = len(rows) - len(result.made)
    made = _("Made in {path}/", path=project.name(result.folder))
    if kept:
        made += _(" ({kept} of {count} taken over from earlier builds)", kept=kept, count=len(rows))
    return [
        made,
        *table(rows),
        *rounds,
        *packages,
        _("To look at: {path}", path=project.name(result.folder / INDEX)),
        *changes_since_last_build(result.comparison),
        *preflight_summary(result.report),
        *_promises(result, project),
    ]


def nothing_changed(folder: Path, project: Project) -> str:
    """Of an order's folder: that nothing was to do."""
    return _(
        "Nothing has changed since the last build: {path}/ is as it would be made again.", path=project.name(folder)
    )


def _promises(result: BuildResult, project: Project) -> list[str]:
    """The short addresses that are printed for the first time."""
    if not result.promised:
        return []
    return [
        _("Promised from now on, in {path}:", path=project.name(project.printed)),
        *(f"  {link}" for link in result.promised),
    ]


def relinked(result: Relinked, project: Project) -> list[str]:
    """Which short addresses lead elsewhere than before."""
    before, now, folder = result.before, result.now, project.name(result.folder)
    changed = [
        (key, before.get(key, _("new")), f"-> {now[key]}" if key in now else _("-> nothing"))
        for key in {**now, **before}
        if before.get(key) != now.get(key)
    ]
    if not changed:
        return [_("Nothing has changed: {folder}/ is as it was.", folder=folder)]
    return [_("Written: {folder}/. Put it on the web server. Changed:", folder=folder), *table(changed)]


def _begins_an_item(product: ManifestProduct) -> bool:
    """Whether it is the first, or the only, file of an item with boards."""
    return product.first_sheet is not None and int(product.first_sheet.split("-")[1]) == 1


def items_left_out(plan: Plan) -> list[str]:
    """Items without an office edition."""
    return [_("No office edition of {name}: {why}.", name=name, why=why) for name, why in plan.left_out.items()]


def changes_since_last_build(comparison: Comparison) -> list[str]:
    """What is different from the build that was replaced."""
    if not comparison.earlier:
        return []
    if comparison.same:
        return [_("Nothing that is printed has changed since the last build.")]
    rows = []
    for product in comparison.products:
        what: list[str] = _keys(product.facts)
        if product.pages:
            count, compared = len(product.pages), product.compared
            what.insert(0, _("{count} of {compared} compared pages look different", count=count, compared=compared))
        if product.unseen:
            what.append(_("the file differs, its pages look the same"))
        rows.append((product.file, joined("; ", what) if product.kind == "changed" else KINDS[product.kind]))
    rows += [
        (
            _("phrase `{phrase}`", phrase=phrase.id),
            joined(", ", _keys(phrase.changes)) if phrase.kind == "changed" else KINDS[phrase.kind],
        )
        for phrase in comparison.phrases
    ]
    rows += [
        (name, joined(", ", _keys(changes)))
        for name, changes in ((_("texts"), comparison.texts), (_("brand"), comparison.brand))
        if changes
    ]
    return [_("Changed since the last build:"), *table(rows)]


def _keys(changes: tuple[Change, ...]) -> list[str]:
    keys = [change.key for change in changes]
    return keys if len(keys) <= MOST_KEYS else [*keys[:MOST_KEYS], _("{more} more", more=len(keys) - MOST_KEYS)]


def preflight_summary(report: OrderReport) -> list[str]:
    """What preflight looked at, and what it or the content leaves open."""
    checks = max(len(file.checks) for file in report.files.values())
    lines: list[str] = [
        _(
            "Preflight: {count} files, up to {checks} checks each, status {status}.",
            count=len(report.files),
            checks=checks,
            status=report.status,
        )
    ]
    if report.findings:
        findings = ((f.severity, f.code, f.where, joined("; ", (f.problem, f.fix))) for f in report.findings)
        lines += ["", *table(findings)]
    return lines
