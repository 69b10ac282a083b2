"""The service's pages in a real browser that reaches nothing but the service: /, /docs and /redoc, bare and behind a
proxy that shows the service under a prefix. Cells are fakes, all else is real."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.integration.test_report_page import CHROMIUM, FLAGS, SCREENSHOTS
from tests.integration.test_worker_faults import FakeCells
from tests.service import KEY

PREFIX = "/judge"
# ReDoc wants one image of another host; the policy refuses it before it is asked for, which the console tells.
REDOCS_SIGN = re.compile(
    r"Loading the image '\S+/redoc/logo-mini.svg' violates .* The action has been blocked\.|\S+/redoc/logo-mini.svg"
)
ALONE = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # no other host has an address


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder = tmp_path_factory.mktemp("pages")
    made = FakeCells(folder, {"EQUIJUDGE_CACHE_DIR": str(folder)})
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


@contextmanager
def stripping_proxy(target: str) -> Iterator[str]:
    """What nginx does for `location /judge/ { proxy_pass http://api/; }`: the service knows nothing of the prefix."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith(PREFIX):
                self.send_error(404)
                return
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            answer = httpx.get(target + self.path.removeprefix(PREFIX), headers=headers)
            self.send_response(answer.status_code)
            for name in ("content-type", "content-security-policy"):
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module", params=["bare", "behind a prefix"])
def base(service: FakeCells, request: pytest.FixtureRequest) -> Iterator[str]:
    """The service's address as a browser sees it."""
    if request.param == "bare":
        yield service.http().base
        return
    with stripping_proxy(service.http().base) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """Ends with an error when a page wrote one to the console (what its policy refuses is written there), or asked for
    anything that is not the service's."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if is_own(request.url, base) else faults.append(request.url))
    yield page
    page.close()
    assert "\n".join(fault for fault in faults if not REDOCS_SIGN.fullmatch(fault)) == ""


def is_own(url: str, base: str) -> bool:
    return url.startswith((f"{base}/", "data:", "blob:"))


def picture(name: str, base: str) -> Path:
    return SCREENSHOTS / f"{name}-{'prefix' if base.endswith(PREFIX) else 'bare'}.png"


def test_docs_shows_every_call_and_tries_one_with_a_key(page: Page, base: str) -> None:
    page.goto(f"{base}/docs")
    page.locator("#operations-limits-get_limits_limits_get").wait_for()
    calls = [each for path in httpx.get(f"{base}/openapi.json").json()["paths"].values() for each in path]
    assert page.locator(".opblock").count() == len(calls)
    page.get_by_role("button", name="Authorize").first.click()
    page.locator("input[type=text], input[type=password]").first.fill(KEY)
    page.locator(".auth-btn-wrapper button[type=submit]").click()
    page.locator(".auth-btn-wrapper .btn-done").click()
    call = page.locator("#operations-limits-get_limits_limits_get")
    call.locator(".opblock-summary-control").click()
    call.get_by_role("button", name="Try it out").click()
    call.get_by_role("button", name="Execute").click()
    answer = call.locator(".live-responses-table .response").first
    answer.wait_for()
    page.screenshot(path=picture("docs", base))
    assert answer.locator(".response-col_status").inner_text().strip().startswith("200")
    assert '"body_bytes": 67108864' in answer.inner_text()
    assert f"{base}/limits" in call.locator(".request-url").inner_text()


def test_redoc_shows_every_call_and_finds_one(page: Page, base: str) -> None:
    page.goto(f"{base}/redoc")
    page.get_by_role("heading", name="Get Limits").first.wait_for()
    calls = [each for path in httpx.get(f"{base}/openapi.json").json()["paths"].values() for each in path]
    assert page.locator("[data-section-id*='operation/']").count() >= len(calls)
    page.get_by_role("textbox").fill("limits")
    page.locator("[role=search] [role=menuitem]").first.wait_for()
    page.screenshot(path=picture("redoc", base))


@pytest.mark.parametrize("width", [1300, 400])
def test_the_front_page_says_what_runs_and_leads_to_the_rest(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}/")
    page.screenshot(path=picture(f"front-{width}", base), full_page=True)
    assert "Ready" in page.locator(".state").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = {link.inner_text(): str(link.evaluate("link => link.href")) for link in page.locator("a").all()}
    assert found == {name: f"{base}/{name}" for name in ("docs", "redoc", "openapi.json", "readyz")}
    assert {httpx.get(address).status_code for address in found.values()} == {200}
