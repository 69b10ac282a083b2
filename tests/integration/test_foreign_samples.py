"""Samples as human-eval, evalplus and lm-eval write them, through a real service; what came of them in their forms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.service import KEY, Service
from tests.unit.cli_support import run

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
PAGE = (Path(__file__).parents[2] / "docs/scores.md").read_text("utf-8")
PROBLEMS = FIXTURES / "samples_problems.jsonl"


def results(service: Service, folder: Path, samples: Path) -> tuple[Any, str]:
    """What the command says, and the file of results."""
    out, options = folder / "results", ("-k", "1", "--resamples", "100", "--time-limit", "1", "--json")
    given = (str(samples), "--problems", str(PROBLEMS), "--results", str(out))
    done = run("score", *given, *options, "--url", service.http().base, "--key", KEY)
    assert done.exit_code == 0, done.output
    return done, out.read_text()


def test_samples_of_humaneval_are_judged_behind_their_prompts(service: Service, tmp_path: Path) -> None:
    done, said = results(service, tmp_path, FIXTURES / "samples_humaneval.jsonl")
    found = [json.loads(line) for line in said.splitlines()]
    given = [json.loads(line) for line in (FIXTURES / "samples_humaneval.jsonl").read_text().splitlines()]
    assert [{name: each[name] for name in row} for each, row in zip(found, given, strict=True)] == given
    assert [each["passed"] for each in found] == [True, True, True, False, None, False, False, False]
    assert found[-1]["result"] == "failed: CE"
    assert "1 samples not judged, since no problem has their task_id: HumanEval/999" in done.stderr
    assert json.loads(done.stdout)["figures"]["pass@1"]["value"] == pytest.approx((2 / 3 + 1 / 4) / 2)


def test_samples_of_evalplus_are_whole_programs(service: Service, tmp_path: Path) -> None:
    _, said = results(service, tmp_path, FIXTURES / "samples_evalplus.jsonl")
    eval_ = json.loads(said)["eval"]
    found = {task: [(each["base_status"], each["plus_status"]) for each in tried] for task, tried in eval_.items()}
    assert found == {
        "HumanEval/910": [("pass", None), ("fail", None)],
        "HumanEval/911": [("fail", None)],
        "HumanEval/912": [("pass", "pass"), ("pass", "fail"), ("fail", "fail"), ("fail", "fail")],
    }


def test_samples_of_unknown_tasks_alone_are_wrong_input(tmp_path: Path) -> None:
    (tmp_path / "samples.jsonl").write_text(json.dumps({"task_id": "HumanEval/1", "completion": "    return 1"}))
    done = run("score", str(tmp_path / "samples.jsonl"), "--problems", str(PROBLEMS), "--url", "http://127.0.0.1:9")
    assert (done.exit_code, "no problem of this name" in done.output, "HumanEval/1" in done.output) == (2, True, True)


def test_samples_of_lm_eval_are_filtered_responses_or_else_responses(service: Service, tmp_path: Path) -> None:
    _, said = results(service, tmp_path, FIXTURES / "samples_lm_eval.jsonl")
    assert [json.loads(line)["pass@1"] for line in said.splitlines()] == [0.5, 1.0]


def test_the_results_are_those_of_the_manual(service: Service, tmp_path: Path) -> None:
    samples, wanted = re.findall(r"```json\n(.*?)```", PAGE.split("### Samples of other harnesses")[1], re.DOTALL)[:2]
    (tmp_path / "samples.jsonl").write_text(samples)
    assert results(service, tmp_path, tmp_path / "samples.jsonl")[1] == wanted
