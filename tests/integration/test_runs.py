"""Training runs over a real API and Redis: the queue, leases and their tokens, what workers say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from equijudge import AsyncClient, Client, NotFound
from equijudge.errors import Invalid
from equijudge_core.contracts.runs import (
    CheckpointScores,
    Finish,
    Lease,
    Progress,
    RunFault,
    RunRequest,
    RunState,
    Stage,
)
from equijudge_queue import run_schema
from tests.integration.runs_support import CONFIG, api_alone, client_of, forget
from tests.service import KEY, OUTCOME_KEY, Http, Service, wait_for

MOST_WAITING, MOST_ATTEMPTS = 3, 2


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_MAX_RUNS": str(MOST_WAITING), "EQUIJUDGE_RUN_ATTEMPTS": str(MOST_ATTEMPTS)}
    with api_alone(tmp_path_factory.mktemp("runs"), **settings) as made:
        yield made


@pytest.fixture
def client(apart: Service) -> Iterator[Client]:
    forget(apart)
    with client_of(apart) as made:
        yield made


@pytest.fixture
def http(apart: Service) -> Http:
    return apart.http()


def leased(client: Client, worker: str = "w1") -> Lease:
    lease = client.lease_run(worker)
    assert lease is not None
    return lease


def expire(service: Service, lease: Lease) -> None:
    """The lease's time is over."""
    service.redis().zadd(run_schema.LEASED, {lease.run_id: 0})


def state(client: Client, lease: Lease) -> RunState:
    return client.run(lease.run_id).state


def test_a_run_waits_is_leased_runs_and_is_done(client: Client) -> None:
    status = client.start_run({**CONFIG, "name": "mine"})
    assert (status.state, status.name, status.attempts) == ("queued", "mine", 0)
    lease = leased(client)
    assert lease.request == RunRequest.model_validate({**CONFIG, "name": "mine"})
    assert (lease.attempt, lease.checkpoint, state(client, lease)) == (1, None, "leased")
    said = Progress(token=lease.token, stage=Stage.TRAINING, step=3, steps=9, checkpoint=2, metrics={"loss": 0.5})
    client.report_run(lease, said)
    running = client.run(lease.run_id)
    assert (running.state, running.step, running.steps, running.metrics) == ("running", 3, 9, {"loss": 0.5})
    scores = CheckpointScores(step=9, temperature=1.0, scores={"figures": {}})
    client.finish_run(lease, Finish(token=lease.token, step=9, scores=(scores,)))
    done = client.run(lease.run_id)
    assert (done.state, done.step, done.checkpoint, done.scores) == ("done", 9, 2, (scores,))
    assert done.started_at is not None
    assert done.finished_at is not None
    assert client.lease_run("w1") is None


def test_the_run_that_has_waited_longest_comes_first(client: Client) -> None:
    ids = [client.start_run(CONFIG).run_id for _ in range(3)]
    assert [leased(client, f"w{n}").run_id for n in range(3)] == ids
    assert [run.run_id for run in client.runs()] == ids[::-1]


def test_a_full_queue_says_when_to_come_again(client: Client, http: Http) -> None:
    answers = [http.post("/training-runs", json=CONFIG) for _ in range(MOST_WAITING + 1)]
    assert [answer.status_code for answer in answers] == [202] * MOST_WAITING + [429]
    assert answers[-1].headers["retry-after"] == "60"
    assert answers[-1].json()["errors"][0]["limit"] == "at most 3 runs that wait"


