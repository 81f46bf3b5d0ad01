"""Watching: build, tell, wait for the next edit."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from press.errors import PressError, Problem, choose_one
from press.language.message import _
from press.paths import Project
from press.system.os_errors import explaining_os_errors
from press.system.progress import Progress, T
from press.system.signals import raising_signals
from press.system.worker_pool import WorkerPool
from press.watch.edits import edits, state
from press.watch.live import LiveServer, live
from press.watch.messages import BUILDING, CHECKING, greeting, notice, round_summary
from press.watch.rebuild import Round, SupersededError, make_round

if TYPE_CHECKING:
    from press.build.build import BuildResult
    from press.delivery.finished_file import FinishedFile

MOST_LOOKS = 4  # pages, of as many files, that are shown before the round is over


@dataclass(frozen=True)
class Wanted:
    """What to build: as for `invoke build`."""

    order: str
    brand: str | None = None
    only: tuple[str, ...] = ()
    edition: str = "all"


def watch(project: Project, wanted: Wanted, serve: bool = False) -> Iterator[list[str]]:
    """Builds at once and after every edit; gives what there is to say, a round at a time, without end.

    With `serve` the proof page is served while it goes on, and shows each round. Raises PressError if an option names
    what is not there, which no edit mends; KeyboardInterrupt ends it.
    """
    if wanted.order not in project.orders():  # before its folder is served
        raise PressError(
            Problem("--order", _("there is no order `{order}`", order=wanted.order), choose_one(project.orders()))
        )
    progress = Overtaken(project)
    with (
        live(project.published(wanted.order)) if serve else nullcontext() as page,
        WorkerPool(progress=progress) as workers,
    ):
        yield greeting(wanted.order, page.address if page else None)
        for edited in edits(project):
            if page:
                page.say(BUILDING)
            progress.begin()
            round_ = make_round(edited, lambda: _build(project, wanted, workers, progress, page))
            _refuse_options(round_)
            if page:
                page.say(notice(round_))
            yield round_summary(round_)


def _build(
    project: Project, wanted: Wanted, workers: WorkerPool, progress: Progress, page: LiveServer | None
) -> "BuildResult":
    # Typst, the PDF libraries and all checks: loaded here, so that the watch answers before they are.
    from press.build.build import build
    from press.order.plan import chosen_editions, make_plan
    from press.order.variant import Overrides

    with raising_signals(), explaining_os_errors(project.root):
        plan = make_plan(project, wanted.order, Overrides(wanted.brand, wanted.only), chosen_editions(wanted.edition))
        if page:
            page.folder = project.published(plan.name)  # of what is watched: options make a variant of the order
        return build(plan, progress, workers=workers, look=partial(_show, page))


def _show(page: LiveServer | None, file: "FinishedFile") -> None:
    """What the round changes in a file, on the page, if there is one, and room."""
    from press.watch.first_look import first_look

    if page and len(page.looks) < MOST_LOOKS and (look := first_look(file, page.folder)):
        page.notice, page.looks = CHECKING, (*page.looks, look)


def _refuse_options(round_: Round) -> None:
    if round_.error and not round_.edited and all(problem.where.startswith("--") for problem in round_.error.problems):
        raise round_.error


class Overtaken(Progress):
    """A round is told in one line when it is over; how far it is, only a bar on a terminal shows.

    Between two things it looks whether a newer edit has come: then it raises SupersededError.
    """

    def __init__(self, project: Project):
        super().__init__()
        self._project, self._begun = project, state(project)

    def begin(self) -> None:
        self._begun = state(self._project)

    def over(self, things: Iterable[T], doing: str, sizes: Sequence[int] | None = None, unit: str = "") -> Iterator[T]:
        for thing in super().over(things, doing, sizes, unit) if self.terminal else things:
            if state(self._project) != self._begun:
                raise SupersededError
            yield thing
