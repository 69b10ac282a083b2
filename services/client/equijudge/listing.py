"""Answers as callers hold them: lists and scores that a notebook shows as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import SupportsIndex, TypeVar, overload

from equijudge_core.contracts import score_requests, scores

T = TypeVar("T")


class Listing(list[T]):
    """A list like any other, which a notebook shows as a table. A slice of it is one, too."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Listing[T]: ...

    def __getitem__(self, at: SupportsIndex | slice) -> T | Listing[T]:
        return Listing(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def _repr_html_(self) -> str:
        from equijudge.notebook import show_listing  # draws with rich, which programs without a notebook do without

        return show_listing(self)


class Scores(scores.Scores):
    """A run's scores: docs/scores.md says what each figure is, and `.model_dump(mode="json")` gives them as JSON.

    Everything that makes two runs comparable is in it; keys and problems have a fixed order. A notebook shows the main
    figures as a table.
    """

    def _repr_html_(self) -> str:
        from equijudge.notebook import show_scores  # see Listing

        return show_scores(self)


class ScoreResponse(score_requests.ScoreResponse):
    """Answer about a job of generations: its status, and the scores when it is done. They are null while it runs, after
    it was cancelled, and when `fault` says what went wrong on the service's side."""

    scores: Scores | None = None


def sorted_by_index(found: Iterable[T]) -> Listing[T]:
    """Put results in the order of the request, by their `index`."""
    return Listing(sorted(found, key=lambda each: int(getattr(each, "index"))))  # noqa: B009 - T has no bound
