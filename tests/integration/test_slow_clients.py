"""Clients that take their time, or all there is: real sockets against a real API. Nothing is judged here, so no
verifier runs; results are written into Redis as a worker writes them."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator

import httpx
import psutil
import pytest

from equijudge_queue import schema
from tests.service import KEY, Service, wait_for

SETTINGS = {
    "EQUIJUDGE_HEAD_TIMEOUT_S": "0.5",
    "EQUIJUDGE_BODY_TIMEOUT_S": "0.5",
    "EQUIJUDGE_STALL_TIMEOUT_S": "1",
    "EQUIJUDGE_MAX_CONNECTIONS": "40",
    "EQUIJUDGE_REQUESTS_PER_S": "0.5",
    "EQUIJUDGE_REQUEST_BURST": "40",
}
JOB = "a" * 32
READERS, LINES, LINE_BYTES = 16, 32, 1 << 20
HEAD = f"GET /jobs/{JOB}/results HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {KEY}\r\n\r\n".encode()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(tmp_path_factory.mktemp("slow"), SETTINGS)
    try:
        for name in ("redis", "api"):
            made.start(name)
        wait_for(lambda: alive(made), what="the API")
        long_results(made)
        yield made
    finally:
        made.end_all()


def alive(service: Service) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return service.http().get("/healthz").status_code == 200
    return False


def long_results(service: Service) -> None:
    """A job that is done, with LINES results of LINE_BYTES each."""
    with service.redis() as redis:
        job = {"state": "done", "candidates": LINES, "done": LINES, "cached": 0, "created_at": time.time(), "owner": ""}
        redis.hset(schema.job_key(JOB), mapping=job)
        for index in range(LINES):
            line = b'{"index": %d, "x": "%s"}' % (index, b"x" * LINE_BYTES)
            redis.xadd(schema.results_key(JOB), {"index": index, "line": line}, id=f"{index + 1}-0")
        redis.xadd(schema.results_key(JOB), {"end": "done"}, id=f"{LINES + 1}-0")


@contextlib.contextmanager
def connection(service: Service) -> Iterator[socket.socket]:
    """A socket of a test's own."""
    with socket.socket() as made:
        made.settimeout(20)
        made.connect(("127.0.0.1", service.api_port))
        yield made


def rest(made: socket.socket) -> bytes:
    """All that comes until the other side ends the connection."""
    found = []
    with contextlib.suppress(ConnectionResetError):
        while data := made.recv(1 << 16):
            found.append(data)
    return b"".join(found)


def test_a_head_that_never_ends_is_408_and_the_end(service: Service) -> None:
    with connection(service) as made:
        made.sendall(b"GET /healthz HTTP/1.1\r\nX-Long: ")
        answer = rest(made)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in answer


def test_a_head_that_drips_is_408_all_the_same(service: Service) -> None:
    with connection(service) as made:
        made.sendall(b"GET /healthz HTTP/1.1\r\nX-Long: ")
        made.settimeout(0.05)
        data = b""
        while not data:
            with contextlib.suppress(TimeoutError):
                data = made.recv(1 << 16)
            if not data:
                made.sendall(b"x")
    assert data.startswith(b"HTTP/1.1 408 ")


def test_bytes_after_an_answer_do_not_keep_a_connection(service: Service) -> None:
    """The second request's head never ends, whatever came before."""
    with connection(service) as made:
        made.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in made.recv(1 << 16)
        made.sendall(b"GET /healthz HTTP/1.1\r\nX-Long: ")
        assert b"HTTP/1.1 408 " in rest(made)


def test_a_body_that_stops_is_408(service: Service) -> None:
    with connection(service) as made:
        head = f"POST /verify HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {KEY}\r\nContent-Type: application/json\r\n"
        made.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
        answer = rest(made)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"whole within 0.5 s" in answer


def test_readers_that_do_not_read_cost_little_memory_and_are_cut_off(service: Service) -> None:
    """Together they ask for half a GiB."""
    process = psutil.Process(service.processes["api"].pid)
    before = process.memory_info().rss
    with contextlib.ExitStack() as stack:
        readers = [stack.enter_context(connection(service)) for _ in range(READERS)]
        for reader in readers:
            reader.sendall(HEAD)
        peak = before
        while established(service) > 0:
            peak = max(peak, process.memory_info().rss)
            time.sleep(0.02)
        assert b"200 OK" in rest(readers[0])
    assert peak - before < READERS * 8 * LINE_BYTES, f"{(peak - before) >> 20} MiB more"


def established(service: Service) -> int:
    """Connections that the API holds open."""
    found = psutil.Process(service.processes["api"].pid).net_connections("tcp")
    return sum(each.status == "ESTABLISHED" and each.laddr.port == service.api_port for each in found)


def test_a_reader_that_reads_slowly_gets_all(service: Service) -> None:
    with connection(service) as made:
        made.sendall(HEAD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        found = bytearray()
        while data := made.recv(1 << 18):
            found += data
            time.sleep(0.02)
    assert found.count(b'"index"') == LINES


def test_more_connections_than_allowed_are_503(service: Service) -> None:
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(connection(service)) for _ in range(41)]
        answer = rest(held[-1])
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b"Retry-After: 2" in answer
    wait_for(lambda: alive(service), what="room")


def test_a_key_that_asks_too_often_is_told_when_to_come_again(service: Service) -> None:
    http = service.http()
    refused = next(answer for answer in iter(lambda: http.get("/jobs/none"), None) if answer.status_code != 404)
    assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
    assert refused.headers["retry-after"] in ("1", "2")
    assert refused.json()["errors"][0]["limit"] == "0.5 a second, 40 at once"
    assert http.get("/healthz").status_code == 200
    assert http.get("/readyz").status_code == 503
    time.sleep(int(refused.headers["retry-after"]))
    assert http.get("/jobs/none").status_code == 404
