"""The worker's loop over a real API and Redis, with runs that only wait: leases, cancelling, outages, draining."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from equijudge import BadAnswer, BadArgument, Client, Unreachable
from equijudge_core.contracts.runs import CheckpointScores, Lease, RunState, Stage
from equijudge_queue import run_schema
from equijudge_trainer.errors import RunError
from equijudge_trainer.worker.heartbeat import Heartbeat, RunStopped, finite_numbers
from equijudge_trainer.worker.loop import RunExecution, Worker
from equijudge_trainer.worker.settings import key_of
from equijudge_trainer.worker.work_dir import WorkDir, claim_work_dir
from tests.integration.runs_support import CONFIG, api_alone, client_of, forget
from tests.service import Service, wait_for

SCORES = CheckpointScores(step=4, temperature=1.0, scores={"figures": {}})


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_RUN_LEASE_S": "3"}
    with api_alone(tmp_path_factory.mktemp("worker"), **settings) as made:
        yield made


@pytest.fixture
def client(service: Service) -> Iterator[Client]:
    forget(service)
    with client_of(service) as made:
        yield made


@contextmanager
def working(
    service: Service, work_dir: WorkDir, execute: RunExecution, most: int | None = 1, outage_s: float = 30.0
) -> Iterator[threading.Event]:
    """A worker in a thread; the event drains it, which the end of the block waits for."""
    drain = threading.Event()
    with client_of(service, 0.0) as client, client_of(service, outage_s) as patient:
        worker = Worker(client, patient, work_dir, execute, drain, outage_s)
        thread = threading.Thread(target=worker.serve, args=(most,))
        thread.start()
        try:
            yield drain
        finally:
            thread.join(60)
            assert not thread.is_alive()


def at_once(lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
    heartbeat.update(Stage.TRAINING, 4, steps=4, metrics={"nll": 0.5})
    return (SCORES,)


def for_ever(lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
    heartbeat.update(Stage.TRAINING, 1)
    while not heartbeat.should_stop():
        time.sleep(0.01)
    raise RunStopped


def raising(error: Exception) -> RunExecution:
    def execute(lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
        raise error

    return execute


def is_now(client: Client, run_id: str, state: RunState) -> Callable[[], bool]:
    return lambda: client.run(run_id).state is state


def test_a_run_is_done_and_its_scores_are_told(client: Client, service: Service, tmp_path: Path) -> None:
    run_id = client.start_run(CONFIG).run_id
    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, at_once):
        wait_for(is_now(client, run_id, RunState.DONE), what="the end")
    run = client.run(run_id)
    assert (run.step, run.scores, run.worker) == (4, (SCORES,), work_dir.name)


def test_a_cancelled_run_stops_and_the_next_one_is_taken(client: Client, service: Service, tmp_path: Path) -> None:
    first = client.start_run({**CONFIG, "name": "slow"}).run_id
    second = client.start_run({**CONFIG, "name": "quick"}).run_id

    def execute(lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
        return (for_ever if lease.request.name == "slow" else at_once)(lease, directory, heartbeat)

    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, execute, most=2):
        wait_for(is_now(client, first, RunState.RUNNING), what="the first run")
        client.cancel_run(first)
        wait_for(is_now(client, second, RunState.DONE), what="the second run")
    assert client.run(first).state == "cancelled"


def test_a_worker_that_is_to_end_gives_its_run_back(client: Client, service: Service, tmp_path: Path) -> None:
    run_id = client.start_run(CONFIG).run_id
    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, for_ever, most=None) as drain:
        wait_for(is_now(client, run_id, RunState.RUNNING), what="the run")
        drain.set()
    run = client.run(run_id)
    assert (run.state, run.attempts, run.step) == ("queued", 0, 1)


def test_a_run_that_another_worker_has_taken_is_left_alone(client: Client, service: Service, tmp_path: Path) -> None:
    run_id = client.start_run(CONFIG).run_id
    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, for_ever):
        wait_for(is_now(client, run_id, RunState.RUNNING), what="the run")

        def taken() -> Lease | None:
            service.redis().zadd(run_schema.LEASED, {run_id: 0})
            return client.lease_run("another")

        wait_for(taken, what="the other worker's lease")
    assert (client.run(run_id).worker, client.run(run_id).attempts) == ("another", 2)


def test_a_run_goes_on_while_the_service_is_away_for_longer_than_its_lease(
    client: Client, service: Service, tmp_path: Path
) -> None:
    run_id, go_on = client.start_run(CONFIG).run_id, threading.Event()

    def execute(lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
        while not go_on.wait(0.01):
            heartbeat.check()
        return at_once(lease, directory, heartbeat)

    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, execute):
        wait_for(is_now(client, run_id, RunState.RUNNING), what="the run")
        service.end("api")
        time.sleep(4)
        go_on.set()
        service.start("api")
        wait_for(is_now(client, run_id, RunState.DONE), what="the end")
    assert client.run(run_id).attempts == 1


def test_a_service_that_is_away_for_too_long_ends_the_worker(tmp_path: Path) -> None:
    nowhere, drain = Service(tmp_path), threading.Event()
    with claim_work_dir(tmp_path) as work_dir, client_of(nowhere, 0.0) as client:
        worker = Worker(client, client, work_dir, at_once, drain, outage_s=1.0)
        with pytest.raises(Unreachable):
            worker.serve()


@pytest.mark.parametrize(
    ("error", "whose", "words"),
    [
        (RunError("model: nowhere: no such folder"), "run", "model: nowhere: no such folder"),
        (BadArgument("data.path: nothing there"), "run", "data.path: nothing there"),
        (BadAnswer("another version"), "service", "another version"),
        (ZeroDivisionError("division by zero"), "service", "a fault of the trainer, ZeroDivisionError"),
    ],
)
def test_whose_fault_it_is_is_told(
    client: Client, service: Service, tmp_path: Path, error: Exception, whose: str, words: str
) -> None:
    run_id = client.start_run(CONFIG).run_id
    with claim_work_dir(tmp_path) as work_dir, working(service, work_dir, raising(error)):
        wait_for(is_now(client, run_id, RunState.FAILED), what="the end")
    fault = client.run(run_id).fault
    assert fault is not None
    assert (fault.whose, fault.reason[: len(words)]) == (whose, words)


def test_a_directory_is_one_workers_and_gives_it_the_same_name_again(tmp_path: Path) -> None:
    with (
        claim_work_dir(tmp_path) as first,
        pytest.raises(BadArgument, match="another worker"),
        claim_work_dir(tmp_path),
    ):
        pass
    with claim_work_dir(tmp_path) as again:
        assert again.name == first.name


def test_the_first_full_key_of_a_key_file_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text("# keys\nloop-key outcome-only\nfull-key\nother-key\n")
    assert key_of(file) == "full-key"
    file.write_text("loop-key outcome-only\n")
    with pytest.raises(BadArgument, match="outcome-only"):
        key_of(file)


def test_of_a_log_line_the_finite_numbers_are_told() -> None:
    line = {"step": 3, "nll": 0.5, "grad_norm": float("nan"), "two_pass": True, "note": "x"}
    assert finite_numbers(line) == {"step": 3.0, "nll": 0.5, "two_pass": 1.0}
