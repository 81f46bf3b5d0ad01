"""A game's pages in a browser: opened, and what must hold wherever one looks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from browsers import window
from playwright.sync_api import Browser, Locator, Page

from press.bingo.deal import Deal
from press.game.game_data import kinds_of
from press.game.game_pages import write_game
from press.order.plan import Plan

BOARDS = 24
DESK, PHONE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640}


@dataclass(frozen=True)
class Game:
    """Pages in a folder, and the plan they were made from."""

    folder: Path
    plan: Plan

    @property
    def deals(self) -> dict[str, Deal]:
        """Every deal by its code."""
        return {kind.deal.code: kind.deal for kind in kinds_of(self.plan)}


def make_game(folder: Path, plan: Plan) -> Game:
    folder.mkdir(parents=True)
    report = write_game(plan, folder)
    assert report.findings == ()
    return Game(folder, plan)


@contextmanager
def opened(browser: Browser, game: Game, page: str = "index.html", size: dict | None = None, **looks) -> Iterator[Page]:
    """A page in a window of its own. At the end: nothing was said on the console, nothing asked for but the page."""
    faults: list[str] = []
    with window(browser, size or DESK, heard(game, faults), **looks) as one:
        one.goto(address(game, page))
        yield one
    assert not faults


def heard(game: Game, faults: list[str]) -> dict[str, Callable]:
    """By event, what takes down each fault of a page."""
    inside = (game.folder / "spiel").as_uri() + "/"
    return {
        "console": lambda message: faults.append(f"console: {message.text}"),
        "pageerror": lambda error: faults.append(f"error: {error}"),
        "dialog": lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        "request": lambda request: (
            faults.append(request.url) if not request.url.startswith((inside, "data:")) else None
        ),
    }


def address(game: Game, page: str = "index.html") -> str:
    return f"{(game.folder / 'spiel').as_uri()}/{page}"


# What a browser does that may remember nothing.
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def phrase(page: Page, number: int) -> Locator:
    """The caller's button for a phrase."""
    return page.locator(f"#phrase-list [data-phrase='{number - 1}'] button")


def say(page: Page, *numbers: int) -> None:
    for number in numbers:
        phrase(page, number).click()


def check(page: Page, text: str) -> None:
    page.get_by_label("Nummer des Bogens").fill(text)
    page.locator("#check-form").get_by_role("button", name="Prüfen").click()
