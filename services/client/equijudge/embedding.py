"""Vectors of sources for the embedding metrics: a model from a local folder, or any `Embedder` of the caller's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from equijudge_core.scores.kernels import Embedder, Floats
from equijudge_core.scores.problem_figures import Vectors


class SentenceEmbedder:
    """A sentence-transformers model from a folder on this machine; nothing is fetched.

    Raises:
        FileNotFoundError: `path` is no folder.
        ModuleNotFoundError: sentence-transformers is not installed.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise FileNotFoundError(f"model: no folder {path}; a local sentence-transformers model is needed")
        try:
            from sentence_transformers import SentenceTransformer
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError("embedding metrics need the package sentence-transformers") from error
        self._model = SentenceTransformer(str(path), local_files_only=True)
        self._name = path.resolve().name

    @property
    def name(self) -> str:
        """The folder's name."""
        return self._name

    def embed(self, sources: Sequence[str]) -> Floats:
        """shape (len(sources), dimensions)."""
        return np.asarray(self._model.encode(list(sources)), dtype=np.float64)


def vectors(embedder: Embedder, sources: Mapping[str, str]) -> Vectors:
    """What `score` takes, from {source hash: source}; each source is embedded once.

    Raises:
        ValueError: the embedder gave another number of rows than sources.
    """
    hashes = sorted(sources)
    rows = embedder.embed([sources[key] for key in hashes])
    if len(rows) != len(hashes):
        raise ValueError(f"{embedder.name}: {len(rows)} vectors for {len(hashes)} sources")
    return {embedder.name: dict(zip(hashes, rows, strict=True))}
