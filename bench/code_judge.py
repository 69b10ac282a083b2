"""The same work in code-judge's long batches: 80 programs on 10 inputs, as 800 submissions that say nothing of which
belong together, against one `/verify`. No program is known to any cache."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.service import Service, running

from bench.execute import INPUTS, PROGRAMS, RUNS, SLOTS, inputs, outputs, sources, verify
from bench.figures import Figure, paired


def figures() -> list[Figure]:
    """Against the rate of one `/verify`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS, settings={"EQUIJUDGE_DROP_INS": "on"}) as service,
    ):
        setting = f"other: one /verify; local cells, {SLOTS} slots, {PROGRAMS} programs x {INPUTS} inputs"
        return [
            paired(
                f"{what} in one long batch of code-judge's /{call}",
                lambda call=call: long_batch(service, call),  # type: ignore[misc]  # of this round of the loop
                lambda: verify(service),
                f"{what}/s",
                setting,
                ">= 0.8",
            )
            for call, what in (("run", "runs"), ("judge", "tests"))
        ]


def long_batch(service: Service, call: str) -> float:
    """Submissions a second, each program's among those of all others."""
    programs = sources()
    submissions = [
        {"type": "python", "solution": program, "input": stdin, "expected_output": expected}
        for stdin, expected in zip(inputs(), outputs(), strict=True)
        for program in programs
    ]
    started = time.perf_counter()
    answer = service.http().post(f"/code-judge/{call}/long-batch", json={"submissions": submissions})
    spent = time.perf_counter() - started
    assert [each["success"] for each in answer.json()["results"]] == [True] * RUNS
    return RUNS / spent
