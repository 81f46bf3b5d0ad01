"""The survey: every page's own few bytes read, shared objects left to be looked at once.

Pages come in volumes, each read by a file opened anew: memory does not grow with their number.
"""

import re
import sys
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import partial

from pikepdf import Array, Object

from press.language.message import _
from press.order.imposition import VOLUME
from press.pdf.graphics.placed_forms import Placed, read_placed
from press.pdf.opening import File, open_pdf
from press.pdf.page_tree import page_dicts
from press.preflight.expected import Expected
from press.preflight.page_content import FormIndex, PageContent, Places, wanted
from press.system.worker_pool import WorkerPool

_OF_ONE_PAGE = re.compile(rb"/(?:Parent|Contents) (?:\d+ 0 R|\[[^\]]*\]) ?")

Kind = bytes  # of a page: its dictionary without parent and content


@dataclass
class Survey:
    """What pages are, each with the first page (from 0) of its sort."""

    kinds: dict[Kind, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)  # drawn by pages that do nothing else
    sorts: list[Hashable] = field(default_factory=list)  # page by page: the sorts of its parts; None if it is more
    places: dict[Places, list[int]] = field(default_factory=dict)  # where phrases stand → pages they stand so on
    # What pages share → the other parts at the places they stand on it; each with the first page of that.
    placements: dict[tuple[str, ...], dict[Placed, int]] = field(default_factory=dict)
    mismatches: dict[int, PageContent] = field(default_factory=dict)  # pages of parts that say something unexpected

    def add_placed(self, placed: tuple[Placed, ...], page: int) -> None:
        """Parts at places, of a page that draws nothing else."""
        ground = tuple([name for name, x, y in placed if x == y == 0])
        known = self.placements.setdefault(ground, {})
        for one in placed:
            if one not in known:
                known[one] = page
                self.parts.setdefault(one[0], page)

    def add(self, volume: "Survey") -> None:
        """Goes on with the pages that follow."""
        self.sorts += volume.sorts
        self.mismatches |= volume.mismatches
        for places, pages in volume.places.items():
            self.places.setdefault(places, []).extend(pages)
        for ground, placed in volume.placements.items():
            own = self.placements.setdefault(ground, {})
            for one, page in placed.items():
                own.setdefault(one, page)
        for kind, page in volume.kinds.items():
            self.kinds.setdefault(kind, page)
        for part, page in volume.parts.items():
            self.parts.setdefault(part, page)


def survey(file: File, pages: int, forms: FormIndex, expected: Expected, workers: WorkerPool) -> Survey:
    """Every page of the file; those that `forms` can read are held against what was expected.

    `pages` is how many there are content to be: the last volume goes on for as long as there are more.
    """
    volumes = [range(start, start + VOLUME) for start in range(0, max(pages, 1), VOLUME)]
    volumes[-1] = range(volumes[-1].start, sys.maxsize)
    work = partial(_survey_volume, file, forms, expected)
    found = (
        workers.map_with_progress(
            work, volumes, _("preflight"), [min(VOLUME, pages - volume.start) for volume in volumes], _("pages")
        )
        if len(volumes) > 1
        else map(work, volumes)
    )
    whole = Survey()
    for volume in found:
        whole.add(volume)
    return whole


def _survey_volume(file: File, forms: FormIndex, expected: Expected, pages: range) -> Survey:
    found = Survey()
    with open_pdf(file) as pdf:
        for number, page in enumerate(page_dicts(pdf, pages), pages.start):
            kind = kind_of(page)
            found.kinds.setdefault(kind, number)
            placed = read_placed(content_of(page)) if kind == forms.kind else None
            if placed is None or not forms.knows(placed):
                found.sorts.append(None)
                continue
            found.add_placed(placed, number)
            found.sorts.append(forms.sort(placed))
            found.places.setdefault(forms.places(placed), []).append(number)
            if not (content := forms.read(placed)).agrees(wanted(expected, number)):
                found.mismatches[number] = content
    return found


def kind_of(page: Object) -> Kind:
    return _OF_ONE_PAGE.sub(b"", page.unparse(resolved=True))


def content_of(page: Object) -> bytes:
    content = page.get("/Contents", Array())
    return b"\n".join(part.read_bytes() for part in (content if isinstance(content, Array) else (content,)))
