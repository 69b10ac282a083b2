"""Nothing is sent over a socket that could be left in flight. Without that wall what a candidate leaves there, between
unix sockets that hold each other, is gone for the next one all the same, whenever the kernel gets to it: a cell is proved
clean by what is in use, not by what lies in folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Retired
from tests.adversarial.channels.cells import local_without
from tests.cells import read_output, run_all, run_one, verdict_of
from tests.mutations import NO_PROOF

# As many pairs as can be made, each half in flight in the other; `more` are sent along.
CYCLES = """
import array, os, socket
def leave(more, pairs=60):
    for number in range(pairs):
        one, other = socket.socketpair()
        name = socket.socket(socket.AF_UNIX)
        name.bind(f'\\0MARK-{number}-' + 'x' * 80)
        name.listen()
        for end in (one, other):
            mine = array.array('i', [one.fileno(), other.fileno(), name.fileno(), *more])
            end.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, mine)])
        one.close(), other.close(), name.close()
"""
BIG_FILES = (
    CYCLES
    + """
files = []
for place in ('/tmp', '/dev/shm'):
    files.append(os.open(place + '/big', os.O_RDWR | os.O_CREAT))
    os.write(files[-1], bytes(60 << 20))
    os.unlink(place + '/big')
leave(files)
print('left')
"""
)
FILL = "for place in ('/tmp', '/dev/shm'):\n    open(place + '/fill', 'wb').write(bytes(60 << 20))\nprint('filled')"
NAMES = CYCLES + "leave([])\nprint('left')"
LOOK = "print(open('/proc/net/unix').read().count('MARK'))"
BOTH = CYCLES + "print(open('/proc/net/unix').read().count('MARK'))\nleave([])"


NO_FILTER = (("        install_filter(FILTER)\n", ""),)
REFUSED = """
import array, socket
one, other = socket.socketpair()
for send in (lambda: one.sendmsg([b'x']), lambda: socket.send_fds(one, [b'x'], [0])):
    try:
        send()
    except PermissionError:
        print('refused')
one.sendall(b'plain'), print(other.recv(9))
"""


@pytest.fixture
def unfiltered_sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    with local_without(NO_FILTER, tmp_path) as sandbox:
        yield sandbox


def test_no_descriptor_can_be_sent(sandbox: Sandbox) -> None:
    assert read_output(sandbox, REFUSED) == "refused\n" * 2 + "b'plain'\n"


def test_a_big_file_in_flight_leaves_room_for_the_next_candidate(unfiltered_sandbox: Sandbox) -> None:
    for _ in range(10):
        assert verdict_of(unfiltered_sandbox, BIG_FILES, "left\n") == Verdict.AC
        assert verdict_of(unfiltered_sandbox, FILL, "filled\n") == Verdict.AC


def test_names_of_sockets_in_flight_are_gone_for_the_next_candidate(unfiltered_sandbox: Sandbox) -> None:
    for _ in range(10):
        assert verdict_of(unfiltered_sandbox, NAMES, "left\n") == Verdict.AC
        assert read_output(unfiltered_sandbox, LOOK) == "0\n"


def test_names_of_sockets_in_flight_are_gone_for_the_next_test(unfiltered_sandbox: Sandbox) -> None:
    outcomes = run_all(unfiltered_sandbox, BOTH, [b""] * 10)
    assert [outcome.output for outcome in outcomes] == [b"0\n"] * 10


def test_what_is_passed_on_in_order_costs_no_cell(unfiltered_sandbox: Sandbox) -> None:
    source = CYCLES + "leave([], 3)\nprint('left')"
    before = unfiltered_sandbox.cells().made
    assert [read_output(unfiltered_sandbox, source) for _ in range(5)] == ["left\n"] * 5
    assert unfiltered_sandbox.cells().made <= before + 1  # a spare may have been on its way


def test_control_without_the_proof_they_are_found(tmp_path: Path) -> None:
    """How soon the kernel collects is chance: once in many tries is enough."""
    with local_without((*NO_FILTER, *NO_PROOF), tmp_path) as weakened:
        full = [verdict_of(weakened, BIG_FILES) and verdict_of(weakened, FILL, "filled\n") for _ in range(20)]
        seen = [run_one(weakened, NAMES) and read_output(weakened, LOOK) for _ in range(20)]
    assert set(full) != {Verdict.AC}
    assert set(seen) != {"0\n"}


NEVER_CLEAN = (("            whole.insist()\n", "            whole.start = [-1]\n            whole.insist()\n"),)


def test_a_cell_that_does_not_become_clean_is_retired_and_no_concern_of_the_next_candidate(tmp_path: Path) -> None:
    with local_without(NEVER_CLEAN, tmp_path) as weakened:
        assert [read_output(weakened, "print(1)") for _ in range(2)] == ["1\n"] * 2
        assert weakened.cells().retired[Retired.UNCLEAN] == 1
