"""Bodies, ids and headers of every shape: a 4xx document that names the field, or an answer; never a 5xx."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from equijudge_api.openapi import RUN_EXAMPLES, SCORE_EXAMPLES, SUM_ROW, VERIFY_EXAMPLES
from tests.service import RIGHT, Http, Service, running
from tests.shapes import mangled

ROW = {**SUM_ROW, "solutions": {"language": [3], "solution": [RIGHT]}, "cf_tags": ["math"], "input_file": "in.txt"}
WORKER = {"token": "t" * 43}
SCORES = [{"step": 1, "temperature": 1.0, "scores": {"problems": 1, "figures": [{"name": "pass@1"}]}}]
REFERENCE = {"signature_version": "0", "coarse": {"c": 1}, "fine": {"f": 1}}


def example(examples: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**next(iter(examples.values()))["value"], **more}


def scored() -> dict[str, Any]:
    body = example(SCORE_EXAMPLES, wait=0, levels=["text"], checker={"name": "float", "abs": 0.1})
    entry = {**body["problems"][0], "reference": REFERENCE, "family": "sums"}
    return {**body, "problems": [entry]}


STORED = {"problem_id": "p" + "0" * 32}
# Every route that takes a body, with one that is right.
BODIES: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/verify", example({"": VERIFY_EXAMPLES["all tests, with outputs"]}, wait=0)),
    (
        "POST",
        "/execute",
        {
            "programs": [
                {
                    "source": RIGHT,
                    "language": "python3",
                    "id": "mine",
                    "inputs": ["1 2\n", {"base64": "MSAyCg=="}],
                    "arguments": ["-v"],
                    "files": {"a/b.txt": "text", "c": {"base64": "AA=="}},
                    "fetch": ["out.txt"],
                    "limits": {"time_limit_s": 1.0},
                    "keep_bytes": 100,
                    "cache": True,
                }
            ],
            "wait": 0,
        },
    ),
    ("POST", "/score-generations", scored()),
    ("POST", "/equivalence-sets", {"problems": [{"problem": ROW}], "min_solutions": 2, "wait": 0}),
    ("PUT", "/problems", {"problems": [ROW]}),
    ("POST", "/training-runs", example(RUN_EXAMPLES)),
    ("POST", "/training-runs/lease", {"worker": "w", "wait": 0.0}),
    ("POST", f"/training-runs/{'0' * 32}/heartbeat", WORKER),
    ("POST", f"/training-runs/{'0' * 32}/release", WORKER),
    (
        "POST",
        f"/training-runs/{'0' * 32}/progress",
        {
            **WORKER,
            "stage": "training",
            "step": 1,
            "steps": 2,
            "checkpoint": 1,
            "metrics": {"nll": 1.0},
        },
    ),
    ("POST", f"/training-runs/{'0' * 32}/finish", {**WORKER, "step": 1, "scores": SCORES}),
    ("POST", "/verify", {"problems": [{**STORED, "candidates": [{"source": RIGHT}]}]}),
    ("POST", "/score-generations", {"problems": [{**STORED, "generations": [RIGHT]}]}),
    ("POST", "/equivalence-sets", {"problems": [{**STORED, "solutions": [{"source": RIGHT, "language": "python3"}]}]}),
]


SETTINGS = {"EQUIJUDGE_REQUESTS_PER_S": "0"}  # or most of the answers would be 429


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("shapes"), settings=SETTINGS) as made:
        yield made


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    http = service.http()
    with httpx.Client(base_url=http.base, headers={"Authorization": f"Bearer {http.key}"}, timeout=60) as made:
        yield made


def sent(client: httpx.Client, method: str, path: str, body: Any) -> httpx.Response:
    content = json.dumps(body).encode()
    return client.request(method, path, content=content, headers={"content-type": "application/json"})


def undone(client: httpx.Client, answer: httpx.Response) -> None:
    """Nothing of what was accepted is to be done."""
    if answer.status_code not in (200, 202) or not answer.content:
        return
    found = answer.json()
    for name, path in (("job_id", "jobs"), ("run_id", "training-runs")):
        if name in found:
            client.delete(f"/{path}/{found[name]}")


def fault_of(answer: httpx.Response) -> str | None:
    """What is wrong with an answer: a fault of the service, or a refusal that names no field."""
    if answer.status_code >= 500:
        return f"{answer.status_code}"
    if answer.status_code == 429:
        return "not looked at"
    if answer.status_code == 422 and not all(error["field"] for error in answer.json()["errors"]):
        return f"no field is named: {answer.text}"
    if answer.status_code == 422 and not answer.json()["errors"]:
        return f"no error is named: {answer.text}"
    return None


@pytest.mark.parametrize(("method", "path", "right"), BODIES)
def test_a_body_of_any_shape_is_answered_or_refused_by_field(
    service: Service, client: httpx.Client, method: str, path: str, right: dict[str, Any]
) -> None:
    before = service.log("api").count("Traceback")
    faults = {}
    for name, body in mangled(right):
        answer = sent(client, method, path, body)
        if fault := fault_of(answer):
            faults[name] = fault
        undone(client, answer)
    assert faults == {}
    assert service.log("api").count("Traceback") == before


def test_every_route_that_takes_a_body_is_tried(http: Http) -> None:
    paths = http.get("/openapi.json").json()["paths"]
    routes = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    with_body = {(method, path) for method, path in routes if "requestBody" in paths[path][method.lower()]}
    assert {(method, path.replace("0" * 32, "{run_id}")) for method, path, _ in BODIES} == with_body


HOSTILE_PARTS = ("%ED%A0%80", "%FF", "%00", "%F0%9F%98%80", "a%2Fb", "%ED%A0%80" * 30, "..%2F..", "%", "a\u00e9")


def test_an_id_of_any_shape_in_a_path_is_refused(client: httpx.Client, service: Service) -> None:
    before = service.log("api").count("Traceback")
    paths = client.get("/openapi.json").json()["paths"]
    faults = {}
    for path, methods in paths.items():
        for part in HOSTILE_PARTS if "{" in path else ():
            for method in methods:
                url = path.replace("{job_id}", part).replace("{problem_id}", part).replace("{run_id}", part)
                answer = sent(client, method, url, WORKER)
                if answer.status_code not in (400, 404, 405, 422):
                    faults[method, url] = answer.status_code
    assert faults == {}
    assert service.log("api").count("Traceback") == before


@pytest.mark.parametrize("part", HOSTILE_PARTS)
def test_a_query_of_any_shape_is_refused_by_name(http: Http, part: str) -> None:
    job = http.post("/verify", json={"problems": [{"problem": SUM_ROW, "candidates": [{"source": RIGHT}]}]}).json()
    for path, name in (
        ("/problems", "offset"),
        ("/problems", "limit"),
        ("/training-runs", "offset"),
        (f"/jobs/{job['job_id']}/results", "offset"),
        (f"/jobs/{job['job_id']}/results", "follow"),
        (f"/jobs/{job['job_id']}/scores", "wait"),
    ):
        answer = http.get(f"{path}?{name}={part}")
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == [name]


@pytest.mark.parametrize("key", [b"\xed\xa0\x80", b"\xff", b"a b", b"", b"k" * 300])
def test_an_idempotency_key_of_any_shape_is_refused_by_name(http: Http, key: bytes) -> None:
    body = {"problems": [{"problem": SUM_ROW, "candidates": [{"source": RIGHT}]}]}
    answer = http.post("/verify", json=body, headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["Idempotency-Key"]


@pytest.mark.parametrize("line", [b"GET /problems/\xed\xa0\x80", b"GET /problems?offset=\xff", b"GET /problems/a\0b"])
def test_bytes_that_no_address_has_are_no_fault_of_the_service(service: Service, line: bytes) -> None:
    before = service.log("api").count("Traceback")
    with socket.create_connection(("127.0.0.1", service.api_port), timeout=30) as connection:
        key = service.http().key.encode()
        headers = b"Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + key
        connection.sendall(line + b" HTTP/1.1\r\n" + headers + b"\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b""))
    assert answer.split()[1] in (b"400", b"404", b"422")
    assert service.log("api").count("Traceback") == before
