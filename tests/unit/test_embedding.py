"""Vectors from an embedder to the scores."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from equijudge.embedding import SentenceEmbedder, vectors
from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.scores.kernels import Floats
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import SOURCES, problem, run


class Letters:
    """How often each letter occurs."""

    name = "letters"

    def embed(self, sources: Sequence[str]) -> Floats:
        return np.array([[source.count(letter) for letter in "abcdefinoprstu"] for source in sources], dtype=np.float64)


def test_an_embedder_of_ones_own_adds_figures() -> None:
    found = vectors(Letters(), {f"hash-{name}": source for name, source in SOURCES.items()})

    scores = score(run(problem("p", ["AC:a", "AC:b", "WA:c"])), ScoreSettings(subset_size=2, resamples=100), found)

    one, other = Letters().embed([SOURCES["a"], SOURCES["b"]])
    cosine = one @ other / np.sqrt((one @ one) * (other @ other))
    assert scores.figures["distance:letters_correct"].value == pytest.approx(1 - cosine)


def test_an_embedder_that_loses_sources_is_refused() -> None:
    class Lossy(Letters):
        def embed(self, sources: Sequence[str]) -> Floats:
            return super().embed(sources[1:])

    with pytest.raises(ValueError, match="letters: 1 vectors for 2 sources"):
        vectors(Lossy(), {"x": "a", "y": "b"})


def test_a_model_is_taken_from_a_folder_only(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no folder"):
        SentenceEmbedder(tmp_path / "some-model-of-the-hub")
