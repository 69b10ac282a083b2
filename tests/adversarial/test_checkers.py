"""Controls for the selftest's attacks on checkers: without its wall each would be seen to get through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from unittest import mock

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attack_runner import AttackRunner
from equijudge_selftest.attacks import checker_seekers
from equijudge_selftest.attacks.attack import Attack
from equijudge_selftest.attacks.catalogue import CATALOGUE, find_attack
from equijudge_selftest.attacks.checker_seekers import PATTERN, UNTIL_FOUND, WORD
from equijudge_selftest.topics import Topic
from equijudge_verifier.judge import checker_cells
from tests.adversarial.conftest import make_sandbox

LOOKS = ("FILES", "PROCESSES", "DESCRIPTORS", "MEMORY", "SOCKETS")
# What a checker that hides nothing leaves, left by the program itself.
LEAVE = f"""
import os, socket, sys, time
open('/tmp/{WORD}', 'w').write('{WORD}')
kept = open('/tmp/{WORD}')
named = socket.socket(socket.AF_UNIX)
named.bind('\\0{WORD}')
if os.fork() == 0:
    with open('/proc/self/comm', 'w') as name:
        name.write('{WORD[:15]}')
    os.environ['{WORD}'] = '1'
    time.sleep(30)
"""


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttackRunner]:
    """Local cells: the walls are the same runner's in docker's."""
    folder = tmp_path_factory.mktemp("cells")
    with (
        closing(make_sandbox("local", folder)) as sandbox,
        closing(AttackRunner(sandbox, lambda: make_sandbox("local", folder))) as made,
    ):
        yield made


@pytest.mark.parametrize("name", LOOKS)
def test_who_looks_for_the_answer_finds_it_where_it_is(runner: AttackRunner, name: str) -> None:
    look = getattr(checker_seekers, name).replace("'comm',", "'comm', 'environ',")
    leave = LEAVE.replace("if os.fork() == 0:", "if os.fork() == 0 and not os.execv('/proc/self/exe', ARGV):", 1)
    leave = f"ARGV = ['python3', '-S', '-c', 'import time; time.sleep(30)', '{WORD}']\n{leave}"
    source = f"{leave}time.sleep(0.1)\n{PATTERN}{look}{UNTIL_FOUND}"
    seeker = replace(find_attack("seek-answer-in-files"), source=source, then=(), accept=(Verdict.AC,))
    assert runner.run(seeker).got == "AC"


def test_who_counts_its_runs_would_see_an_earlier_one(runner: AttackRunner) -> None:
    attack = find_attack("checker-counts")
    assert attack.own is not None
    before, _, _ = attack.own.source.partition("SAID =")
    twice = attack.own.model_copy(update={"source": before + attack.own.source})
    assert "ends with 9" in runner.run(replace(attack, own=twice)).got


@pytest.mark.parametrize("slug", ["checked-digits", "checked-tokens", "checked-echo"])
def test_a_flood_would_be_an_ie_if_it_were_none(runner: AttackRunner, slug: str) -> None:
    with mock.patch.object(checker_cells, "is_flood", return_value=False):
        assert runner.run(find_attack(slug)).got.startswith("IE")


def test_a_checker_that_says_other_things_each_time_is_found_out(runner: AttackRunner) -> None:
    attack = find_attack("checker-remembers-umask")
    assert attack.own is not None
    changing = attack.own.model_copy(update={"source": "import time\nprint(time.monotonic_ns())"})
    assert "different things" in str(runner.run(replace(attack, own=changing)).broke)


def test_messages_that_a_terminal_obeys_would_be_found(runner: AttackRunner) -> None:
    def as_it_is(said: bytes | str) -> str:
        return said.decode(errors="replace") if isinstance(said, bytes) else said

    with mock.patch("equijudge_core.judging.checker_protocols.show", as_it_is):
        assert "terminal" in str(runner.run(find_attack("checked-escapes")).broke)


def test_there_are_attacks_of_every_kind() -> None:
    attacks: list[Attack] = [attack for attack in CATALOGUE if attack.topic is Topic.CHECKERS]
    assert len(attacks) >= 60
    assert all(attack.own is not None for attack in attacks)
