"""`equijudge top`: what a frame shows, and what happens when the service is away."""

from __future__ import annotations

import io
import json
from typing import Any

import httpx
import pytest
from rich.console import Console

from equijudge.cli.top import View
from equijudge.cli.top_frame import Away, duration, frame, sparkline
from equijudge.errors import Unauthorized, Unreachable
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.stats import CellStates, KindStats, Stats, Step, StoreStats, WorkerState, WorkerStats
from equijudge_core.contracts.verdict import Verdict
from tests.unit.cli_support import invoke, run
from tests.unit.client_support import Script, refused

IDLE: dict[str, Any] = {"driver": "local", "isolation": "recycled", "silent_for_s": 0.4}


def worker(slot: int, state: WorkerState = WorkerState.IDLE, **fields: Any) -> WorkerStats:
    return WorkerStats(name=f"host-1-{slot}", state=state, slot=slot, **{**IDLE, **fields})


def stats(*workers: WorkerStats, **changes: Any) -> Stats:
    steps = [Step()] * 57 + [
        Step(verdicts={Verdict.AC: 50}, cached=25),
        Step(verdicts={Verdict.AC: 100}),
        Step(verdicts={Verdict.WA: 40, Verdict.IE: 10}),
    ]
    fields: dict[str, Any] = {
        "at": 1000.0,
        "backlog": 1234,
        "backlog_bytes": 3 << 20,
        "open_chunks": 1,
        "candidates_per_s": 12.34,
        "eta_s": 100.0,
        "workers": workers,
        "cells": {"local": CellStates(busy=2, idle=1)},
        "verdicts": {Verdict.AC: 9150, Verdict.WA: 40, Verdict.IE: 10},
        "internal_errors": {"bug": 10, "cells_lost": 0},
        "cache_hits": 2300,
        "cache_misses": 6900,
        "takeovers": 1,
        "confirming_runs": 0,
        "step_s": 5,
        "steps": steps,
    }
    return Stats(**{**fields, **changes})


def drawn(shown: Stats, away: Away | None = None, width: int = 80, height: int | None = 24) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=height, force_terminal=True, color_system=None)
    console.print(frame(shown, away, width, height))
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def the_line(lines: list[str], begins: str) -> str:
    (found,) = [line for line in lines if line.startswith(begins)]
    return found


def test_a_frame_says_how_the_queue_is() -> None:
    lines = drawn(stats(worker(0)))
    assert the_line(lines, "queue").split(maxsplit=1)[1] == "1,234 candidates in 1 chunk, 3.0 MiB   ETA 1:40"
    assert the_line(lines, "cells").split(maxsplit=1)[1] == "local: 2 busy, 1 idle, 0 starting"
    assert the_line(lines, "again").endswith("0 confirming runs   1 take-over")


def test_rates_are_those_of_the_last_minutes() -> None:
    lines = drawn(stats(worker(0)))
    assert the_line(lines, "cache").split(maxsplit=1)[1] == "12.5 % hits   since the start 25.0 %"
    assert the_line(lines, "IE          5").split(maxsplit=1)[1] == "5.0 %   since the start 10 bug"
    assert "··▅█  most 20.0/s" in the_line(lines, "throughput  12.3/s")


def test_bars_show_the_mix_of_verdicts() -> None:
    lines = drawn(stats(worker(0)))
    assert the_line(lines, "AC").split() == ["AC", "█" * 22, "75.0", "%", "150", "9,150"]
    assert not any(line.startswith("TLE") for line in lines)


def test_a_worker_in_trouble_says_why() -> None:
    lines = drawn(stats(worker(0), worker(1, WorkerState.TROUBLE, trouble="Docker does not answer. Start it.")))
    assert lines[0].startswith("equijudge 1 of 2 workers can work (1 idle, 1 trouble)")
    assert the_line(lines, "trouble").split(maxsplit=1)[1] == "Docker does not answer. Start it."


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_frame_fits_the_terminal(width: int) -> None:
    crowd = [worker(slot, WorkerState.JUDGING, job="j" * 32, candidates=64) for slot in range(63)]
    long = stats(*crowd, worker(63, WorkerState.TROUBLE, trouble="x" * 500), verdicts=dict.fromkeys(Verdict, 10**7))
    lines = drawn(long, Away("no route " * 50, 5.0), width=width)
    assert len(lines) <= 24
    assert all(len(line) <= width for line in lines)
    assert "trouble" in "".join(lines)
    assert lines[-1].endswith("more")


