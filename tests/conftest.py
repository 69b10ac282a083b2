"""How the tests are spread over processes (`pytest -n 4 --dist loadscope --no-loadscope-reorder`), and which run alone.

A group stays in one process, in order: a file, but that all tests of one driver's cells are one group, since what one
candidate leaves behind the next must not find, and that the installations of one Python are. What takes longest comes
first, so that no process is left with it at the end. Without xdist nothing changes but the order.

A test marked `alone` measures how the machine itself is shared out (a crowd on every core, waiting for a core): no test
of another process runs beside it.
"""

from __future__ import annotations

import fcntl
import gc
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

# Groups by what they take, the longest first, as seen in the list of the slowest tests; the rest as collected.
LONGEST_FIRST: tuple[str, ...] = (
    "cells-docker", "cells-local", "test_worker", "test_chaos", "install-3.11", "install-3.12", "install-3.13",
    "test_language_list", "test_compose", "test_packages", "test_handbook_languages", "test_build_sets",
    "test_gradients", "test_selftest", "test_whole", "test_fuzz", "test_endings",
    "test_redis_trouble", "test_needs_checker", "test_shapes_api", "test_interrupted",
    "test_api_restarts", "test_training",
    "test_labelled_programs", "test_testlib", "test_faults", "test_shapes_cli", "test_shapes_client", "test_signature",
    "test_signature_labelled", "test_signature_techniques", "test_embedded", "test_scores", "test_engine",
    "test_gvisor",
)  # fmt: skip

ALONE = "/test_crowd.py"  # last: whoever waits to be alone lets nobody begin, and others may be at a long test

# What `make proofs` alone runs, as beginnings of node ids: each is one of a kind that `make test` has another of, which
# stands behind it.
PROOFS = {
    "tests/integration/test_build_sets.py::test_ten_kills_change_nothing_and_run_nothing_again_but_what_was_running[": (
        "made up"
    ),
    "tests/integration/test_build_sets.py::test_programs_of_the_handbook_and_of_people_become_sets[": "local",
    "tests/integration/test_fuzz.py::test_every_answer_is_one_that_the_document_knows[": "a-key-for-the-tests-only",
    "tests/unit/test_checker_difference.py::test_a_line_of_64_mib_is_judged[": "codecontests",
    "tests/unit/test_checker_difference.py::test_a_flood_of_tokens_costs_no_list_of_them[": "tokens",
    # Time and memory are taken by one runner, whatever the driver. Docker's has the memory cgroup besides.
    "tests/adversarial/test_time.py::test_a_busy_program_is_tle_by_cpu_time[": "docker-",
    "tests/adversarial/test_time.py::test_an_idle_program_is_tle_by_wall_time[": "docker-",
    "tests/adversarial/test_time.py::test_each_test_has_the_whole_limit[": "docker",
    "tests/adversarial/test_resources.py::test_cpu_time_of_children_that_ended_long_ago_is_counted[": "local",
    "tests/adversarial/test_resources.py::test_children_that_the_kernel_would_reap_by_itself_are_counted[": "local",
    "tests/adversarial/test_memory.py::test_the_limit_is_where_it_is_said_to_be[": "docker-",
    "tests/adversarial/test_memory.py::test_a_child_beside_a_large_parent_is_no_spike[": "local",
    "tests/integration/test_needs_checker.py::test_right_answers_are_accepted_and_near_misses_are_not[": (
        "local-one-of-each-kind"
    ),
    "tests/integration/test_needs_checker.py::test_a_test_whose_stored_answer_is_none_is_nobodys_wrong_answer[": (
        "local"
    ),
    # The harness is the same in every cell: each driver's has one half, and both all of it in `make proofs`.
    "tests/adversarial/test_calls.py::test_no_attack_is_right[": "local-",
    "tests/adversarial/test_calls.py::test_no_honest_program_loses[": "docker-",
    "tests/adversarial/test_calls.py::test_pypy_calls_as_python_does[": "printing",
    "tests/adversarial/test_compiled_calls.py::test_no_attack_is_right[": "-core ",
    "tests/adversarial/test_compiled_calls.py::test_no_honest_program_loses[": "-core ",
    "tests/adversarial/test_test_code_frames.py::test_what_no_harness_says_gains_nothing[": "local-11",
    "tests/adversarial/test_test_code.py::test_nothing_is_gained[": "local-",
    # The selftest's are those programs: whether they leave anything behind is asked of a few of them.
    "tests/adversarial/test_catalogue.py::test_an_attack_gains_nothing_and_leaves_nothing[docker-calls: ": "values-in",
    "tests/adversarial/test_catalogue.py::test_an_attack_gains_nothing_and_leaves_nothing[local-calls: ": "static-",
    "tests/adversarial/test_catalogue.py::test_an_attack_gains_nothing_and_leaves_nothing[docker-test-code: ": "forks",
    "tests/adversarial/test_catalogue.py::test_an_attack_gains_nothing_and_leaves_nothing[local-test-code: ": "-0-be",
    "tests/adversarial/test_test_code.py::test_honest_programs_lose_nothing[": "docker-",
    "tests/adversarial/test_test_code.py::test_pypy_answers_as_python_does[": "exact",
    "tests/integration/test_assertions_handbook.py::test_every_program_of_a_hundred_problems_does": "none in make test",
    "tests/integration/test_calls_handbook.py::test_every_program_of_a_hundred_problems_does[": "none in make test",
    "tests/integration/test_calls_compiled.py::test_a_program_of_the_handbook_has_its_label[": "some-",
    "tests/integration/test_calls_compiled.py::test_values_come_back_as_they_went_in[": "string[][]-cpp17",
    "tests/integration/test_calls_compiled.py::test_a_problem_with_types_is_judged_right[": "cpp17 ",
    # A selection of them, with one Python, is in `make test`.
    "tests/integration/test_cpython_suite.py::test_every_test_has_the_same_result[": "none in make test",
    "tests/integration/test_handbook_languages.py::test_a_program_gets_its_label[": "local-first",
    "tests/integration/test_handbook_checked.py::test_a_program_gets_its_label[": "local-first",
    "tests/integration/test_handbook_checked.py::test_a_checker_says_what_the_statement_says": "local-graph_of_degrees",
    "tests/adversarial/test_endings.py::test_other_pythons_end_a_program_as_a_script[": "3.13",
}
# Of the common list docker cells have C++ and Java in `make test`: launcher, limits and measures are the same for all.
OTHER_LANGUAGES = re.compile(r"test_language_list\.py::.*\[docker-(?!(cpp17|java)[]-])")
# Of the selftest's catalogue the time and memory bombs are for the docker driver in `make test`.
BOMB = re.compile(r"test_catalogue\.py::.*\[local-(resources|time):")
# Of the attacks on checkers and in conversation `make test` has, on local cells, all that neither wait nor have a near
# relative there.
CHECKERS = re.compile(
    r"test_catalogue\.py::.*\[(docker-(checkers|conversations):|local-(checkers|conversations): ("
    r"seek-answer-in-[^f]|checker-(fork-bomb|sleeps|stops-all|remembers-[^u]|leaves-[^lf]|passes-[^lw])"
    r"|checker-not-asked-late|exit-like-a-validator-43|checked-(bidi|carriage|surrogates|marks|blanks)"
    r"|checked-(number|quotations)-[^t]|talk-(seeks-[^f]|dribbles|fork-bomb|line-|half-|silence|stops-|closes-stdout|never-ends|flood-)"
    r"|interactor-(fork-bomb|floods-the-deaf|half-a-line|closes-stdout|endless|memory)))"
)
# Of its attacks in other languages `make test` has, on local cells, how C++ and Java programs end and what they find,
# which files no compiler tells of, and what linkers are known to fail at. The others are bombs, and relatives of
# those in Python.
NATIVE = re.compile(r"test_catalogue\.py::.*\[\w+-[\w-]+: (c|cpp|cpp20|go|java|js|pypy|rust)-")
NATIVE_IN_TEST = re.compile(
    r"\[local-((exits|forging): (cpp|java)-|harmless: cpp-(own|threads|locale|pragmas)"
    r"|compiling: \w+-(include|embed|assemble|module|environment|line-of|path)"
    r"(?!.*(embler-|device|zero|random|full|itself|pipe)))"
)
# And of the channels in C++ those from a test to the next.
NATIVE_CHANNEL = re.compile(r"test_matrix\.py::test_nothing_crosses\[(docker-native|local-native-.*-to-(?!next-test))")


