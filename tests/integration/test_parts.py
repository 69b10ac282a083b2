"""A batch that is more than the service takes at once: sent in parts, answered as a whole. Cells are fakes."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest

import equijudge
from equijudge import Candidate, SetOptions
from tests.integration.interrupted_support import async_client_of, backlog, client_of
from tests.integration.test_worker_faults import FakeCells
from tests.service import SUM_ROW, wait_for

MOST_CANDIDATES, MOST_PROBLEMS, MOST_BYTES = 4, 3, 150_000


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder = tmp_path_factory.mktemp("parts")
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(folder),
        "EQUIJUDGE_MAX_CANDIDATES": str(MOST_CANDIDATES),
        "EQUIJUDGE_MAX_PROBLEMS": str(MOST_PROBLEMS),
        "EQUIJUDGE_MAX_BODY_BYTES": str(MOST_BYTES),
    }
    made = FakeCells(folder, settings)
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


@pytest.fixture
def client(service: FakeCells) -> Iterator[equijudge.Client]:
    with client_of(service) as made:
        yield made


def candidates(count: int, padding: int = 0) -> list[Candidate]:
    """Every third is wrong; each has its number as its id."""
    words = [f"{'say 4' if number % 3 == 2 else 'sum'} # {uuid4()} {'x' * padding}" for number in range(count)]
    return [Candidate(source=word, id=str(number)) for number, word in enumerate(words)]


def row(name: str, padding: int = 0) -> dict[str, object]:
    return SUM_ROW | {"name": name, "description": "x" * padding}


def expected(count: int) -> list[str]:
    return ["WA" if number % 3 == 2 else "AC" for number in range(count)]


def test_the_service_tells_its_limits(client: equijudge.Client) -> None:
    limits = client.limits()
    assert (limits.candidates, limits.problems, limits.body_bytes) == (MOST_CANDIDATES, MOST_PROBLEMS, MOST_BYTES)


def test_more_candidates_than_a_request_may_have_are_judged_in_order(client: equijudge.Client) -> None:
    first, second = candidates(7), candidates(6)
    found = client.verify_batch([(row("one"), first), (row("two"), second)])
    assert [result.verdict for result in found] == [*expected(7), *expected(6)]
    assert [result.index for result in found] == list(range(13))
    assert [(result.problem, result.candidate) for result in found] == [
        *((0, number) for number in range(7)),
        *((1, number) for number in range(6)),
    ]
    assert [result.candidate_id for result in found] == [str(number) for number in (*range(7), *range(6))]


def test_results_of_parts_come_one_by_one(client: equijudge.Client) -> None:
    found = list(client.verify_each(row("one"), candidates(11)))
    assert sorted(result.index for result in found) == list(range(11))
    assert [result.verdict for result in sorted(found, key=lambda result: result.index)] == expected(11)


def test_more_bytes_than_a_body_may_have_go_in_several(client: equijudge.Client) -> None:
    found = client.verify(row("one"), candidates(4, padding=60_000))
    assert [result.verdict for result in found] == expected(4)


def test_more_problems_than_a_request_may_have_go_in_several(client: equijudge.Client) -> None:
    found = client.verify_batch([(row(f"number {number}"), candidates(1)) for number in range(8)])
    assert [result.problem for result in found] == list(range(8))


def test_problems_are_stored_in_parts(client: equijudge.Client) -> None:
    many = [row(f"stored {number}") for number in range(8)]
    large = [row(f"large {number}", padding=100_000) for number in range(3)]
    assert [each.name for each in client.put_problems(many)] == [each["name"] for each in many]
    assert [each.name for each in client.put_problems(large)] == [each["name"] for each in large]


def test_sets_are_made_in_parts(client: equijudge.Client) -> None:
    solutions = [{"language": [3] * 2, "solution": [f"sum +{number}1", f"sum -{number}1"]} for number in range(5)]
    rows = [row(f"set {number}") | {"solutions": each} for number, each in enumerate(solutions)]
    found = client.equivalence_sets(rows, SetOptions(min_solutions=1))
    assert [(each.index, each.name) for each in found] == [(number, f"set {number}") for number in range(5)]


async def test_tasks_send_in_parts_too(service: FakeCells) -> None:
    async with async_client_of(service) as client:
        found = await client.verify(row("one"), candidates(11))
        stored = await client.put_problems([row(f"task {number}") for number in range(8)])
        solutions = {"language": [3], "solution": ["sum"]}
        sets = await client.equivalence_sets(
            [row(f"task {number}") | {"solutions": solutions} for number in range(5)], SetOptions(min_solutions=1)
        )
    assert [result.verdict for result in found] == expected(11)
    assert [each.name for each in stored] == [f"task {number}" for number in range(8)]
    assert [each.index for each in sets] == list(range(5))


def test_a_candidate_that_is_refused_is_named_by_its_place_in_the_whole(client: equijudge.Client) -> None:
    wrong = [*candidates(9), Candidate(source="x", language="cobol")]
    with pytest.raises(equijudge.Invalid) as caught:
        client.verify_batch([(row("one"), candidates(3)), (row("two"), wrong)])
    assert [error.field for error in caught.value.details.errors] == ["problems[1].candidates[9].language"]


def test_what_cannot_be_cut_names_field_and_limit(client: equijudge.Client) -> None:
    with pytest.raises(equijudge.Invalid, match=rf"\n  candidates\[1\] .*{MOST_BYTES}"):
        client.verify(row("one"), [*candidates(1), *candidates(1, padding=200_000)])
    with pytest.raises(equijudge.Invalid, match=rf"problems\[2\].*{MOST_BYTES}"):
        client.put_problems([row("a"), row("b"), row("c", padding=200_000)])
    with pytest.raises(equijudge.Invalid, match=rf"generations.*{MOST_CANDIDATES}"):
        client.score([(row("one"), ["sum"] * 5)])
    with pytest.raises(equijudge.Invalid, match=rf"body.*{MOST_BYTES}"):
        client.score([(row("one"), ["x" * 200_000])])


def test_all_parts_are_cancelled_when_the_caller_leaves(client: equijudge.Client, service: FakeCells) -> None:
    slow = [f"wait 1 # {uuid4()}" for _ in range(12)]
    with pytest.raises(equijudge.JobTimedOut) as caught:
        client.verify(row("one"), slow, timeout=2.0)
    assert len(caught.value.job_ids) == 2  # at the service at once
    wait_for(lambda: backlog(service) == 0, 5, "an empty backlog")
    results = client.verify_each(row("one"), [f"sum # {uuid4()}", *slow])
    assert next(results).verdict == "AC"
    del results
    wait_for(lambda: backlog(service) == 0, 5, "an empty backlog")