def test_without_a_terminal_all_workers_are_shown() -> None:
    lines = drawn(stats(*map(worker, range(64))), width=160, height=None)
    assert sum(line.endswith("ago") for line in lines) == 64


def test_an_empty_service_can_be_drawn() -> None:
    nothing = stats(verdicts={}, steps=[Step()] * 60, cache_hits=0, cache_misses=0, backlog=0, cells={})
    lines = drawn(nothing)
    assert "no workers: accepted work waits" in lines[0]
    assert "no candidate has been answered yet" in lines


def test_a_sparkline_is_as_high_as_its_largest_value() -> None:
    assert sparkline([0, 1, 4, 8]) == "·▂▅█"
    assert sparkline([]) == ""


@pytest.mark.parametrize(("seconds", "text"), [(None, "unknown"), (59.6, "1:00"), (3700, "1:01:40")])
def test_durations_read_like_a_clock(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text


def answer(shown: Stats) -> httpx.Response:
    return httpx.Response(200, json=shown.model_dump(mode="json"))


def test_once_prints_one_frame_and_json_the_numbers() -> None:
    frame_shown = invoke(Script(answer(stats(worker(0)))), "top", "--once")
    assert (frame_shown.exit_code, frame_shown.stdout.startswith("equijudge ok, 1 worker ")) == (0, True)
    shown = invoke(Script(answer(stats(worker(0)))), "top", "--json")
    assert Stats.model_validate(json.loads(shown.stdout)) == stats(worker(0))


def test_a_service_that_is_not_there_is_an_error() -> None:
    shown = run("top", "--once", "--url", "http://127.0.0.1:1", "--key", "k")
    assert (shown.exit_code, "Connection refused" in shown.stderr) == (3, True)


def test_a_wrong_key_is_an_error_of_the_caller() -> None:
    assert invoke(Script(refused(401)), "top").exit_code == 2


class Service:
    """Answers with what it is given, one after the other."""

    def __init__(self, *answers: Stats | Exception) -> None:
        self.answers = list(answers)

    def __call__(self) -> Stats:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_view_outlives_a_restart_and_says_for_how_long_it_heard_nothing() -> None:
    times = iter([10.0, 17.0, 20.0])
    first, second = stats(worker(0)), stats(worker(0), backlog=1)
    view = View(Service(first, Unreachable("refused"), second), clock=lambda: next(times))
    console = Console(file=io.StringIO(), width=80)
    view.look()
    view.look()
    console.print(view.draw(console))
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().startswith("NO ANSWER for 7 s: refused")
    view.look()
    assert (view.refusal, view.stats) == (None, second)


def test_a_view_ends_when_its_key_is_refused() -> None:
    details = ProblemDetails(title="No", status=401, detail="no key")
    view = View(Service(stats(), Unauthorized(details)))
    view.look()
    with pytest.raises(Unauthorized):
        view.look()


def test_a_frame_says_how_full_redis_is_and_what_was_dropped() -> None:
    kinds = {"results": KindStats(bytes=5 << 20, dropped=3, dropped_bytes=2 << 20), "stored": KindStats()}
    full = StoreStats(used_bytes=95 << 20, max_bytes=100 << 20, kinds=kinds)
    shown = the_line(drawn(stats(worker(0), store=full)), "redis").split(maxsplit=1)[1]
    assert shown == "95.0 MiB of 100 MiB   results 5.0 MiB   dropped 2.0 MiB"
    assert "no maxmemory" in the_line(drawn(stats(worker(0))), "redis")
