"""`equijudge growth` over a real service: counted in cells, beside the signature and no part of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.service import KEY, OUTCOME_KEY, Service
from tests.unit.cli_support import run

SLOW = "n = int(input())\nprint(sum(1 for i in range(n) for j in range(n)))"
FAST = "n = int(input())\nprint(n * n)"
DEEP = "n = int(input())\nprint(1 / (100 - n) * n)\nfor i in range(n):\n    pass"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in (("slow", SLOW), ("fast", FAST), ("deep", DEEP)):
        (tmp_path / f"{name}.py").write_text(source)
    lines = [json.dumps({"input": f"{size}\n"}) for size in (3, 6, 12, 25, 50, 100)]
    (tmp_path / "inputs.jsonl").write_text("\n".join(lines))
    return tmp_path


def test_programs_are_counted_in_cells(service: Service, folder: Path) -> None:
    names = [str(folder / f"{name}.py") for name in ("slow", "fast", "deep")]
    given = ["growth", str(folder / "inputs.jsonl"), *names, "--json", "--url", service.http().base, "--key", KEY]
    done = run(*given)
    assert done.exit_code == 0, done.output
    slow, fast, deep = map(json.loads, done.stdout.splitlines())
    assert [line["growth"] for line in (slow, fast, deep)] == ["n^2", "1 or log n", "n"]
    assert [left["size"] for left in deep["left_out"]] == [100]
    assert "ZeroDivisionError" in deep["left_out"][0]["why"]
    assert run(*given).stdout == done.stdout  # operations are exact


def test_a_key_that_may_not_see_outputs_is_refused(service: Service, folder: Path) -> None:
    base = service.http().base
    done = run("growth", str(folder / "inputs.jsonl"), str(folder / "fast.py"), "--url", base, "--key", OUTCOME_KEY)
    assert done.exit_code == 2
    assert "outcome-only" in done.output
