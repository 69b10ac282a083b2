"""From `POST /training-runs` to the scores: a real Redis, API, verifier, and worker processes that are killed."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from equijudge import Client
from equijudge_core.contracts.runs import RunState, RunStatus
from equijudge_core.contracts.sets import SetProblem, SetsRequest
from tests.integration.runs_support import client_of
from tests.service import Service, running, wait_for
from tests.trainer.worker_support import rows, save_model, start_worker

LONG_S = 180.0  # two cores, others at work


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("trainer"), slots=1, settings={"EQUIJUDGE_RUN_LEASE_S": "5"}) as made:
        yield made


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[Client]:
    with client_of(service) as made:
        yield made


@pytest.fixture(scope="module")
def job(service: Service, client: Client) -> str:
    """A done job of equivalence sets, and its problems stored."""
    client.put_problems([{**row, "solutions": {"language": [], "solution": []}} for row in rows()])
    request = SetsRequest(problems=tuple(SetProblem(problem=row) for row in rows()), min_solutions=2, dedupe="text")
    answer = service.http().post("/equivalence-sets", json=request.model_dump(mode="json"))
    job_id: str = answer.json()["job_id"]
    found = list(client.sets(job_id))
    assert [each.status for each in found] == ["kept"] * len(rows()), found
    return job_id


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = [text for row in rows() for text in (row["description"], *row["solutions"]["solution"])]
    return save_model(tmp_path_factory.mktemp("model"), texts)


def config(model: Path, job: str, **changes: Any) -> dict[str, Any]:
    return {
        "model": str(model),
        "data": {"job": job, "max_tokens": 240},
        "objective": {"kind": "eco"},
        "optimisation": {"steps": 60, "batch_rows": 8, "micro_rows": 4, "learning_rate": 1e-3},
        "keeping": {"checkpoint_steps": 5, "keep": 2, "evaluate_steps": 20},
        "evaluation": {"held_out": 0.5, "samples": 4, "temperatures": [0.7, 1.0], "max_new_tokens": 24, "trace": True},
        **changes,
    }


@contextmanager
def worker(service: Service, directory: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = start_worker(service, directory)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        assert process.wait(LONG_S) in (0, -signal.SIGKILL), (directory.parent / "worker.log").read_text()[-4000:]


def ended(client: Client, run_id: str) -> RunStatus:
    found: RunStatus = wait_for(
        lambda: status if (status := client.run(run_id)).state.is_over else None, LONG_S, f"the end of {run_id}"
    )
    return found


def weights(directory: Path, run_id: str) -> dict[str, torch.Tensor]:
    return load_file(directory / "runs" / run_id / "train" / "model" / "model.safetensors")


def test_a_killed_worker_resumes_and_ends_with_the_weights_of_an_undisturbed_run(
    service: Service, client: Client, job: str, model: Path, tmp_path: Path
) -> None:
    directory = tmp_path / "runs"
    directory.mkdir()
    killed = client.start_run(config(model, job, name="killed")).run_id
    training = directory / "runs" / killed / "train"
    with worker(service, directory) as process:
        wait_for((training / "checkpoint-10" / "whole.json").exists, LONG_S, "a checkpoint")
        process.kill()
        process.wait()
    assert not (training / "model").exists()
    undisturbed = client.start_run(config(model, job, name="undisturbed")).run_id
    with worker(service, directory):
        first, second = ended(client, killed), ended(client, undisturbed)
    for run in (first, second):
        assert run.state is RunState.DONE, run.fault
        assert (run.step, run.steps, run.checkpoint) == (60, 60, 60)
        assert run.metrics["held_out_nll"] > 0
        points = [(each.step, each.temperature) for each in run.scores or ()]
        assert points == [(55, 0.7), (55, 1.0), (60, 0.7), (60, 1.0)]
    assert (first.attempts, second.attempts) == (2, 1)
    ours, theirs = weights(directory, killed), weights(directory, undisturbed)
    assert ours.keys() == theirs.keys()
    for name, value in ours.items():
        torch.testing.assert_close(value, theirs[name], rtol=0, atol=1e-6)
    before = save_model(tmp_path / "before", ["text"])
    assert not torch.equal(ours["model.norm.weight"], load_file(before / "model.safetensors")["model.norm.weight"])
    assert first.scores == second.scores
    figures = (first.scores or ())[0].scores["figures"]
    assert figures["pass@1"]["value"] is not None


def test_a_cancelled_run_ends_within_seconds_and_the_worker_takes_the_next_one(
    service: Service, client: Client, job: str, model: Path, tmp_path: Path
) -> None:
    directory = tmp_path / "runs"
    directory.mkdir()
    endless = config(model, job, optimisation={"steps": 100_000, "batch_rows": 8}, evaluation=None)
    short = config(model, job, optimisation={"steps": 2, "batch_rows": 8}, evaluation=None)
    first, second = client.start_run(endless).run_id, client.start_run(short).run_id
    with worker(service, directory):
        wait_for(lambda: client.run(first).step > 0, LONG_S, "training")
        client.cancel_run(first)
        assert ended(client, second).state is RunState.DONE
    run = client.run(first)
    assert (run.state, run.scores, run.fault) == ("cancelled", None, None)


def test_a_worker_that_is_told_to_end_keeps_a_checkpoint_and_gives_the_run_back(
    service: Service, client: Client, job: str, model: Path, tmp_path: Path
) -> None:
    directory = tmp_path / "runs"
    directory.mkdir()
    endless = config(model, job, optimisation={"steps": 100_000, "batch_rows": 8}, keeping={}, evaluation=None)
    run_id = client.start_run(endless).run_id
    with worker(service, directory) as process:
        wait_for(lambda: client.run(run_id).step > 0, LONG_S, "training")
        process.terminate()
        assert process.wait(LONG_S) == 0
    run = client.run(run_id)
    client.cancel_run(run_id)
    assert (run.state, run.attempts) == ("queued", 0)
    assert run.checkpoint is not None
    assert (directory / "runs" / run_id / "train" / f"checkpoint-{run.checkpoint}" / "whole.json").exists()


WRONG: dict[str, dict[str, Any]] = {
    "/no/such/model": {"model": "/no/such/model"},
    "no such job": {"data": {"job": "0" * 32}},
    "/no/such/sets": {"data": {"path": "/no/such/sets"}},
    "data: no program is left to train on with max_tokens 8": {"data": {"job": "JOB", "max_tokens": 8}},
}


@pytest.fixture(scope="module")
def wrong(
    service: Service, client: Client, job: str, model: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[RunStatus, Path]]:
    """By what must be said: how each ended at one worker, and the directory of its training."""
    directory = tmp_path_factory.mktemp("wrong") / "runs"
    directory.mkdir()
    started = {}
    for words, change in WRONG.items():
        changed = {**config(model, job), **change}
        if changed["data"].get("job") == "JOB":
            changed["data"] = {**changed["data"], "job": job}
        started[words] = client.start_run(changed).run_id
    with worker(service, directory):
        return {words: (ended(client, run), directory / "runs" / run / "train") for words, run in started.items()}


@pytest.mark.parametrize("words", WRONG)
def test_what_is_wrong_with_a_run_is_its_own_fault_and_named(
    wrong: dict[str, tuple[RunStatus, Path]], words: str
) -> None:
    run, training = wrong[words]
    assert (run.state, run.fault and run.fault.whose) == ("failed", "run"), run.fault
    assert run.fault is not None
    assert words in run.fault.reason
    assert not training.exists()
