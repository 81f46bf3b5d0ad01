"""The proof page in a browser: opened, and what must hold wherever one looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from browsers import window
from playwright.sync_api import Browser, Page

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


_complete: set[tuple[Path, int]] = set()


@contextmanager
def opened(browser: Browser, folder: Path, size: dict, **looks: str) -> Iterator[Page]:
    """index.html of a folder. At the end: nothing was said on the console, nothing asked for outside the folder."""
    faults: list[str] = []
    inside = folder.as_uri() + "/"
    listeners = {
        "console": lambda message: faults.append(f"console: {message.text}"),
        "pageerror": lambda error: faults.append(f"error: {error}"),
        "dialog": lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        "requestfailed": lambda request: faults.append(f"failed: {request.url}"),
        "request": lambda request: (
            faults.append(f"asked for {request.url}") if not request.url.startswith((inside, "data:")) else None
        ),
    }
    with window(browser, size, listeners, **looks) as page:
        page.goto(inside + "index.html")
        yield page
        # Pictures wait until they are scrolled to: all must have come for the faults to be complete. Once is enough.
        if (folder, size["width"]) not in _complete:
            page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
            page.wait_for_function(
                "[...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)"
            )
            _complete.add((folder, size["width"]))
    assert not faults


def assert_accessible(page: Page, part: str | None = None) -> None:
    """The page, or a part of it: the whole takes seconds."""
    # Without preloading: a page opened from the disk may not read its own style sheets. What passes is not told.
    results = Axe().run(page, context=part, options={"preload": False, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


def assert_fits(page: Page) -> None:
    """Nothing makes the page scroll sideways."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def unfold(page: Page) -> None:
    """On a phone, what is long is folded away."""
    page.evaluate("for (const one of document.querySelectorAll('details.folded')) one.open = true")
