"""Chromium, for what only a browser can tell."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Its sandbox does not start for root, which is what containers run as.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


_kept: dict[Browser, Page] = {}


@contextmanager
def window(
    browser: Browser, size: dict, listeners: dict[str, Callable[[Any], Any]], alone: bool = False, **looks: Any
) -> Iterator[Page]:
    """An empty page that remembers nothing and is offline; `listeners` hear, by event, what happens to it.

    To open one takes longer than most tests do, so a worker keeps it for the next test: emptied, and as if nobody had
    ever moved a mouse over it. A test that fails takes its page with it. `alone` is who puts scripts into all pages.
    """
    media = {"color_scheme": "light", "forced_colors": "none"}
    own = alone or not looks.keys() <= media.keys()
    page = _new_page(browser, **looks) if own else _kept.pop(browser, None) or _new_page(browser)
    page.set_viewport_size(size)
    if not own:
        page.emulate_media(media="null", reduced_motion="reduce", **media | looks)
    for event, hear in listeners.items():
        page.on(event, hear)
    try:
        yield page
        if not own:
            _empty(page, listeners)
            _kept[browser] = page
    finally:
        if browser not in _kept or _kept[browser] is not page:
            page.context.close()


def _new_page(browser: Browser, **looks: Any) -> Page:
    return browser.new_context(offline=True, reduced_motion="reduce", **looks).new_page()


def _empty(page: Page, listeners: dict[str, Callable[[Any], Any]]) -> None:
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    for event, hear in listeners.items():
        page.remove_listener(event, hear)
    page.mouse.move(0, 0)
    page.goto("about:blank")
