"""What a caller may choose about scores."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from equijudge_core.scores.bootstrap import Plan
from equijudge_core.scores.ngrams import EAD_VOCABULARY


class ScoreSettings(Plan):
    """ks: the k of pass@k, coverage@k and the like.

    subset_size: metrics that depend on the number of samples (Self-BLEU, distinct-n, EAD, Vendi, entropy_clusters)
    are means over subset_draws random subsets of this size; a problem with fewer samples is left out of them.
    """

    ks: Annotated[tuple[Annotated[int, Field(ge=1, le=10_000)], ...], Field(min_length=1, max_length=16)] = (1, 4, 16)
    subset_size: Annotated[int, Field(ge=2, le=1000)] = 16
    subset_draws: Annotated[int, Field(ge=1, le=1000)] = 4
    ead_vocabulary: Annotated[int, Field(ge=2, le=10_000_000)] = EAD_VOCABULARY
