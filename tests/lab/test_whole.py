"""The whole laboratory, very small, through a real judge: cut short, gone on with, reported."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.run_config import Optimisation, RunConfig
from equijudge_lab import experiment
from equijudge_lab.experiment import ExperimentOptions
from equijudge_lab.plan import plan_tasks
from equijudge_lab.presets import PRESETS
from equijudge_lab.training_tasks import scale_strength
from equijudge_trainer.data.rows import Example
from tests.service import KEY, Service, running

PRESET = dataclasses.replace(
    PRESETS["smoke"],
    corpus=40,
    base=Optimisation(steps=4, batch_rows=8, micro_rows=8, learning_rate=1e-3),
    problems=3,
    solutions=4,
    tuning=Optimisation(steps=4, batch_rows=8, micro_rows=8, learning_rate=1e-3),
    held_out=2,
    samples=4,
    max_new_tokens=16,
    renders=1,
    conditions=("A1", "A6", "A9-10"),
    temperatures={},
    traced=("A1",),
    k=2,
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("service")) as made:
        yield made


def options(service: Service, out: Path, **changes: Any) -> ExperimentOptions:
    plain = ExperimentOptions(
        preset=PRESET,
        out=out,
        seed=0,
        only=None,
        time_limit_s=None,
        lanes=("judge", "train"),
        make=True,
        command="equijudge lab",
        url=f"http://127.0.0.1:{service.api_port}",
        key=KEY,
    )
    return dataclasses.replace(plain, **changes)


def tables(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "tables.json").read_text("utf-8"))
    return found


def test_from_a_world_to_a_report(service: Service, tmp_path: Path) -> None:
    judged = experiment.run_experiment(options(service, tmp_path, lanes=("judge",)))
    assert set(judged.made) == {"corpus", "sets"}
    assert tables(tmp_path)["answers"]["not tested"] == len(tables(tmp_path)["hypotheses"])

    trained = experiment.run_experiment(options(service, tmp_path, lanes=("train",), only=["A1"], url=None))
    assert trained.failures == ()
    assert {"base", "train/A1-seed-0", "generate/A1-seed-0-t-1-quarter-2"} <= set(trained.made)

    rest = experiment.run_experiment(options(service, tmp_path))

    assert (rest.left, rest.failures) == ((), ())
    assert "base" not in rest.made
    found = tables(tmp_path)
    assert found["complete"]
    assert found["corpus"]["refused"] == 0  # all programs that are meant to be right are
    assert found["sets"]["refused"] == found["sets"]["reference_refused"] == 0
    assert found["sets"]["reference_clusters_per_problem"] >= 6  # the signature tells the world's algorithms apart
    by_name = {each["name"]: each for each in found["conditions"]}
    assert all(by_name[name]["figures"]["pass@1"]["value"] is not None for name in ("A0", *PRESET.conditions))
    assert [point["quarter"] for point in found["traces"][0]["points"]] == [0, 1, 2, 3, 4]
    assert by_name["A6"]["training"][0]["steps"] == 4
    assert "mean little" in (tmp_path / "report.html").read_text("utf-8")  # four steps teach nothing

    assert experiment.run_experiment(options(service, tmp_path)).made == ()


def test_sums_are_scaled_by_the_length_of_programs() -> None:
    (task,) = [task for task in plan_tasks(PRESET, ["A6"], 0) if task.kind == "train"]
    rows = [Example(0, 0, 0, (5, 6), (7,) * length) for length in (4, 6)]

    config = scale_strength(RunConfig.model_validate(task.facts["run"]), rows)

    assert config.objective.model_dump()["strength"] == pytest.approx(1 / 5**2)
