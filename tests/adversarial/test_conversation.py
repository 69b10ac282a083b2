"""Two programs that talk, in cells of the same kind: whatever one does, both come to an end that says who did what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from equijudge_sandbox.conversation import KEPT_OF_TRANSCRIPT, Conversation, Party, converse
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import GivenUp
from equijudge_sandbox.outcome import KilledFor, Limits, Outcome, Program
from equijudge_sandbox.protocol import pack_input
from tests.cells import MIB, still_works

LIMITS = Limits(cpu_time_s=5.0, wall_time_s=30.0, memory_bytes=128 * MIB, output_bytes=4 * MIB)
IDLE_S = 0.5
ASKS = """
import sys
secret = int(open("input").read())
for line in sys.stdin:
    guess = int(line)
    print("right" if guess == secret else "less" if secret < guess else "more", flush=True)
    if guess == secret:
        sys.exit(42)
sys.exit(43)
"""
GUESSES = """
low, high = 0, 1000
while True:
    print(middle := (low + high) // 2, flush=True)
    said = input()
    if said == "right":
        break
    low, high = (low, middle - 1) if said == "less" else (middle + 1, high)
"""
LISTENS = "import sys\nsys.stdin.read()\n"
COUNTS = "import sys\nsys.stderr.write(str(len(sys.stdin.buffer.read())))\n"
SLEEPS = "import time\ntime.sleep(60)\n"
BYE = "raise SystemExit(43)\n"


def talk(
    sandbox: Sandbox,
    candidate: str,
    interactor: str,
    *,
    limits: Limits = LIMITS,
    settles: bool = False,
    idle_s: float = IDLE_S,
) -> Conversation:
    asker = Program(interactor.encode(), brought=("input",), left=("log",))
    with sandbox.run(Program(candidate.encode()), limits) as one, sandbox.run(asker, LIMITS) as other:
        return converse(
            one, other, pack_input(b"", [b"700"]), idle_s=idle_s, settles=lambda outcome: settles and bool(outcome)
        )


def ended(outcome: Outcome) -> int | str | None:
    return outcome.killed_for or (outcome.exit_code if outcome.signal is None else -outcome.signal)


def test_an_honest_pair_comes_to_its_end(sandbox: Sandbox) -> None:
    found = talk(sandbox, GUESSES, ASKS)
    assert (ended(found.candidate), ended(found.interactor), found.was_idle) == (0, 42, False)
    assert [turn.party for turn in found.transcript[:2]] == [Party.CANDIDATE, Party.INTERACTOR]
    assert [turn.said for turn in found.transcript[:2]] == [b"500\n", b"more\n"]
    assert found.transcript[-1].said == b"right\n"
    assert not found.is_transcript_cut


def test_a_cell_serves_one_pair_after_the_other_and_tests_between_them(sandbox: Sandbox) -> None:
    asker = Program(ASKS.encode(), brought=("input",))
    for _ in range(2):
        with sandbox.run(Program(GUESSES.encode()), LIMITS) as one, sandbox.run(asker, LIMITS) as other:
            for secret in (b"1", b"999"):
                found = converse(one, other, pack_input(b"", [secret]), idle_s=IDLE_S)
                assert (ended(found.candidate), ended(found.interactor)) == (0, 42)
            assert [outcome.output for outcome in one.outcomes([b"right\n"])] == [b"500\n"]


@pytest.mark.parametrize(
    "candidate",
    ["input()", SLEEPS, "import sys\nprint(5)\nsys.stdin.readline()"],
    ids=["waits", "sleeps", "not flushed"],
)
def test_two_that_wait_are_told_from_one_that_works(sandbox: Sandbox, candidate: str) -> None:
    """The interactor has not failed: it is told that nothing more will come, and ends by itself."""
    found = talk(sandbox, candidate, ASKS)
    assert (ended(found.candidate), found.was_idle, ended(found.interactor)) == (KilledFor.WALL, True, 43)
    assert found.candidate.wall_time_s < LIMITS.wall_time_s / 2


def test_one_that_works_is_not_idle(sandbox: Sandbox) -> None:
    busy = "import time\nwhile time.process_time() < 1.2: pass\n" + GUESSES
    found = talk(sandbox, busy, ASKS)
    assert (ended(found.candidate), found.was_idle) == (0, False)
    found = talk(sandbox, GUESSES, "import time\nwhile time.process_time() < 1.2: pass\n" + ASKS)
    assert (ended(found.candidate), found.was_idle) == (0, False)


@pytest.mark.parametrize(("slow", "was_kept"), [("interactor", True), ("candidate", False)])
def test_who_works_while_the_candidates_time_is_over_is_told(sandbox: Sandbox, slow: str, was_kept: bool) -> None:
    busy = "while True: pass\n"
    limits = replace(LIMITS, cpu_time_s=20.0, wall_time_s=1.0)
    found = talk(sandbox, busy if slow == "candidate" else GUESSES, busy if was_kept else ASKS, limits=limits)
    assert (ended(found.candidate), found.was_kept_waiting) == (KilledFor.WALL, was_kept)


def test_one_whose_threads_work_while_its_first_waits_is_not_idle(sandbox: Sandbox) -> None:
    works = """
import threading, time
def work():
    while time.process_time() < 1.2: pass
    print(700, flush=True)
threading.Thread(target=work).start()
input()
"""
    found = talk(sandbox, works, ASKS)
    assert (ended(found.candidate), ended(found.interactor), found.was_idle) == (0, 42, False)


def test_an_interactor_that_sleeps_when_its_candidate_has_ended_is_ended(sandbox: Sandbox) -> None:
    found = talk(sandbox, "pass", SLEEPS)
    assert (ended(found.candidate), ended(found.interactor), found.was_idle) == (0, KilledFor.WALL, False)


def test_a_candidate_may_end_before_it_is_asked(sandbox: Sandbox) -> None:
    found = talk(sandbox, "print(1)", ASKS)
    assert (ended(found.candidate), ended(found.interactor), found.ended_first) == (0, 43, Party.CANDIDATE)
    assert found.interactor.exit_code == 43  # and no signal: what it says to nobody is dropped


@pytest.mark.parametrize(("guess", "first"), [(700, Party.INTERACTOR), (1, Party.CANDIDATE)])
def test_who_ended_first_is_no_matter_of_chance(sandbox: Sandbox, guess: int, first: Party) -> None:
    """The interactor says all that it has to say of the guess before it learns that the candidate has failed."""
    found = talk(sandbox, f"print({guess}, flush=True)\nraise SystemExit(3)", "import time\n" + ASKS)
    assert (ended(found.candidate), ended(found.interactor), found.ended_first) == (
        3,
        42 if guess == 700 else 43,
        first,
    )


def test_who_talks_to_nobody_gets_no_signal(sandbox: Sandbox) -> None:
    """Not even one that would die of it: exit codes and counts are what they are when the other listens."""
    talks = "import sys, time\nfor at in range(20):\n    print('x' * 5000, flush=True)\n    time.sleep(0.005)\n"
    talks += "sys.stderr.write('all said')\n"
    found = talk(sandbox, talks, BYE)
    assert (ended(found.candidate), found.candidate.stderr, found.ended_first) == (0, b"all said", Party.INTERACTOR)
    found = talk(sandbox, BYE, talks)
    assert (ended(found.interactor), found.interactor.stderr) == (0, b"all said")


@pytest.mark.parametrize("listener", [COUNTS, SLEEPS], ids=["taken", "not taken"])
def test_a_flood_is_an_output_limit_whether_it_is_taken_or_not(sandbox: Sandbox, listener: str) -> None:
    flood = "import os\nwhile True: os.write(1, b'x' * 65536)\n"
    found = talk(sandbox, flood, listener)
    assert ended(found.candidate) == KilledFor.OUTPUT
    if listener == COUNTS:
        assert found.interactor.stderr == str(LIMITS.output_bytes).encode()
    found = talk(sandbox, listener, flood)
    assert ended(found.interactor) == KilledFor.OUTPUT
    assert found.is_transcript_cut
    assert sum(len(turn.said) for turn in found.transcript) == KEPT_OF_TRANSCRIPT


def test_as_much_as_the_limit_may_be_said_before_anything_is_read(sandbox: Sandbox) -> None:
    """Between two pipes both would wait for ever."""
    both = "import os, sys\nleft = 4 << 20\nwhile left: left -= os.write(1, b'x' * min(left, 1 << 20))\n"
    both += "sys.stderr.write(str(len(sys.stdin.buffer.read(4 << 20))))\n"
    found = talk(sandbox, both, both)
    assert found.candidate.stderr == found.interactor.stderr == str(4 << 20).encode()


def test_what_means_nothing_any_more_is_stopped(sandbox: Sandbox) -> None:
    found = talk(sandbox, "while True: pass", BYE, settles=True)
    assert (ended(found.candidate), ended(found.interactor)) == (KilledFor.STOPPED, 43)
    limits = replace(LIMITS, cpu_time_s=0.5)
    found = talk(sandbox, "while True: pass", BYE, limits=limits)
    assert (ended(found.candidate), ended(found.interactor)) == (KilledFor.CPU, 43)


def test_a_child_that_keeps_the_pipe_does_not_outlive_the_program(sandbox: Sandbox) -> None:
    parent = (
        "import os, time\nif os.fork() == 0:\n    time.sleep(60)\n    print('late', flush=True)\nprint(3, flush=True)\n"
    )
    found = talk(sandbox, parent, COUNTS)
    assert (ended(found.candidate), found.interactor.stderr) == (0, b"2")
    found = talk(sandbox, COUNTS, parent)
    assert (ended(found.interactor), found.candidate.stderr) == (0, b"2")


def test_what_a_program_does_to_its_ends_stays_with_it(sandbox: Sandbox) -> None:
    """Non-blocking, small, read from the wrong side: the other still hears all that was said before."""
    odd = """
import fcntl, os
os.set_blocking(0, False); os.set_blocking(1, False)
for end in (0, 1):
    fcntl.fcntl(end, 1031, 4096)  # F_SETPIPE_SZ
os.set_blocking(1, True)
os.write(1, b"y" * 300_000)
os.set_blocking(0, True)
total = 0
while total < 300_000:
    total += len(os.read(0, 100_000))
os.write(2, str(total).encode())
"""
    waits = "import sys\nassert sys.stdin.buffer.read(1)\n"  # a pipe does not shrink below what is in it
    found = talk(sandbox, odd, waits + "print('x' * 299_999)\nsys.stdout.flush()\n" + COUNTS)
    assert (found.candidate.stderr, found.interactor.stderr) == (b"300000", b"299999")


def test_a_program_that_closes_its_streams_is_heard_to_the_end(sandbox: Sandbox) -> None:
    closes = "import os\nos.write(1, b'last')\nos.close(1)\nos.write(2, os.read(0, 100))\n"
    found = talk(sandbox, closes, "import sys\nsaid = sys.stdin.read()\nprint('heard', said)\n")
    assert found.candidate.stderr == b"heard last\n"
    deaf = "import os\nos.close(0)\nprint(1, flush=True)\nos.close(1)\nimport time\ntime.sleep(0.2)\n"
    found = talk(sandbox, deaf, "import sys\nprint('x' * 1_000_000, flush=True)\n" + COUNTS)
    assert (ended(found.candidate), found.interactor.stderr) == (0, b"2")


def test_the_stream_can_be_opened_by_its_name(sandbox: Sandbox) -> None:
    named = "out = open('/dev/stdout', 'w')\nout.write(open('/dev/stdin').readline())\nout.flush()\n"
    found = talk(sandbox, named, "print('echo', flush=True)\n" + COUNTS)
    assert (ended(found.candidate), found.interactor.stderr) == (0, b"5")


def test_who_does_what_is_measured_for_each(sandbox: Sandbox) -> None:
    found = talk(
        sandbox, "hold = bytearray(40 << 20)\n" + GUESSES, "import time\nwhile time.process_time() < 0.3: pass\n" + ASKS
    )
    assert found.candidate.cpu_time_s < 0.2 < found.interactor.cpu_time_s
    assert found.interactor.memory_peak_bytes < 20 * MIB < found.candidate.memory_peak_bytes


def test_nobody_waits_for_a_pair_that_is_given_up(sandbox: Sandbox) -> None:
    asker = Program(SLEEPS.encode(), brought=("input",))
    with (
        pytest.raises(GivenUp),
        sandbox.run(Program(SLEEPS.encode()), LIMITS) as one,
        sandbox.run(asker, LIMITS) as other,
    ):
        converse(one, other, pack_input(b"", [b""]), idle_s=60.0, interrupted=lambda: True)
    assert still_works(sandbox)
