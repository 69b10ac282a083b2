"""What the selftest sees of a cell from the host, where the engine answers while the cell ends."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from equijudge_sandbox.drivers.docker import ContainerHost
from equijudge_sandbox.errors import CellLost
from equijudge_selftest.host_view import TRIES, list_processes


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
