"""What a worker keeps of problems."""

from __future__ import annotations

from equijudge_core.judging.problem import Problem, parse_row
from equijudge_verifier.worker.problem_cache import ProblemCache


def problem(name: str, size: int = 1) -> Problem:
    return parse_row({"name": name, "public_tests": {"input": ["x" * size], "output": [""]}})


class Stock:
    """Problems by id, and which were loaded."""

    def __init__(self, **sizes: int) -> None:
        self.problems = {name: problem(name, size) for name, size in sizes.items()}
        self.loaded: list[str] = []

    def load(self, problem_id: str) -> Problem | None:
        self.loaded.append(problem_id)
        return self.problems.get(problem_id)


def test_a_problem_is_loaded_once() -> None:
    stock = Stock(a=1)
    kept = ProblemCache(stock.load)
    assert kept.get("a") is kept.get("a")
    assert stock.loaded == ["a"]


def test_the_one_not_used_for_longest_goes_first() -> None:
    stock = Stock(a=1, b=1, c=1)
    kept = ProblemCache(stock.load, most=2)
    for problem_id in "abacab":
        kept.get(problem_id)
    assert stock.loaded == ["a", "b", "c", "b"]


def test_bytes_are_bounded_but_the_last_one_stays() -> None:
    stock = Stock(a=60, b=60, large=500)
    kept = ProblemCache(stock.load, most_bytes=100)
    for problem_id in ("a", "b", "a", "large", "large"):
        kept.get(problem_id)
    assert stock.loaded == ["a", "b", "a", "large"]


def test_what_is_not_there_is_asked_for_again() -> None:
    stock = Stock()
    kept = ProblemCache(stock.load)
    assert [kept.get("a"), kept.get("a")] == [None, None]
    assert stock.loaded == ["a", "a"]
