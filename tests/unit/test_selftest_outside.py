"""What the selftest sees of a cell from the host, where the engine answers while the cell ends."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from equijudge_sandbox.docker import ContainerHost
from equijudge_sandbox.errors import CellLost
from equijudge_verifier.selftest.outside import processes


def host(rows: list[list[str]] | None) -> ContainerHost:
    """A container of which the engine lists these rows: pid, uid, name."""
    api: Any = SimpleNamespace(top=lambda container, arguments: {"Titles": [], "Processes": rows})
    return ContainerHost(api, "some", SimpleNamespace(_response=None, _sock=None))


def test_processes_are_named_with_their_users() -> None:
    assert processes(host([["7", "65534", "python3"]])) == [(65534, "python3")]


def test_a_cell_that_ends_while_it_is_looked_at_is_lost() -> None:
    with pytest.raises(CellLost, match="lists no process"):
        processes(host(None))
