"""Results as they come: bytes in, lines out, and where to go on; rows stored in groups."""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from collections.abc import Iterator

import httpx
import pytest

import equijudge
from equijudge import Retry
from equijudge_core.contracts.jobs import JobState
from equijudge_sandbox.errors import BadReport, CellLost
from equijudge_sandbox.stream import Stream
from tests.unit.client_support import (
    Breaks,
    Script,
    async_client,
    client,
    job,
    line,
    refused,
)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def stream_of(end: socket.socket, *, multiplexed: bool = False) -> Stream:
    return Stream(end.fileno(), end.fileno(), multiplexed=multiplexed)


def soon() -> float:
    return time.monotonic() + 5


def test_bytes_come_in_the_pieces_that_are_asked_for(ends: tuple[socket.socket, socket.socket]) -> None:
    stream = stream_of(ends[0])
    ends[1].sendall(b"abcdef")
    assert [stream.receive(2, soon()), stream.receive(4, soon())] == [b"ab", b"cdef"]


def test_a_silent_cell_is_lost_at_the_deadline(ends: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(CellLost, match="deadline"):
        stream_of(ends[0]).receive(1, time.monotonic() + 0.05)


def test_a_cell_that_ended_is_lost_at_once(ends: tuple[socket.socket, socket.socket]) -> None:
    ends[1].close()
    with pytest.raises(CellLost, match="ended"):
        stream_of(ends[0]).receive(1, soon())


def test_large_data_passes_both_ways_at_once(ends: tuple[socket.socket, socket.socket]) -> None:
    data = os.urandom(4 << 20)

    def answer_before_reading() -> None:
        ends[1].sendall(data)
        left = len(data)
        while left:
            left -= len(ends[1].recv(1 << 16))

    other = threading.Thread(target=answer_before_reading)
    other.start()
    stream = stream_of(ends[0])
    stream.send(data)
    assert stream.receive(len(data), soon()) == data
    while other.is_alive():
        with pytest.raises(CellLost):
            stream.receive(1, time.monotonic() + 0.05)
    other.join()


def test_dockers_headers_are_stripped_wherever_the_pieces_break(ends: tuple[socket.socket, socket.socket]) -> None:
    stream = stream_of(ends[0], multiplexed=True)
    wire = struct.pack("!BxxxI", 1, 3) + b"abc" + struct.pack("!BxxxI", 1, 2) + b"de"
    for byte in wire:
        ends[1].sendall(bytes([byte]))
    assert stream.receive(5, soon()) == b"abcde"


def test_a_piece_of_stderr_where_none_is_attached_is_a_bad_report(ends: tuple[socket.socket, socket.socket]) -> None:
    ends[1].sendall(struct.pack("!BxxxI", 2, 3) + b"abc")
    with pytest.raises(BadReport):
        stream_of(ends[0], multiplexed=True).receive(3, soon())


def test_a_frame_is_found_among_those_that_are_there_and_nothing_is_waited_for(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    stream = stream_of(ends[0])

    def sizes(header: bytes) -> tuple[bytes, int]:
        return header[:1], header[1]

    seen = [stream.holds(2, sizes, b"D")]
    for data in (b"O\x03ab", b"cD", b"\x00"):
        ends[1].sendall(data)
        seen.append(stream.holds(2, sizes, b"D"))
    assert seen == [False, False, False, True]
    assert stream.receive(7, soon()) == b"O\x03abcD\x00"
    ends[1].close()
    with pytest.raises(CellLost):
        stream.holds(2, sizes, b"D")


def followed(script: Script, retry: Retry = Retry(total_s=5.0, first_s=0.0)) -> list[int]:  # noqa: B008 - frozen
    with client(script, retry) as service:
        return [result.index for result in service.results("j1")]


def offsets(script: Script) -> list[str]:
    return [r.url.params["offset"] for r in script.requests if r.url.path.endswith("/results")]


def test_results_come_in_the_order_of_the_stream() -> None:
    script = Script(httpx.Response(200, content=line(1) + line(0)), job())
    assert followed(script) == [1, 0]


def test_lines_may_be_cut_anywhere_between_chunks() -> None:
    text = line(0) + line(1)
    chunks = [text[i : i + 7] for i in range(0, len(text), 7)]
    script = Script(httpx.Response(200, content=iter(chunks)), job())
    assert followed(script) == [0, 1]


def test_blank_lines_are_signs_of_life() -> None:
    script = Script(httpx.Response(200, content=b"\n\n" + line(0) + b"\r\n" + line(1)), job())
    assert followed(script) == [0, 1]


def test_a_dropped_connection_is_resumed_behind_the_last_whole_line() -> None:
    broken = httpx.Response(200, stream=Breaks(line(0), line(1)[:20]))
    script = Script(broken, httpx.Response(200, content=line(1)), job())
    assert followed(script) == [0, 1]
    assert offsets(script) == ["0", "1"]


def test_an_end_in_order_before_the_job_is_over_is_resumed_too() -> None:
    script = Script(
        httpx.Response(200, content=line(0)),
        job(JobState.RUNNING, done=1),
        httpx.Response(200, content=line(1)),
        job(),
    )
    assert followed(script) == [0, 1]
    assert offsets(script) == ["0", "1"]


def test_half_a_line_before_an_end_in_order_is_asked_for_again() -> None:
    cut = httpx.Response(200, content=line(0) + line(1)[:-9])
    script = Script(cut, job(), httpx.Response(200, content=line(1)), job())
    assert followed(script) == [0, 1]


def test_a_cancelled_job_ends_the_stream() -> None:
    script = Script(httpx.Response(200, content=line(0)), job(JobState.CANCELLED, done=1))
    assert followed(script) == [0]


def test_a_busy_service_is_asked_again() -> None:
    script = Script(refused(503), httpx.ConnectError("no"), httpx.Response(200, content=line(0) + line(1)), job())
    assert followed(script) == [0, 1]


def test_a_silent_connection_is_no_failure_while_the_job_runs() -> None:
    silent = httpx.Response(200, stream=Breaks(line(0), error=httpx.ReadTimeout("")))
    script = Script(silent, job(JobState.RUNNING, done=1), httpx.Response(200, content=line(1)), job())
    assert followed(script, Retry(total_s=0.0)) == [0, 1]


def test_a_service_that_only_drops_is_given_up() -> None:
    script = Script(httpx.Response(200, stream=Breaks()))
    with pytest.raises(equijudge.Unreachable, match="j1"):
        followed(script, Retry(total_s=0.1, first_s=1.0))


def test_an_unknown_job_is_not_found() -> None:
    with pytest.raises(equijudge.NotFound):
        followed(Script(refused(404)))


def test_without_following_it_gives_what_is_there() -> None:
    script = Script(httpx.Response(200, content=line(0)))
    with client(script) as service:
        results = list(service.results("j1", offset=3, follow=False))
    assert len(results) == 1
    assert dict(script.requests[0].url.params) == {"offset": "3", "follow": "false"}


def test_a_line_that_is_no_result_is_a_bad_answer() -> None:
    with pytest.raises(equijudge.BadAnswer):
        followed(Script(httpx.Response(200, content=b'{"verdict": "AC"}\n')))


async def test_the_asynchronous_client_resumes_too() -> None:
    broken = httpx.Response(200, stream=Breaks(line(0)))
    script = Script(broken, httpx.Response(200, content=line(1)), job())
    async with async_client(script) as service:
        indexes = [result.index async for result in service.results("j1")]
    assert indexes == [0, 1]
    assert offsets(script) == ["0", "1"]
