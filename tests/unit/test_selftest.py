"""The selftest: which attacks are selected, and what the host sees of a cell."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from equijudge_sandbox.drivers.docker import ContainerHost
from equijudge_sandbox.errors import CellLost
from equijudge_selftest.command import ON_CELLS, SCENARIOS
from equijudge_selftest.host_view import TRIES, list_processes
from equijudge_selftest.not_tested import LEFT_TO_THE_SERVICE, NOT_TESTED
from equijudge_selftest.old_numbers import row_of
from equijudge_selftest.selection import Selection
from equijudge_selftest.topics import ABOUT, Topic

ALL = (*ON_CELLS, *SCENARIOS)


def select(selection: Selection) -> list[str]:
    return [attack.slug for attack in ALL if selection.has(attack)]


def test_slugs_are_unique_and_in_kebab_case() -> None:
    slugs = select(Selection())
    assert len(set(slugs)) == len(slugs)
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_no_two_attacks_promise_the_same() -> None:
    assert len({(attack.topic, attack.name) for attack in ALL}) == len(ALL)


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_attacks_and_says_what_it_is_about(topic: Topic) -> None:
    assert select(Selection(topic=topic))
    assert ABOUT[topic]


def test_a_slug_selects_one_attack() -> None:
    assert select(Selection(slug="fork-bomb")) == ["fork-bomb"]
    assert select(Selection(topic=Topic.TIME, slug="fork-bomb")) == []


def test_a_channel_is_selected_with_its_reader() -> None:
    assert select(Selection(slug="umask-to-next-test")) == ["umask-to-next-test"]


@pytest.mark.parametrize(
    ("row", "slugs"),
    [
        ("4", ["busy-children", "ended-busy-children"]),
        ("1+", ["fill-cell-with-children"]),
        ("8.3", ["binary-stdin-lines"]),
        ("10.8", ["umask-to-next-test", "umask-to-next-candidate"]),
        ("66", ["count-own-runs", "outcomes-only-key"]),
        ("999", []),
    ],
)
def test_an_old_number_selects_what_it_did(row: str, slugs: list[str]) -> None:
    assert select(Selection(row=row)) == slugs


@pytest.mark.parametrize(
    ("section", "rows"),
    [(1, ["1+", *map(str, range(1, 25))]), (2, ["2+", *map(str, range(25, 38))]), (7, [*map(str, range(85, 94))])],
)
def test_an_old_section_selects_its_rows(section: int, rows: list[str]) -> None:
    assert {attack.row for attack in ALL if Selection(section=section).has(attack)} == set(rows)


def test_every_number_of_old_has_an_attack_or_a_reason() -> None:
    numbered = {str(row) for row in range(1, 127)} | {"1+", "2+", *(f"8.{number}" for number in range(1, 17))}
    has_one = {attack.row for attack in ALL} | {row_of(slug) for slug in (*NOT_TESTED, *LEFT_TO_THE_SERVICE)}
    assert {row for row in has_one if not row.startswith("10.")} == numbered


def test_the_same_is_selected_in_the_process_that_attacks_cells() -> None:
    selection = Selection(Topic.TIME, "busy-loop", 2, "25")
    assert selection.arguments() == ["--topic", "time", "--attack", "busy-loop", "--section", "2", "--row", "25"]
    assert str(selection) == "--topic time, --attack busy-loop, --section 2, --row 25"


def host(*answers: list[list[str]] | None) -> ContainerHost:
    """A container of which the engine lists these rows (pid, uid, name), one answer after the other."""
    given = iter(answers)
    api: Any = SimpleNamespace(top=lambda container, arguments: {"Titles": [], "Processes": next(given)})
    return ContainerHost(api, "some", SimpleNamespace(_response=None, _sock=None))


def test_processes_are_named_with_their_users() -> None:
    assert list_processes(host([["7", "65534", "python3"]])) == [(65534, "python3")]


def test_an_engine_that_lists_none_is_asked_again() -> None:
    assert list_processes(host(None, None, [["7", "65534", "python3"]])) == [(65534, "python3")]


def test_a_cell_of_which_none_is_ever_listed_is_lost() -> None:
    with pytest.raises(CellLost, match="lists no process"):
        list_processes(host(*[None] * TRIES))
