"""`progress=` of a call: what is told, when, and by what it may be shown."""

from __future__ import annotations

import io
import sys
import types
from typing import Any

import httpx
import pytest
from tqdm import tqdm

from equijudge import BadArgument, ProgressReport
from equijudge.progress import NotebookBar, draw_html, track
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from tests.unit.client_support import ROW, Script, async_client, client, job, line, result, status


def judged() -> Script:
    """A service that judges two candidates of a job, the second one first."""
    accepted = httpx.Response(202, json=status(JobState.RUNNING, 2, 0))
    return Script(accepted, httpx.Response(200, content=line(1) + line(0)), job())


def test_a_callable_is_told_at_the_start_and_after_every_result() -> None:
    told: list[ProgressReport] = []
    with client(judged()) as service:
        found = service.verify(ROW, ["a", "b"], progress=told.append)
    assert [(each.done, each.total, each.unit, dict(each.verdicts)) for each in told] == [
        (0, 2, "candidates", {}),
        (1, 2, "candidates", {"AC": 1}),
        (2, 2, "candidates", {"AC": 2}),
    ]
    assert [each.index for each in found] == [0, 1]


def test_results_are_not_kept_back_where_somebody_looks() -> None:
    for progress, wait in ((None, 10.0), (lambda report: None, 0.0)):
        script = judged()
        with client(script) as service:
            service.verify(ROW, ["a", "b"], progress=progress)
        assert script.body().get("wait", 10.0) == wait


async def test_what_a_callable_raises_ends_the_call_and_cancels_its_job() -> None:
    def fail(report: ProgressReport) -> None:
        if report.done:
            raise RuntimeError("enough")

    script = judged()
    async with async_client(script) as service:
        with pytest.raises(RuntimeError, match="enough"):
            await service.verify(ROW, ["a", "b"], progress=fail)
    assert (script.requests[-1].method, script.requests[-1].url.path) == ("DELETE", "/jobs/j1")


def test_a_bar_of_tqdm_is_filled() -> None:
    said = io.StringIO()
    with client(judged()) as service, tqdm(file=said) as bar:
        service.verify(ROW, ["a", "b"], progress=bar)
        assert (bar.total, bar.n) == (2, 2)


def test_what_can_show_nothing_is_refused() -> None:
    progress: Any = "yes"
    with client(Script()) as service, pytest.raises(BadArgument, match="progress: must be True, a callable, or a bar"):
        service.verify(ROW, ["a"], progress=progress)


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for is_terminal in (True, False):
        said = io.StringIO()
        said.isatty = lambda: is_terminal  # type: ignore[method-assign]  # noqa: B023 - read within the loop's turn
        monkeypatch.setattr(sys, "stderr", said)
        monkeypatch.setenv("TERM", "xterm")
        with track(True, 2, "candidates") as tracker:
            tracker.note(result(0, Verdict.WA))
            tracker.note(result(1))
        assert ("2 of 2 candidates · 1 WA, 1 AC" in said.getvalue()) is is_terminal


@pytest.fixture
def cells(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a notebook displays: a stand-in for IPython's display, which is no dependency."""
    shown: list[str] = []
    handle = types.SimpleNamespace(update=lambda html: shown.append(html))
    display = types.ModuleType("IPython.display")
    display.HTML = str  # type: ignore[attr-defined]
    display.display = lambda html, display_id: shown.append(html) or handle  # type: ignore[attr-defined,func-returns-value]
    shell = types.SimpleNamespace(kernel=object())
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: shell  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    return shown


def test_in_a_notebook_the_bar_is_below_the_cell_and_says_the_last_at_the_end(cells: list[str]) -> None:
    with track(True, 200, "candidates") as tracker:
        for number in range(200):
            tracker.note(result(number))
    assert 2 <= len(cells) < 20
    assert "0 of 200 candidates" in cells[0]
    assert '<progress value="200" max="200"' in cells[-1]


def test_nothing_of_a_report_is_html(cells: list[str]) -> None:
    NotebookBar()(ProgressReport(0, 0, "<b>", 0.0))
    assert cells == [draw_html(ProgressReport(0, 0, "<b>", 0.0))]
    assert "<b>" not in cells[0]
