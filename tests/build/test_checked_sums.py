"""What a check has read: all that is written, ordered or not, so that none of it can change unseen."""

import hashlib
import os
from pathlib import Path

from tools import BUILT

from press.brand.faces import outside
from press.build.inputs import checked_sums
from press.errors import collecting
from press.order.check import read_all, read_order
from press.order.plan import NONE
from press.paths import Project


def test_what_nobody_ordered_is_among_it(sample):
    project = Project.at(sample)
    own = project.own_podcast("eigener")
    own.parent.mkdir()
    own.write_bytes(project.podcast.read_bytes())
    spare = project.deck("spare")
    spare.write_bytes(project.deck("probe").read_bytes().replace(b"probe", b"spare"))
    with collecting() as problems:
        found = read_all(project, problems)
    sums = checked_sums(found)
    written = [own, spare, project.podcast, project.order("standard"), *map(project.brand, project.brands())]
    for path in written:
        assert sums[project.name(path)] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not (sample / BUILT).exists() and len(project.brands()) > 1
    families = {face.family for face in found.faces}
    installed = outside(found.faces, sample)
    assert len(families) > 2 and installed and not outside(found.faces, Path(os.path.commonpath(installed)))


def test_of_one_order_it_is_what_that_names(sample):
    with collecting() as problems:
        found = read_order(Project.at(sample), "standard", NONE, problems)
    assert not found.others and "content/orders/standard.yaml" in checked_sums(found)
