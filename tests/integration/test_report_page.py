"""report.html in a real browser, opened as a file: what is on it, that it works, that it fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.service import Service
from tests.sets_support import ADDERS, ROOT, adding, build, handbook, write_rows

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCREENSHOTS = ROOT / "build" / "screenshots"
HOSTILE = "</pre></template><script>document.title = 'taken over'</script>"


@pytest.fixture(scope="module")
def report(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    hostile = {**adding(2, [f"{source}\n# {HOSTILE}" for source in ADDERS]), "name": HOSTILE}
    rows = [adding(1), *handbook("integer_square_root"), hostile, {"name": "no problem"}, adding(3, ADDERS[:2])]
    build(service, write_rows(folder / "rows.jsonl", rows), folder / "out", "--no-audit")
    return folder / "out" / "report.html"


@pytest.fixture
def page(report: Path) -> Iterator[Page]:
    """Ends with an error when the page wrote an error to the console or asked for anything but itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if request.url != report.as_uri() else None)
        page.goto(report.as_uri())
        yield page
        browser.close()
    assert faults == []


def names(page: Page) -> list[str]:
    return page.locator("#problems tbody tr:not(.detail) td:nth-child(2)").all_inner_texts()


def test_the_page_shows_the_funnel_the_figures_and_every_set(page: Page) -> None:
    assert page.locator("#figures").inner_text().startswith("3\nproblems of 5")
    assert page.locator("#funnel .count").all_inner_texts()[0].strip() == "4"
    assert "Rows refused: 1" in page.locator("#faults").inner_text()
    assert page.locator("#verdicts .mix").first.locator("div").count() == 1
    assert page.locator("#clusters .bar").count() >= 1
    assert names(page) == ["sum 1", "integer_square_root", HOSTILE]
    page.screenshot(path=SCREENSHOTS / "report.png", full_page=True)


def test_a_problem_opens_with_its_clusters_side_by_side(page: Page) -> None:
    page.get_by_role("button", name="integer_square_root").click()
    clusters = page.locator(".detail .cluster")
    boxes = [box for box in (each.bounding_box() for each in clusters.all()) if box]
    assert len(boxes) >= 2
    assert len({box["y"] for box in boxes}) == 1
    assert page.locator(".detail pre.code span.k").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400  # the clusters scroll, not the page
    page.screenshot(path=SCREENSHOTS / "clusters.png", full_page=True)
    page.get_by_role("button", name="integer_square_root").click()
    assert page.locator(".detail").count() == 0


def test_on_a_narrow_screen_only_the_table_scrolls(page: Page) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    page.get_by_role("button", name="integer_square_root").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    page.screenshot(path=SCREENSHOTS / "narrow.png", full_page=True)


def test_the_table_sorts_by_any_column(page: Page) -> None:
    head = page.locator("#problems thead button").nth(1)
    head.click()
    up = names(page)
    head.click()
    assert names(page) == up[::-1] != up


def test_what_strangers_wrote_is_text(page: Page) -> None:
    page.locator("#problems button[data-open=p2]").click()
    assert HOSTILE in page.locator(".detail pre.code").first.inner_text()
    assert page.title() != "taken over"