def pytest_configure() -> None:
    """A shell that starts the tests in the background has them ignore Ctrl-C, and with them all that they start:
    programs that are interrupted on purpose would go on."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.disable()


def pytest_collection_finish() -> None:
    """Seven thousand tests are many objects, and all of them stay: the collector looks at them no more. Attacks ask
    for a whole collection each, which took 0.4 s."""
    gc.enable()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    for item in items:
        if is_proof(item.nodeid):
            item.add_marker(pytest.mark.proof)
    yield  # pytest deselects by marks, and brings together what shares a parameter of the session
    items.sort(key=lambda item: place_of(group_of(item.nodeid)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Our groups: xdist's own ones (`xdist_group`) do not work with pytest 9.2."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    return ByGroup(config, log)


def is_proof(nodeid: str) -> bool:
    """Whether a test is for `make proofs` alone."""
    kind = next((begins for begins in PROOFS if nodeid.startswith(begins)), None)
    if kind is not None:
        return PROOFS[kind] not in nodeid.removeprefix(kind)
    if NATIVE.search(nodeid):
        return NATIVE_IN_TEST.search(nodeid) is None
    return any(each.search(nodeid) for each in (BOMB, CHECKERS, OTHER_LANGUAGES, NATIVE_CHANNEL))


def group_of(nodeid: str) -> str:
    """The name of the tests that stay together."""
    path, _, test = nodeid.partition("::")
    first = re.split(r"[\[\]-]", test + "[")[1]
    if "/adversarial/" in path and first in ("docker", "local") and not path.endswith(ALONE):
        return f"cells-{first}"
    if path.endswith("/test_install.py"):
        return f"install-{first}"
    return Path(path).stem


def place_of(group: str) -> int:
    if group == Path(ALONE).stem:
        return len(LONGEST_FIRST) + 1
    return LONGEST_FIRST.index(group) if group in LONGEST_FIRST else len(LONGEST_FIRST)


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
