"""`equijudge checker suggest` over a real service: outputs of right programs, from cells, compared with one another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.service import KEY, OUTCOME_KEY, SUM_ROW, Service
from tests.unit.cli_support import run

PYTHON3 = 3
READ = "n = int(input())\n"
# Print the numbers below n.
ROW: dict[str, Any] = SUM_ROW | {
    "name": "below",
    "public_tests": {"input": ["3\n", "4\n"], "output": ["0 1 2\n", "0 1 2 3\n"]},
    "private_tests": {"input": [], "output": []},
    "generated_tests": {"input": [], "output": []},
}
IN_ORDER, BACKWARDS = READ + "print(*range(n))", READ + "print(*range(n)[::-1])"
OTHERS, FAILS = READ + "print(*range(5, 5 + n))", "raise SystemExit(3)"


def suggest(service: Service, folder: Path, *solutions: str, key: str = KEY) -> Any:
    row = ROW | {"solutions": {"language": [PYTHON3] * len(solutions), "solution": list(solutions)}}
    (folder / "problem.jsonl").write_text(json.dumps(row))
    return run(
        "checker", "suggest", str(folder / "problem.jsonl"), "--json", "--url", service.http().base, "--key", key
    )


@pytest.mark.parametrize(
    ("solutions", "exit_code", "suggested"),
    [
        ((IN_ORDER, IN_ORDER + "\n"), 0, "exact"),
        ((IN_ORDER, BACKWARDS), 1, "dmoj.unordered"),
        ((IN_ORDER, BACKWARDS, OTHERS), 1, None),
    ],
)
def test_the_exit_status_says_whether_the_present_comparison_is_enough(
    service: Service, tmp_path: Path, solutions: tuple[str, ...], exit_code: int, suggested: str | None
) -> None:
    done = suggest(service, tmp_path, *solutions)
    assert done.exit_code == exit_code, done.output
    found = json.loads(done.stdout)
    assert (found["present"], found["suggested"]) == ("codecontests", suggested)
    assert found["refused"] == [f"solutions[{number}]" for number in range(1, len(solutions)) if exit_code]


def test_a_program_that_fails_by_itself_says_nothing(service: Service, tmp_path: Path) -> None:
    done = suggest(service, tmp_path, IN_ORDER, FAILS)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["left_out"] == [{"program": "solutions[1]", "verdict": "RE"}]
    alone = suggest(service, tmp_path, FAILS)
    assert (alone.exit_code, "no program ends well" in alone.stderr) == (2, True)


def test_given_programs_take_the_place_of_the_rows(service: Service, tmp_path: Path) -> None:
    suggest(service, tmp_path, BACKWARDS)
    program = tmp_path / "given.py"
    program.write_text(IN_ORDER)
    named = [str(tmp_path / "problem.jsonl"), str(program), "--url", service.http().base, "--key", KEY]
    done = run("checker", "suggest", *named)
    assert done.exit_code == 0
    assert "The narrowest comparison that accepts all: exact." in done.stdout


def test_a_key_that_may_not_see_outputs_is_refused(service: Service, tmp_path: Path) -> None:
    done = suggest(service, tmp_path, IN_ORDER, key=OUTCOME_KEY)
    assert done.exit_code == 2
    assert "outcome-only" in done.output
