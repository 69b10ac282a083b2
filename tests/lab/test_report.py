"""The page, in a real browser, opened as a file: the same parts whatever came out, nothing fetched, no overflow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from equijudge_lab import report
from equijudge_lab.hypotheses import HYPOTHESES
from equijudge_lab.results import Results
from equijudge_lab.tables import build_tables
from tests.integration.test_report_page import CHROMIUM, FLAGS, SCREENSHOTS
from tests.lab.made_up import FACTS, even, results

FEW = dict.fromkeys(("base", "nll", "eco"), 1.0)
Opened = Callable[[Results], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


_BUILT: dict[int, tuple[Results, dict[str, Any]]] = {}


def built(found: Results) -> dict[str, Any]:
    """Through JSON: what is written must be all that the page needs."""
    if id(found) not in _BUILT:
        _BUILT[id(found)] = found, json.loads(json.dumps(build_tables(found, FACTS)))
    return _BUILT[id(found)][1]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Fails in the end when a page wrote an error or asked for anything but itself."""
    faults: list[str] = []
    pages: list[Page] = []

    def show(found: Results) -> Page:
        path = report.write_report(built(found), tmp_path)
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: faults.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()
    assert faults == []


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('[id]:not(svg [id])')].map(each => each.id)")
    return found


def test_every_part_is_there(opened: Opened) -> None:
    page = opened(even())
    assert page.locator(".hypothesis").count() == len(HYPOTHESES)
    assert page.locator("#blocks tbody tr").count() == 12
    assert page.locator("figure svg").count() == 8
    assert page.locator("#incomplete").count() == 0
    assert page.locator("#controls .narrower").count() == 1


def test_the_page_is_the_same_whatever_came_out(opened: Opened) -> None:
    good = opened(results(FEW | {"nll": 1.8}))
    bad = opened(results(FEW | {"eco": 1.8}))
    assert ids(good) == ids(bad)
    assert good.locator(".hypothesis .answer").nth(2).inner_text() == "supported"
    assert bad.locator(".hypothesis .answer").nth(2).inner_text() == "refuted"


@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (400, "light"), (400, "dark")])
def test_no_width_overflows_and_every_table_is_whole(
    opened: Opened, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = opened(even())
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # No table is wider than what is seen of it: nothing is behind a scroll bar.
    wide = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.firstElementChild.id)"
    )
    assert wide == []
    page.screenshot(path=SCREENSHOTS / f"lab-{width}-{scheme}.png", full_page=True)


def test_a_narrow_row_names_its_run(opened: Opened) -> None:
    page = opened(even())
    page.set_viewport_size({"width": 400, "height": 900})
    rows = page.locator("#groups tbody tr td:first-child")
    assert all(text.strip() for text in rows.all_inner_texts())


def test_a_page_of_a_world_that_is_too_easy_says_so_first(opened: Opened) -> None:
    page = opened(results({"base": 1.0, "nll": 1.0}, base=0.95))
    assert "mean little" in page.locator("#unaccepted").inner_text()
    assert page.locator("h1 ~ p").nth(1).get_attribute("id") == "unaccepted"
    assert opened(even()).locator("#unaccepted").count() == 0


def test_a_page_of_nothing_is_a_page(opened: Opened) -> None:
    page = opened(results({}))
    assert {each.inner_text() for each in page.locator(".hypothesis .answer").all()} == {"not tested"}
    assert page.locator("#incomplete").count() == 1