def test_the_same_request_under_one_idempotency_key_is_one_run(client: Client, http: Http) -> None:
    headers = {"Idempotency-Key": "k1"}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: http.post("/training-runs", json=CONFIG, headers=headers), range(4)))
    assert len({answer.json()["run_id"] for answer in answers}) == 1
    assert sorted(str(answer.headers.get("idempotency-replayed")) for answer in answers) == ["None"] + ["true"] * 3
    other = http.post("/training-runs", json={**CONFIG, "seed": 1}, headers=headers)
    assert (other.status_code, other.json()["errors"][0]["field"]) == (422, "Idempotency-Key")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"model": ""}, "model"),
        ({"data": {}}, "data"),
        ({"objective": {"kind": "eco", "strength": -1}}, "objective.eco.strength"),
        ({"objective": {"kind": "eco", "preset": ["eco"]}}, "objective.eco.preset"),
        ({"learning_rate": 1}, "learning_rate"),
    ],
)
def test_what_is_wrong_with_a_configuration_is_named(http: Http, change: dict[str, Any], field: str) -> None:
    answer = http.post("/training-runs", json={**CONFIG, **change})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_a_lease_that_runs_out_goes_to_another_worker_with_its_checkpoint(client: Client, apart: Service) -> None:
    client.start_run(CONFIG)
    lost = leased(client)
    client.report_run(lost, Progress(token=lost.token, stage=Stage.TRAINING, step=7, checkpoint=5))
    expire(apart, lost)
    assert state(client, lost) == "queued"
    taken = leased(client, "w2")
    assert (taken.run_id, taken.attempt, taken.checkpoint) == (lost.run_id, 2, 5)
    assert taken.token != lost.token
    with pytest.raises(Invalid, match="lease is over") as stale:
        client.report_run(lost, Progress(token=lost.token, stage=Stage.TRAINING, step=8))
    assert stale.value.status == 409
    for say in (client.heartbeat_run, client.release_run):
        with pytest.raises(Invalid, match="lease is over"):
            say(lost)
    with pytest.raises(Invalid, match="lease is over"):
        client.finish_run(lost, Finish(token=lost.token))
    assert (client.run(lost.run_id).step, state(client, taken)) == (7, "leased")


def test_a_worker_that_was_silent_goes_on_as_long_as_nobody_else_has_its_run(client: Client, apart: Service) -> None:
    client.start_run(CONFIG)
    lease = leased(client)
    expire(apart, lease)
    assert state(client, lease) == "queued"
    client.heartbeat_run(lease)
    assert state(client, lease) == "leased"
    assert client.lease_run("w2") is None


def test_a_run_whose_workers_are_lost_again_and_again_has_failed_by_our_fault(client: Client, apart: Service) -> None:
    client.start_run(CONFIG)
    for _ in range(MOST_ATTEMPTS):
        lease = leased(client)
        expire(apart, lease)
    failed = client.run(lease.run_id)
    assert (failed.state, failed.fault and failed.fault.whose) == ("failed", "service")
    assert "2 times" in (failed.fault.reason if failed.fault else "")
    with pytest.raises(Invalid, match="which is failed"):
        client.heartbeat_run(lease)


def test_a_worker_that_comes_back_has_lost_its_run_and_gets_it_again(client: Client) -> None:
    client.start_run(CONFIG)
    before, after = leased(client), leased(client)
    assert (after.run_id, after.attempt) == (before.run_id, 2)
    assert after.token != before.token
    with pytest.raises(Invalid, match="lease is over"):
        client.heartbeat_run(before)


def test_a_repeated_request_for_a_lease_gets_the_same_one(client: Client, http: Http) -> None:
    client.start_run(CONFIG)
    client.start_run(CONFIG)
    body, headers = {"worker": "w1"}, {"Idempotency-Key": "n1"}
    first, second = (http.post("/training-runs/lease", json=body, headers=headers) for _ in range(2))
    assert first.json() == second.json()
    assert first.json()["attempt"] == 1


def test_only_one_of_many_workers_gets_a_run(client: Client) -> None:
    client.start_run(CONFIG)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: client.lease_run(f"w{n}"), range(8)))
    assert sum(lease is not None for lease in found) == 1


def test_a_worker_may_wait_for_a_run(client: Client, apart: Service) -> None:
    with ThreadPoolExecutor(1) as pool, client_of(apart) as other:
        waiting = pool.submit(other.lease_run, "w1", 20.0)
        status = client.start_run(CONFIG)
        lease = waiting.result()
    assert lease is not None
    assert lease.run_id == status.run_id


def test_a_run_that_is_given_back_is_first_again_and_the_attempt_does_not_count(client: Client) -> None:
    first = client.start_run(CONFIG).run_id
    client.start_run(CONFIG)
    client.release_run(leased(client))
    again = leased(client, "w2")
    assert (again.run_id, again.attempt) == (first, 1)


def test_a_cancelled_run_is_nobodys(client: Client) -> None:
    waiting, running = client.start_run(CONFIG), client.start_run(CONFIG)
    client.cancel_run(waiting.run_id)
    lease = leased(client)
    assert lease.run_id == running.run_id
    client.cancel_run(lease.run_id)
    with pytest.raises(Invalid, match="which is cancelled"):
        client.report_run(lease, Progress(token=lease.token, stage=Stage.TRAINING))
    with pytest.raises(Invalid, match="which is cancelled"):
        client.finish_run(lease, Finish(token=lease.token))
    client.cancel_run(lease.run_id)
    assert [run.state for run in client.runs()] == ["cancelled", "cancelled"]
    assert client.lease_run("w1") is None


