"""The selftest: which attacks are selected, and what the host sees of a cell."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from equijudge_core.judging.languages import LANGUAGES
from equijudge_sandbox.drivers.docker import ContainerHost
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import LanguagesFound
from equijudge_selftest.__main__ import find_missing
from equijudge_selftest.attack_runner import SHOWN_BYTES, check_text, lay_bait
from equijudge_selftest.attacks.catalogue import CATALOGUE
from equijudge_selftest.command import ON_CELLS, SCENARIOS
from equijudge_selftest.host_view import TRIES, list_processes
from equijudge_selftest.not_tested import LEFT_TO_THE_SERVICE, NOT_TESTED
from equijudge_selftest.old_numbers import row_of
from equijudge_selftest.selection import Selection
from equijudge_selftest.topics import ABOUT, Topic

ALL = (*ON_CELLS, *SCENARIOS)
NEW = {""}  # attacks that never had a number


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
    assert {attack.row for attack in ALL if Selection(section=section).has(attack)} - NEW == set(rows)


def test_every_number_of_old_has_an_attack_or_a_reason() -> None:
    numbered = {str(row) for row in range(1, 127)} | {"1+", "2+", *(f"8.{number}" for number in range(1, 17))}
    has_one = {attack.row for attack in ALL} | {row_of(slug) for slug in (*NOT_TESTED, *LEFT_TO_THE_SERVICE)}
    assert {row for row in has_one if not row.startswith("10.")} - NEW == numbered


@pytest.mark.parametrize("language", ["cpp17", "java"])
@pytest.mark.parametrize("topic", [Topic.RESOURCES, Topic.TIME, Topic.EXITS, Topic.COMPILING, Topic.HARMLESS])
def test_compiled_languages_are_attacked_in_every_way(language: str, topic: Topic) -> None:
    assert sum((attack.language, attack.topic) == (language, topic) for attack in CATALOGUE) >= 15


def test_every_compiler_is_attacked() -> None:
    attacked = {attack.language for attack in CATALOGUE if attack.topic is Topic.COMPILING}
    assert attacked == set(LANGUAGES) - {"python2"}


def test_a_name_says_whose_program_it_is() -> None:
    begins = {"python3": "", "cpp17": "cpp-", "cpp20": "cpp", "c": "c-", "java": "java-", "rust": "rust-", "go": "go-",
              "javascript": "js-", "pypy3": "pypy-"}  # fmt: skip
    assert [attack.slug for attack in CATALOGUE if not attack.slug.startswith(begins[attack.language])] == []


def test_languages_that_are_not_there_are_named_and_nobody_asks_for_python() -> None:
    there: Any = SimpleNamespace(languages=lambda: LanguagesFound({"c": "gcc 12"}, {"go": "no go", "java": "no java"}))
    assert find_missing(there, {"python3", "c", "java"}) == {"java": "no java"}
    assert find_missing(None, {"python3"}) == {}  # type: ignore[arg-type]  # nobody is asked


def test_a_file_of_the_hosts_that_is_shown_is_found(tmp_path: Path) -> None:
    path, secret = lay_bait(tmp_path)
    assert secret in Path(path).read_text()
    assert check_text(f"line 1: {secret}", secret) == ["a file of the host's is shown"]
    assert check_text("line 1: x", secret) == []
    assert check_text("x" * (SHOWN_BYTES + 1), secret) == [f"{SHOWN_BYTES + 1} characters are shown"]


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
