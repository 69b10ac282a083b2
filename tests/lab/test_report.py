"""The page, in a real browser, opened as a file: the same parts whatever came out, nothing fetched, no overflow."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from equijudge_lab import report
from equijudge_lab.hypotheses import HYPOTHESES
from equijudge_lab.results import Results
from equijudge_lab.tables import build_tables
from tests.integration.test_report_page import CHROMIUM, FLAGS, SCREENSHOTS
from tests.lab.made_up import EVEN, FACTS, PRESET, results

Opened = Callable[[Results], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Fails in the end when a page wrote an error or asked for anything but itself."""
    faults: list[str] = []
    pages: list[Page] = []

    def show(found: Results) -> Page:
        path = report.write_report(build_tables(found, FACTS), tmp_path)
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


def made(found: Results) -> dict[str, Any]:
    # Through JSON: what is written must be all that the page needs.
    loaded: dict[str, Any] = json.loads(json.dumps(build_tables(found, FACTS)))
    return loaded


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('h2, table, figure')].map(e => e.id || e.textContent)"
    )
    return found


def test_the_page_has_every_part(opened: Opened) -> None:
    page = opened(results(EVEN | {"A5-1": 1.0, "A4": 1.0, "A1": 0.2, "A2": 0.2}))

    assert page.locator(".hypothesis").count() == len(HYPOTHESES)
    assert page.locator("#conditions tbody tr").count() == 1 + len(PRESET.conditions)
    assert page.locator("figure svg").count() == 7
    assert page.locator("#incomplete").count() == 0
    page.screenshot(path=SCREENSHOTS / "lab.png", full_page=True)


def test_the_page_is_the_same_whatever_came_out(opened: Opened) -> None:
    good = opened(results(EVEN | {"A5-1": 1.0, "A1": 0.05, "A2": 0.05}))
    bad = opened(results(EVEN | {"A5-1": 0.05, "A1": 1.0, "A2": 1.0}))

    assert ids(good) == ids(bad)
    assert "supported" in good.locator(".hypothesis .answer").first.inner_text()
    assert bad.locator(".hypothesis .answer").first.inner_text() == "refuted"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_does_not_overflow(opened: Opened, scheme: Any) -> None:
    page = opened(results(EVEN))
    page.set_viewport_size({"width": 420, "height": 900})
    page.emulate_media(color_scheme=scheme)

    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    page.screenshot(path=SCREENSHOTS / f"lab-narrow-{scheme}.png", full_page=True)


def test_a_page_of_a_world_that_is_too_easy_says_so_first(opened: Opened) -> None:
    page = opened(results(EVEN, {"A0": 0.95}))

    assert "mean little" in page.locator("#unaccepted").inner_text()
    assert page.locator("h1 ~ p").nth(1).get_attribute("id") == "unaccepted"
    assert opened(results(EVEN)).locator("#unaccepted").count() == 0


def test_a_page_of_nothing_is_a_page(opened: Opened) -> None:
    page = opened(results({}))

    assert page.locator(".hypothesis").count() == len(HYPOTHESES)
    assert {each.inner_text() for each in page.locator(".hypothesis .answer").all()} == {"not tested"}
    assert page.locator("#incomplete").count() == 1


def test_every_seed_is_in_the_tables() -> None:
    by_name = {each["name"]: each for each in made(results(EVEN))["conditions"]}

    assert (by_name["A1"]["seeds"], len(by_name["A1"]["by_seed"]["pass@1"])) == (2, 2)
    assert (by_name["A4"]["seeds"], by_name["A4"]["planned_seeds"]) == (1, 1)
    assert by_name["A1"]["matched"] is None
    assert by_name["A5-1"]["matched"]["problems"] == 12


def test_a_seed_that_is_missing_leaves_out_those_after_it() -> None:
    found = results(EVEN)
    kept = {draw: scores for draw, scores in found.scores.items() if (draw.condition, draw.seed) != ("A1", 0)}

    by_name = {each["name"]: each for each in made(dataclasses.replace(found, scores=kept))["conditions"]}

    assert by_name["A1"]["seeds"] == 0
    assert by_name["A5-1"]["matched"] is None


def test_a_trace_goes_from_the_base_to_the_end() -> None:
    (trace,) = made(results(EVEN))["traces"]

    assert [point["step"] for point in trace["points"]] == [0, 10, 20, 30, 40]
    assert trace["held_out"] == [{"step": 20, "held_out_nll": 1.1}, {"step": 40, "held_out_nll": 1.0}]
