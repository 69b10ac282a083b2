"""Training runs belong to the key that asked: what another key, a worker key and an older version can do with them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from typing import Any

import pytest

from equijudge import Client, NotFound
from equijudge.errors import Invalid
from equijudge_core.contracts.runs import Finish, Lease, Progress, Stage
from equijudge_queue import run_schema
from tests.integration.runs_support import CONFIG, api_alone, client_of, forget
from tests.service import KEY, Http, Service

OTHER, WORKER, WORKER_TOO = "another-full-key-of-tests", "a-worker-key-of-the-tests", "another-worker-key-of-tests"
TOKEN = "t" * 43


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_API_KEYS": f"{KEY},{OTHER}", "EQUIJUDGE_WORKER_KEYS": f"{WORKER},{WORKER_TOO}"}
    with api_alone(tmp_path_factory.mktemp("owners"), **settings) as made:
        yield made


@pytest.fixture
def mine(apart: Service) -> Iterator[Client]:
    forget(apart)
    with client_of(apart) as made:
        yield made


@pytest.fixture
def other(apart: Service) -> Iterator[Client]:
    with client_of(apart, key=OTHER) as made:
        yield made


@pytest.fixture
def worker(apart: Service) -> Iterator[Client]:
    with client_of(apart, key=WORKER) as made:
        yield made


def leased(client: Client, name: str = "w") -> Lease:
    lease = client.lease_run(name)
    assert lease is not None
    return lease


def all_words(http: Http, run_id: str, token: str) -> list[int]:
    """What a key is answered to every call about one run."""
    at = f"/training-runs/{run_id}"
    answers = [
        http.get(at),
        http.get(f"{at}/events"),
        http.delete(at),
        http.post(f"{at}/heartbeat", json={"token": token}),
        http.post(f"{at}/progress", json={"token": token, "stage": "training", "step": 1}),
        http.post(f"{at}/release", json={"token": token}),
        http.post(f"{at}/finish", json={"token": token, "fault": {"whose": "run", "reason": "x"}}),
    ]
    return [answer.status_code for answer in answers]


@pytest.mark.parametrize("state", ["queued", "leased", "running", "done"])
def test_another_key_finds_no_run_of_mine_whatever_it_knows(
    apart: Service, mine: Client, other: Client, state: str
) -> None:
    run_id, token = mine.start_run({**CONFIG, "name": "secret"}).run_id, TOKEN
    if state != "queued":
        lease = leased(mine)
        token = lease.token
        if state != "leased":
            mine.report_run(lease, Progress(token=token, stage=Stage.TRAINING, step=1))
        if state == "done":
            mine.finish_run(lease, Finish(token=token))
    stranger = Http(apart.http().base, OTHER)
    assert all_words(stranger, run_id, token) == [404] * 7
    assert all_words(stranger, "0" * 32, token) == [404] * 7
    told = [stranger.get(f"/training-runs/{name}").json() for name in (run_id, "0" * 32)]
    assert told[0]["errors"] == told[1]["errors"]
    assert other.runs() == []
    assert other.lease_run("w") is None
    assert mine.run(run_id).state == state


def test_lists_hold_the_keys_own_runs_page_by_page(mine: Client, other: Client, apart: Service) -> None:
    ids = []
    for _ in range(3):
        ids.append(mine.start_run(CONFIG).run_id)
        other.start_run(CONFIG)
    assert [run.run_id for run in mine.runs()] == ids[::-1]
    page = apart.http().get("/training-runs", params={"offset": 1, "limit": 1}).json()["runs"]
    assert [run["run_id"] for run in page] == [ids[1]]


def test_a_full_keys_worker_serves_its_own_runs_also_behind_others(mine: Client, other: Client) -> None:
    other.start_run(CONFIG)
    run_id = mine.start_run(CONFIG).run_id
    assert leased(mine).run_id == run_id
    assert mine.lease_run("w2") is None


def test_a_worker_key_serves_the_runs_of_all_keys_and_sees_none(
    apart: Service, mine: Client, other: Client, worker: Client
) -> None:
    ids = [mine.start_run(CONFIG).run_id, other.start_run(CONFIG).run_id]
    leases = [leased(worker, f"w{n}") for n in range(2)]
    assert [lease.run_id for lease in leases] == ids
    assert worker.runs() == []
    for call in (worker.run, worker.cancel_run):
        with pytest.raises(NotFound):
            call(ids[0])
    for lease, owner in zip(leases, (mine, other), strict=True):
        worker.report_run(lease, Progress(token=lease.token, stage=Stage.TRAINING, step=5))
        worker.finish_run(lease, Finish(token=lease.token))
        assert (owner.run(lease.run_id).state, owner.run(lease.run_id).step) == ("done", 5)


def test_the_owner_cannot_speak_for_the_worker_nor_another_worker_key(
    apart: Service, mine: Client, worker: Client
) -> None:
    """Not even with the token: a word comes with the key that leased."""
    mine.start_run(CONFIG)
    lease = leased(worker)
    with client_of(apart, key=WORKER_TOO) as second:
        for client in (mine, second):
            with pytest.raises(Invalid) as refused:
                client.finish_run(lease, Finish(token=lease.token))
            assert refused.value.status == 409
    assert mine.run(lease.run_id).state == "leased"
    worker.heartbeat_run(lease)


def test_the_name_of_anothers_worker_is_no_way_to_its_run(apart: Service, mine: Client, worker: Client) -> None:
    """Names are visible. Asking again under one gives up the run of that worker, who is therefore a key and a name."""
    mine.start_run(CONFIG)
    lease = leased(worker, "w")
    with client_of(apart, key=WORKER_TOO) as second:
        assert second.lease_run("w") is None
    assert mine.lease_run("w") is None
    worker.heartbeat_run(lease)


def test_tokens_cannot_be_guessed(mine: Client) -> None:
    for _ in range(3):
        mine.start_run(CONFIG)
    tokens = [leased(mine, f"w{n}").token for n in range(3)]
    assert len(set(tokens)) == 3
    assert all(len(token) * math.log2(64) >= 128 for token in tokens)


@pytest.mark.parametrize("token", ["", "1", 1, 0, None, "t" * 101, "t" * 42 + "\n", ["t" * 43]])
def test_what_is_no_token_is_named(apart: Service, mine: Client, token: Any) -> None:
    run_id = mine.start_run(CONFIG).run_id
    answer = apart.http().post(f"/training-runs/{run_id}/heartbeat", json={"token": token})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "token")


def test_a_token_that_was_given_back_is_over(mine: Client) -> None:
    mine.start_run(CONFIG)
    lease = leased(mine)
    mine.release_run(lease)
    with pytest.raises(Invalid, match="lease is over"):
        mine.heartbeat_run(lease)


def test_runs_of_the_version_before_go_on(apart: Service, mine: Client, other: Client) -> None:
    """They have a number as token, no holder, and stand in one list: one waits, one is leased, one is done."""
    redis = apart.redis()
    ids = [mine.start_run(CONFIG).run_id for _ in range(3)]
    owner = hashlib.sha256(KEY.encode()).hexdigest()[:12]
    assert redis.zcard(run_schema.runs_of_owner_key(owner)) == 3
    redis.delete(run_schema.runs_of_owner_key(owner))
    for at, run_id in enumerate(ids):
        redis.zadd(run_schema.RUNS, {run_id: at})
        redis.hset(run_schema.run_key(run_id), mapping={"token": at})
    redis.hset(
        run_schema.run_key(ids[1]), mapping={"state": "running", "worker": "old", "attempts": 1, "checkpoint": 5}
    )
    redis.zrem(run_schema.WAITING, ids[1], ids[2])
    redis.zadd(run_schema.LEASED, {ids[1]: 0})  # its lease is over
    redis.hset(run_schema.run_key(ids[2]), mapping={"state": "done"})
    redis.hset(run_schema.WORKERS, "old", ids[1])
    assert [run.run_id for run in mine.runs()] == ids[::-1]
    assert other.runs() == []
    leases = [leased(mine, "old"), leased(mine, "new")]
    assert [(lease.run_id, lease.checkpoint) for lease in leases] == [(ids[0], None), (ids[1], 5)]
    mine.finish_run(leases[1], Finish(token=leases[1].token))
    assert not redis.exists(run_schema.RUNS)
