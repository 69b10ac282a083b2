"""The whole laboratory, very small, through a real judge: cut short, gone on with elsewhere, reported."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from equijudge_lab import choices, experiment
from equijudge_lab.design import FOLDER, parse_design
from equijudge_lab.experiment import ExperimentOptions
from tests.service import KEY, Service, running

TABLE = """
[sizes]
world = "smoke"
corpus = 40
wrong = 0.15
base = { steps = 4, batch_rows = 8, micro_rows = 8, learning_rate = 1e-3 }
tuning = { batch_rows = 8, micro_rows = 8, learning_rate = 1e-3, schedule = "constant", warmup = 1 }
held_out = 2
trained = 2
validation = 2
samples = 4
validation_samples = 4
held_out_programs = 2
pool = 2
k = 2
processes = 2
max_new_tokens = 16
bases = { "small-w0" = 1 }
[defaults]
problems = 3
rows = 4
epochs = [1, 2]
regimes = ["zipf"]
world = 0
model = "small"
seeds = 1
zipf = 1.0
[[block]]
name = "base"
purpose = "the base"
core_minutes = 1
kind = "base"
[[block]]
name = "A"
purpose = "NLL"
core_minutes = 1
arms = ["nll"]
[[block]]
name = "D"
purpose = "the sweep"
core_minutes = 1
kind = "sweep"
epochs = [1]
sweeps = { eco = [0, 1] }
[[block]]
name = "E"
purpose = "ECO, and labels of the signature"
core_minutes = 1
arms = ["eco", "balanced-signature"]
[[block]]
name = "I"
purpose = "RL"
core_minutes = 1
kind = "grpo"
arms = ["nll"]
grpo = { steps = 2, prompts = 1, group = 2, learning_rate = 1e-4 }
"""
DESIGN = parse_design("smoke", TABLE, (FOLDER / "arms.toml").read_text())


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("service")) as made:
        yield made


@pytest.fixture(autouse=True)
def _any_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four steps teach nothing: the RL stage takes prompts that the base is never right at."""
    monkeypatch.setattr(choices, "RL_RANGE", (0.0, 1.0))


def options(service: Service, out: Path, **changes: Any) -> ExperimentOptions:
    plain = ExperimentOptions(
        design=DESIGN,
        out=out,
        scores=out / "scores",
        seed=0,
        blocks=DESIGN.choose_blocks(None),
        time_limit_s=None,
        lanes=("judge", "train"),
        make=True,
        command="equijudge lab",
        url=f"http://127.0.0.1:{service.api_port}",
        key=KEY,
    )
    return dataclasses.replace(plain, **changes)


def tables(out: Path) -> dict[str, Any]:
    """Without what says when and how long."""
    found: dict[str, Any] = json.loads((out / "tables.json").read_text("utf-8"))
    del found["made"]
    for part in (*found["blocks"], *found["training"]):
        part.pop("minutes", None)
        part.pop("seconds", None)
    return found


def test_a_run_is_gone_on_with_by_lanes_and_on_another_machine(service: Service, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    judged = experiment.run_experiment(options(service, here, lanes=("judge",)))
    assert judged.failures == ()
    assert set(judged.made) == {"corpus/w0", "sets/zipf-3x4-w0-s0"}
    assert tables(here)["answers"]["not tested"] == 6

    trained = experiment.run_experiment(options(service, here, lanes=("train",), blocks=["base", "A"], url=None))
    assert trained.failures == ()
    assert experiment.run_experiment(options(service, here, lanes=("train",), blocks=["E"], url=None)).waiting == {
        "eco-best-zipf-grouped-3x4-w0-small-s0": "the sweep of eco"
    }
    assert {"base/base-w0-small-s0", "generate/nll-zipf-shuffled-3x4-w0-small-s0"} <= set(trained.made)

    whole = experiment.run_experiment(options(service, here))
    assert (whole.left, whole.failures, whole.waiting) == ((), (), {})
    assert "base/base-w0-small-s0" not in whole.made
    found = tables(here)
    assert found["complete"]
    assert {control["control"][:5]: control["call"] for control in found["controls"]}["ECO w"] == "inert"
    assert found["sweeps"][0]["chosen"] == 1.0
    assert found["rl"][0]["after"]["pass@1"]["value"] is not None
    assert found["agreement"]["algorithm_kept"] > 0.5
    by_name = {run["name"]: run for run in found["training"]}
    assert by_name["nll-zipf-shuffled-3x4-w0-small-s0"]["steps"] == 4
    assert experiment.run_experiment(options(service, here)).made == ()

    # Elsewhere there are only the units' files, of which one is missing: no weights, no samples.
    lost = "balanced-signature-zipf-shuffled-3x4-w0-small-s0.json"
    shutil.copytree(here / "scores", there / "scores")
    (there / "scores" / lost).unlink()
    assert sum(path.stat().st_size for path in (there / "scores").iterdir()) < 100_000
    again = experiment.run_experiment(options(service, there, blocks=["base", "A", "E"]))
    assert {name for name in again.made if name.startswith("score/")} == {f"score/{Path(lost).stem}"}
    assert tables(there) == found


def test_a_unit_of_another_design_is_made_again(service: Service, tmp_path: Path) -> None:
    experiment.run_experiment(options(service, tmp_path, blocks=["base"]))
    path = tmp_path / "scores" / "base-w0-small-s0.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"key": "of another design"}))
    experiment.run_experiment(options(service, tmp_path, blocks=["base"], make=False))
    assert not tables(tmp_path)["acceptance"]["there"]
    experiment.run_experiment(options(service, tmp_path, blocks=["base"]))
    assert json.loads(path.read_text())["key"] != "of another design"