def test_a_runs_own_fault_is_told_as_such(client: Client) -> None:
    client.start_run(CONFIG)
    lease = leased(client)
    fault = RunFault(whose="run", reason="model: a/model: no such folder")
    for _ in range(2):  # an answer may be lost on the way
        client.finish_run(lease, Finish(token=lease.token, fault=fault))
    found = client.run(lease.run_id)
    assert (found.state, found.fault, found.scores) == ("failed", fault, None)


def test_a_run_that_is_not_there_is_404(client: Client, http: Http) -> None:
    for name in ("0" * 32, "nothing", "%2e%2e"):
        answers = [
            http.get(f"/training-runs/{name}"),
            http.get(f"/training-runs/{name}/events"),
            http.delete(f"/training-runs/{name}"),
            http.post(f"/training-runs/{name}/heartbeat", json={"token": "t" * 43}),
        ]
        assert {answer.status_code for answer in answers} == {404}
    with pytest.raises(NotFound):
        next(client.follow_run("0" * 32))


def test_events_tell_every_change_and_end_with_the_run(client: Client) -> None:
    run_id = client.start_run(CONFIG).run_id
    seen = client.follow_run(run_id)
    assert next(seen).state == "queued"
    lease = leased(client)
    assert next(seen).state == "leased"
    client.report_run(lease, Progress(token=lease.token, stage=Stage.TRAINING, step=1, metrics={"nll": 2.0}))
    assert (status := next(seen)).metrics == {"nll": 2.0}
    assert status.request is None
    client.cancel_run(run_id)
    assert [status.state for status in seen] == ["cancelled"]


def test_events_go_on_after_a_restart_of_the_api(client: Client, apart: Service) -> None:
    run_id = client.start_run(CONFIG).run_id
    seen = client.follow_run(run_id)
    assert next(seen).state == "queued"
    apart.end("api")
    apart.start("api")
    client.cancel_run(run_id)
    assert [status.state for status in seen][-1] == "cancelled"


def test_an_outcome_only_key_has_no_part_in_runs(apart: Service) -> None:
    limited = Http(apart.http().base, OUTCOME_KEY)
    answers = [
        limited.post("/training-runs", json=CONFIG),
        limited.post("/training-runs/lease", json={"worker": "w1"}),
        limited.get("/training-runs"),
        limited.delete(f"/training-runs/{'0' * 32}"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4


def test_what_becomes_of_runs_is_counted(client: Client, apart: Service, http: Http) -> None:
    for _ in range(2):
        client.start_run(CONFIG)
    first = leased(client)
    expire(apart, first)
    again = leased(client)
    client.finish_run(again, Finish(token=again.token))
    client.cancel_run(leased(client).run_id)
    text = http.get("/metrics").text
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name.startswith("equijudge_training")
    }
    runs = {labels[0]: value for (name, *labels), value in found.items() if name == "equijudge_training_runs_total"}
    assert runs == {"accepted": 2, "done": 1, "failed": 0, "cancelled": 1}
    assert found["equijudge_training_run_takeovers_total",] == 1


def test_runs_outlive_a_restart_of_redis(client: Client, apart: Service) -> None:
    client.start_run(CONFIG)
    lease = leased(client)
    apart.end("redis")
    apart.start("redis")
    wait_for(lambda: client.runs(), what="Redis")
    client.heartbeat_run(lease)
    assert state(client, lease) == "leased"


async def test_the_asynchronous_client_does_the_same(client: Client, apart: Service) -> None:
    async with AsyncClient(apart.http().base, KEY) as other:
        run_id = (await other.start_run(CONFIG)).run_id
        lease = await other.lease_run("w1")
        assert lease is not None
        await other.report_run(lease, Progress(token=lease.token, stage=Stage.TRAINING, step=2))
        await other.heartbeat_run(lease)
        await other.release_run(lease)
        again = await other.lease_run("w1")
        assert again is not None
        await other.finish_run(again, Finish(token=again.token))
        assert [status.state async for status in other.follow_run(run_id)] == ["done"]
        assert [run.run_id for run in await other.runs()] == [run_id]
        assert json.loads((await other.run(run_id)).model_dump_json())["step"] == 2
        await other.cancel_run(run_id)
        assert (await other.run(run_id)).state == "done"
