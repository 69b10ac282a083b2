"""Bytes to and from a cell: both directions at once, deadlines, Docker's headers."""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from collections.abc import Iterator

import pytest

from equijudge_sandbox.errors import BadReport, CellLost
from equijudge_sandbox.stream import Stream


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
