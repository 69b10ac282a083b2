"""How the tests are spread over processes (`pytest -n 2 --dist loadgroup`), and which of them run alone.

A group stays in one process, in order: a file, but that all tests of one driver's cells are one group, since what one
candidate leaves behind the next must not find, and so are those that share the one service. What takes longest comes
first, so that no process is left with it at the end. Without xdist nothing changes but the order.

A test marked `alone` measures how the machine itself is shared out (a crowd on every core, waiting for a core): no test
of another process runs beside it.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DRIVERS = ("docker", "local")
# Groups by what they take, the longest first, as seen in the list of the slowest tests; the rest as collected.
LONGEST_FIRST: tuple[str, ...] = ()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group_of(item)))
    items.sort(key=place_of)


def group_of(item: pytest.Item) -> str:
    """The name of the tests that stay together."""
    if isinstance(item, pytest.Function):
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        driver = next((value for value in parameters if isinstance(value, str) and value in DRIVERS), None)
        if folder == "adversarial" and driver is not None:
            return f"cells-{driver}"
        if folder == "integration" and "service" in item.fixturenames and not hasattr(item.module, "service"):
            return "service"  # the one that the whole session shares
    return item.path.stem.removeprefix("test_")


def place_of(item: pytest.Item) -> int:
    name = group_of(item)
    return LONGEST_FIRST.index(name) if name in LONGEST_FIRST else len(LONGEST_FIRST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with turn(fcntl.LOCK_EX if item.get_closest_marker("alone") else fcntl.LOCK_SH):
        return (yield)


@contextmanager
def turn(kind: int) -> Iterator[None]:
    """Hold the lock of this checkout's tests, shared or exclusive. The gate keeps a stream of shared holders from
    passing by the one that waits to be alone. Both are files that are there anyway."""
    here = Path(__file__)
    with here.with_name("__init__.py").open("rb") as gate, here.open("rb") as lock:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(lock, kind)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield
