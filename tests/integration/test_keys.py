"""Keys at a real service: one job for one idempotency key, and what an outcome-only key learns."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from equijudge import BadArgument, Client
from tests.service import KEY, OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, body, wait_for

SECRETS = ('"42"', "20 22", "first_failure", "tests_run", "private/0", "environment", "traceback of it")
WRONG = "import sys\nsys.stderr.write('traceback of it')\nprint(3)"


def keyed(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key}


@pytest.fixture
def limited(service: Service) -> Http:
    """A connection with the outcome-only key."""
    return Http(service.http().base, OUTCOME_KEY)


def test_the_same_request_again_is_the_same_job(http: Http) -> None:
    key, request = uuid4().hex, body([f"{RIGHT}  # {uuid4().hex}"])
    first, second = (http.post("/verify", json=request, headers=keyed(key)) for _ in range(2))
    assert (first.json()["job_id"], first.json()["results"]) == (second.json()["job_id"], second.json()["results"])
    assert [answer.headers.get("idempotency-replayed") for answer in (first, second)] == [None, "true"]
    assert second.json()["created_at"] == first.json()["created_at"]


def test_how_long_one_waits_does_not_make_it_another_request(http: Http) -> None:
    key = uuid4().hex
    first = http.post("/verify", json=body([RIGHT], wait=0), headers=keyed(key))
    second = http.post("/verify", json=body([RIGHT], wait=20), headers=keyed(key))
    assert (first.status_code, second.status_code) == (202, 200)
    assert first.json()["job_id"] == second.json()["job_id"]


def test_the_same_key_with_another_request_is_refused(http: Http) -> None:
    key = uuid4().hex
    http.post("/verify", json=body([RIGHT]), headers=keyed(key))
    for other in (body(["print(3)"]), body([RIGHT], stop="never"), body([RIGHT], {**SUM_ROW, "name": "another"})):
        answer = http.post("/verify", json=other, headers=keyed(key))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "Idempotency-Key")


def test_many_at_once_are_one_job_and_one_of_them_started_it(http: Http) -> None:
    key, request = uuid4().hex, body([f"{RIGHT}  # {uuid4().hex}"])
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda _: http.post("/verify", json=request, headers=keyed(key)), range(16)),
        )
    assert len({answer.json()["job_id"] for answer in answers}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in answers) == 1


def test_another_keys_idempotency_key_is_another_one(http: Http, limited: Http) -> None:
    key, request = uuid4().hex, body([RIGHT])
    jobs = {each.post("/verify", json=request, headers=keyed(key)).json()["job_id"] for each in (http, limited)}
    assert len(jobs) == 2


@pytest.mark.parametrize("key", ["", "x" * 256, "two words", b"\xff\xfe"])
def test_a_key_that_is_none_is_refused_and_not_repeated(http: Http, key: str | bytes) -> None:
    answer = http.post("/verify", json=body([RIGHT]), headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "Idempotency-Key", "problem": "must be 1 to 255 visible ASCII characters"}
    ]


def test_an_outcome_only_key_gets_the_verdict_and_nothing_of_the_tests(http: Http, limited: Http) -> None:
    stored = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]["problem_id"]
    candidates = [{"source": source} for source in (RIGHT, WRONG, "x =")]
    answer = limited.post("/verify", json={"problems": [{"problem_id": stored, "candidates": candidates}]})
    results = answer.json()["results"]
    assert [result["verdict"] for result in results] == ["AC", "REJ", "CE"]
    assert "SyntaxError" in results[2]["compile_message"]
    stream = limited.get(f"/jobs/{answer.json()['job_id']}/results").text
    assert [json.loads(line)["index"] for line in stream.splitlines()] == [0, 1, 2]
    status = limited.get(f"/jobs/{answer.json()['job_id']}")
    assert (status.json()["state"], status.json()["cached"]) == ("done", 0)
    assert not [secret for secret in SECRETS if secret in answer.text + stream + status.text]


def test_its_job_is_whole_for_the_operator(http: Http, limited: Http) -> None:
    job = limited.post("/verify", json=body([WRONG])).json()["job_id"]
    line = json.loads(http.get(f"/jobs/{job}/results").text)
    assert line["first_failure"]["difference"]["expected"] == "42"


@pytest.mark.parametrize(
    "options",
    [{"tests": ["private"]}, {"stop": "never"}, {"detail": "outputs"}, {"checker": {"name": "float", "abs": 100}}],
)
def test_an_outcome_only_key_cannot_sharpen_the_question(limited: Http, options: dict[str, Any]) -> None:
    answer = limited.post("/verify", json=body([RIGHT], **options))
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert answer.json()["errors"][0]["field"] in options


def test_an_outcome_only_key_neither_reads_nor_writes_problems(http: Http, limited: Http) -> None:
    stored = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]["problem_id"]
    answers = [limited.get(f"/problems/{stored}"), limited.put("/problems", json={"problems": [SUM_ROW]})]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert limited.get("/problems/none").json() == answers[0].json()


def test_an_outcome_only_key_does_not_see_the_jobs_of_others(http: Http, limited: Http) -> None:
    job = http.post("/verify", json=body([RIGHT])).json()["job_id"]
    there = [limited.get(f"/jobs/{job}"), limited.get(f"/jobs/{job}/results"), limited.delete(f"/jobs/{job}")]
    absent = limited.get(f"/jobs/{uuid4().hex}")
    assert [answer.status_code for answer in there] == [404] * 3
    assert there[0].json() == absent.json()
    assert http.get(f"/jobs/{job}").json()["state"] == "done"


def test_the_client_works_with_an_outcome_only_key(service: Service) -> None:
    with Client(service.http().base, OUTCOME_KEY) as client:
        (result,) = client.verify(SUM_ROW, [WRONG])
    assert (result.verdict, result.tests_run, result.first_failure) == ("REJ", None, None)


def listed(http: Http, **params: int) -> list[dict[str, Any]]:
    """What `GET /jobs` lists for this key."""
    found: list[dict[str, Any]] = http.get("/jobs", params=params).json()["jobs"]
    return found


def test_a_key_lists_its_own_jobs_the_newest_first_with_what_they_were_asked_for_by(http: Http, limited: Http) -> None:
    verified = http.post("/verify", json=body([RIGHT])).json()["job_id"]
    scored = http.post("/score-generations", json={"problems": [{"problem": SUM_ROW, "generations": [RIGHT]}]}).json()
    row = {**SUM_ROW, "solutions": {"language": ["python3"], "solution": [RIGHT]}}
    sets = http.post("/equivalence-sets", json={"problems": [{"problem": row}]}).json()["job_id"]
    of_another = limited.post("/verify", json=body([RIGHT])).json()["job_id"]
    found = listed(http)
    assert [(each["job_id"], each["kind"]) for each in found[:3]] == [
        (sets, "sets"), (scored["job_id"], "score"), (verified, "verify")
    ]  # fmt: skip
    assert of_another not in {each["job_id"] for each in found}
    assert listed(http, offset=1, limit=1) == found[1:2]


def test_an_outcome_only_key_is_told_no_more_of_its_jobs_by_the_list_than_by_each(http: Http, limited: Http) -> None:
    mine = limited.post("/verify", json=body([RIGHT, WRONG])).json()["job_id"]
    for_all = http.post("/verify", json=body([RIGHT])).json()["job_id"]
    found = listed(limited)
    assert found[0] == limited.get(f"/jobs/{mine}").json() | {"kind": "verify"}
    assert for_all not in {each["job_id"] for each in found}


def test_a_job_that_was_forgotten_is_listed_no_more(service: Service, http: Http) -> None:
    job = http.post("/verify", json=body([RIGHT])).json()["job_id"]
    service.redis().zadd("ej:age:results", {job: 0})
    service.end("verifier")
    service.start("verifier")  # whose sweeper lets go what is too old
    wait_for(lambda: job not in {each["job_id"] for each in listed(http)}, 40, "to be forgotten")
    assert http.get(f"/jobs/{job}").status_code == 404


def test_problems_are_found_by_their_name_alone(http: Http, limited: Http) -> None:
    name = f'a "sum", déjà vu {uuid4().hex}'
    rows = [
        {**SUM_ROW, "name": name},
        {**SUM_ROW, "name": name, "description": "another"},
        {**SUM_ROW, "name": name + "!"},
    ]
    stored = [each["problem_id"] for each in http.put("/problems", json={"problems": rows}).json()["problems"]]
    for key in (http, limited):
        found = key.get("/problems", params={"name": name}).json()["problems"]
        assert {each["problem_id"] for each in found} == set(stored[:2])
    assert http.get("/problems", params={"name": "no such name"}).json() == {"problems": []}


def test_an_older_problem_of_a_name_is_deleted_and_the_name_means_the_other(service: Service) -> None:
    name = f"sum {uuid4().hex}"
    rows = [{**SUM_ROW, "name": name}, {**SUM_ROW, "name": name, "description": "another"}]
    with Client(service.http().base, KEY) as client:
        older, newer = client.put_problems(rows)
        with pytest.raises(BadArgument, match=older.problem_id):
            client.verify(name, [RIGHT])
        client.delete_problem(older.problem_id)
        assert client.verify(name, [RIGHT])[0].problem_id == newer.problem_id
