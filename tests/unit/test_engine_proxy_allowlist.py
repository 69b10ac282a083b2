"""Which requests are calls of the docker driver, and how strictly they are read. No engine, no Docker."""

from __future__ import annotations

import socket
from urllib.parse import quote

import pytest

from equijudge_engine_proxy.allowlist import Kind, parse_call
from equijudge_engine_proxy.http import Refusal, Request, read_request
from tests.proxied import IMAGE, request

ID = "a1" * 32
LIST = "/containers/json?limit=-1&all=1&size=0&trunc_cmd=0&filters="
ENDED = quote('{"label": ["equijudge.cell"], "status": ["exited"]}')
ATTACH = f"/containers/{ID}/attach?stdin=1&stdout=1&stream=1"
UPGRADE = ("Connection: Upgrade", "Upgrade: tcp")


def read(data: bytes) -> Request | None:
    """What the proxy reads of these bytes, after which no more come."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        return read_request(ours)


def asked(method: str, target: str, body: bytes = b"", *more: str) -> Kind:
    found = read(request(method, target, body, *more))
    assert found is not None
    return parse_call(found, IMAGE).kind


@pytest.mark.parametrize("version", ["", "/v1.41"])
@pytest.mark.parametrize(
    ("method", "target", "kind"),
    [
        ("GET", "/_ping", Kind.PING),
        ("GET", "/version", Kind.VERSION),
        ("GET", "/images/equijudge-cell:latest/json", Kind.IMAGE),
        ("GET", LIST + ENDED, Kind.LIST),
        ("POST", f"/containers/{ID}/start", Kind.START),
        ("POST", f"/containers/{ID}/wait", Kind.WAIT),
        ("GET", f"/containers/{ID}/json", Kind.INSPECT),
        ("DELETE", f"/containers/{ID}?v=False&link=False&force=True", Kind.REMOVE),
    ],
)
def test_the_drivers_calls_are_known_with_and_without_a_version(
    version: str, method: str, target: str, kind: Kind
) -> None:
    assert asked(method, version + target) == kind


def test_attach_is_what_upgrades() -> None:
    assert asked("POST", ATTACH, b"", *UPGRADE) == Kind.ATTACH


@pytest.mark.parametrize("version", ["", "/v1.41"])
@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/info"),
        ("GET", "/events"),
        ("GET", "/system/df"),
        ("POST", "/auth"),
        ("POST", "/session"),
        ("POST", "/grpc"),
        ("POST", "/build"),
        ("POST", "/build?remote=http://x"),
        ("POST", "/commit?container=x"),
        ("GET", "/images/json"),
        ("POST", "/images/create?fromImage=x"),
        ("POST", "/images/load"),
        ("GET", "/images/redis:latest/json"),
        ("GET", "/images/equijudge-cell%3Alatest/json"),
        ("GET", "/images/equijudge-cell:latest/get"),
        ("DELETE", "/images/equijudge-cell:latest"),
        ("POST", "/images/equijudge-cell:latest/tag?repo=x"),
        ("GET", "/volumes"),
        ("POST", "/volumes/create"),
        ("GET", "/networks"),
        ("POST", "/networks/create"),
        ("GET", "/secrets"),
        ("POST", "/swarm/init"),
        ("POST", "/plugins/pull"),
        ("GET", "/containers/json"),
        ("GET", "/containers/json?all=1"),
        ("GET", LIST + quote('{"label": ["equijudge.cell"], "status": ["running"]}')),
        ("GET", LIST + quote('{"label": ["x"], "status": ["exited"]}')),
        ("GET", LIST + quote('{"status": ["exited"]}')),
        ("GET", LIST + ENDED + "&before=x"),
        ("GET", f"/containers/{ID}/json?size=1"),
        ("GET", f"/containers/{ID}/top"),
        ("GET", f"/containers/{ID}/logs"),
        ("GET", f"/containers/{ID}/stats"),
        ("GET", f"/containers/{ID}/changes"),
        ("GET", f"/containers/{ID}/export"),
        ("GET", f"/containers/{ID}/archive?path=/"),
        ("PUT", f"/containers/{ID}/archive?path=/"),
        ("HEAD", f"/containers/{ID}/archive?path=/"),
        ("POST", f"/containers/{ID}/exec"),
        ("POST", f"/exec/{ID}/start"),
        ("POST", f"/containers/{ID}/update"),
        ("POST", f"/containers/{ID}/rename?name=x"),
        ("POST", f"/containers/{ID}/kill"),
        ("POST", f"/containers/{ID}/stop"),
        ("POST", f"/containers/{ID}/restart"),
        ("POST", f"/containers/{ID}/pause"),
        ("POST", f"/containers/{ID}/resize?h=1&w=1"),
        ("POST", f"/containers/{ID}/start?detachKeys=x"),
        ("POST", f"/containers/{ID}/start?checkpoint=x"),
        ("GET", f"/containers/{ID}/attach/ws"),
        ("POST", ATTACH.replace("stream=1", "stream=1&logs=1")),
        ("DELETE", f"/containers/{ID}"),
        ("DELETE", f"/containers/{ID}?v=True&link=False&force=True"),
        ("DELETE", f"/containers/{ID}?v=False&link=True&force=True"),
        ("POST", "/containers/prune"),
        ("GET", "/containers/redis/json"),
        ("GET", f"/containers/{ID[:12]}/json"),
        ("GET", f"/containers/{ID.upper()}/json"),
        ("GET", f"/containers/{ID}/json/"),
        ("GET", f"//containers/{ID}/json"),
        ("GET", f"/containers//{ID}/json"),
        ("GET", f"/containers/{ID}/../{ID}/json"),
        ("GET", f"/containers/{ID}/%2e%2e/x/json"),
        ("GET", f"/containers/{ID}%2fjson"),
        ("GET", f"/containers/{ID}/json%00"),
        ("GET", f"/containers/{ID}/json;x"),
        ("GET", f"/containers/{ID}/json#x"),
        ("GET", "/version/../info"),
        ("GET", "/./version"),
        ("GET", "/%76ersion"),
        ("GET", "/Version"),
        ("GET", "/v1.41/v1.41/version"),
        ("POST", "/version"),
        ("PUT", "/containers/create?name=equijudge-cell-1"),
        ("POST", "/containers/create?name=equijudge-cell-1&platform=x"),
    ],
)
def test_every_other_call_is_refused(version: str, method: str, target: str) -> None:
    with pytest.raises(Refusal) as refused:
        asked(method, version + target, b"{}" if "create?name" in target else b"")
    assert refused.value.status in (400, 403)


@pytest.mark.parametrize(
    "data",
    [
        b"GET /version HTTP/1.0\r\n\r\n",
        b"GET /version HTTP/1.1\nHost: x\n\n\r\n\r\n",
        b"GET  /version HTTP/1.1\r\n\r\n",
        b"GET http://localhost/version HTTP/1.1\r\n\r\n",
        b"GET /version\r\n\r\n",
        b"get /version HTTP/1.1\r\n\r\n",
        b"PATCH /version HTTP/1.1\r\n\r\n",
        b"CONNECT /version HTTP/1.1\r\n\r\n",
        b"\r\nGET /version HTTP/1.1\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost: x\ry\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost: x\x00\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost\r\n\r\n",
        b"GET /ver\x01sion HTTP/1.1\r\n\r\n",
        b"GET /version HTTP/1.1\r\nHost: x\r\nhost: y\r\n\r\n",
        request("POST", "/containers/create", b"{}", "Content-Length: 2"),
        request("POST", "/containers/create", b"{}", "content-length: 3"),
        request("POST", "/containers/create", b"0\r\n\r\n", "Transfer-Encoding: chunked"),
        b"POST /containers/create HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        b"POST /containers/create HTTP/1.1\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}",
        b"POST /containers/create HTTP/1.1\r\nContent-Length: +2\r\n\r\n{}",
        b"POST /containers/create HTTP/1.1\r\nContent-Length: -2\r\n\r\n{}",
        b"POST /containers/create HTTP/1.1\r\nContent-Length: 2,2\r\n\r\n{}",
        b"POST /containers/create HTTP/1.1\r\nContent-Length: 0x2\r\n\r\n{}",
        b"POST /containers/create HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}",
        request("POST", "/containers/create", b"{}", "Content-Encoding: gzip"),
        request("POST", "/containers/create", b"{}", "Expect: 100-continue"),
        request("GET", "/version") + request("GET", "/info"),
        request("GET", "/version") + b"x",
        b"GET /version HTTP/1.1\r\n",
    ],
)
def test_what_two_readers_could_read_differently_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read(data)
    assert refused.value.status == 400


def test_heads_and_bodies_are_bounded() -> None:
    with pytest.raises(Refusal, match="at most"):
        read(request("GET", "/version", b"", "X: " + "x" * 40_000))
    with pytest.raises(Refusal, match="at most"):
        read(b"POST /containers/create HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n")


def test_a_connection_that_says_nothing_is_no_request() -> None:
    assert read(b"") is None


@pytest.mark.parametrize(
    ("method", "target", "more"),
    [
        ("GET", "/version", UPGRADE),
        ("GET", "/version", ("Upgrade: h2c",)),
        ("POST", f"/containers/{ID}/start", UPGRADE),
        ("POST", f"/containers/{ID}/start", ("Connection: keep-alive, Upgrade",)),
        ("POST", ATTACH, ()),
        ("POST", ATTACH, ("Connection: Upgrade",)),
        ("POST", ATTACH, ("Connection: Upgrade", "Upgrade: h2c")),
        ("POST", ATTACH, ("Connection: Upgrade", "Upgrade: websocket")),
    ],
)
def test_nothing_but_attach_upgrades_and_to_nothing_but_a_stream(
    method: str, target: str, more: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as refused:
        asked(method, target, b"", *more)
    assert refused.value.status == 400


@pytest.mark.parametrize("query", ["name=a&name=b", "name", "&&", "name=%zz&", "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9"])
def test_a_query_that_can_be_read_in_two_ways_is_refused(query: str) -> None:
    with pytest.raises(Refusal):
        asked("POST", f"/containers/create?{query}", b"{}")


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": 1, "a": 2}', b'{"Image": 1, "image": 2}', b"[" * 100_000, b"\xff"])
def test_a_body_that_is_no_json_or_names_something_twice_is_refused(body: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        asked("POST", "/containers/create?name=equijudge-cell-1", body)
    assert refused.value.status == 400


def test_a_body_belongs_to_create_alone() -> None:
    with pytest.raises(Refusal):
        asked("POST", f"/containers/{ID}/start", b'{"Binds": ["/:/host"]}')
