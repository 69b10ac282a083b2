"""The figures of one problem. Each is None where it is not defined: too few samples, no reference.

Groups: `all` samples that hold a source, `correct` ones (AC). A correct sample without a cluster counts as a sample
that falls in no cluster. docs/scores.md explains the names, equijudge/figure_names.py has them in a few words,
equijudge_api/outcome_only.py says which of them an outcome-only key may see. Another definition of a figure raises
METRICS_VERSION in contracts/scores.py, so that nobody compares the two.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from equijudge_core.contracts.scores import CLUSTER_LEVELS, UNIQUE_LEVELS, ClusterLevel, ScoreSettings
from equijudge_core.contracts.verdict import JUDGED, Verdict
from equijudge_core.scores import ngrams, rarefaction, selection, similarity
from equijudge_core.scores.records import ProblemRecord, SampleRecord

Values = dict[str, float | None]
Vectors = Mapping[str, Mapping[str, npt.ArrayLike]]
"""Per embedder, the vector of every source hash of the run."""

DISTINCT_ORDER = 4
POINTS_SHARE = "points_share"  # of problems that give points, and of runs that have such
SUFFIX: Mapping[ClusterLevel, str] = {"coarse": "", "fine": "_fine"}


def problem_values(
    problem: ProblemRecord, samples: Sequence[SampleRecord], settings: ScoreSettings, vectors: Vectors
) -> Values:
    """All figures of one problem over `samples`: its own, or the same with the verdicts that IE hides put in."""
    samples = sorted((sample for sample in samples if sample.verdict is not Verdict.IE), key=lambda sample: sample.id)
    correct = [sample for sample in samples if sample.verdict is Verdict.AC]
    values = _verdicts(problem, samples)
    for k in settings.ks:
        values[f"pass@{k}"] = rarefaction.pass_at_k(len(samples), len(correct), k)
        values |= _selection(problem, samples, len(correct), settings, k)
        for level in CLUSTER_LEVELS:
            values |= _coverage(problem, samples, correct, level, k)
        for level_name in UNIQUE_LEVELS:
            values[f"unique_{level_name}@{k}"] = _unique(samples, correct, level_name, k)
    for level in CLUSTER_LEVELS:
        values |= _effective(problem, correct, level, settings)
    for suffix, group in (("", samples), ("_correct", correct)):
        draw = _Subsets(settings, f"{problem.problem_id}\0{suffix}")
        values |= _text(group, suffix, draw, settings)
        values |= _ast(group, suffix, draw)
        values |= _embedding_figures(group, suffix, draw, vectors)
    if problem.gives_points:
        shares = [sample.share for sample in samples if sample.share is not None]
        values[POINTS_SHARE] = math.fsum(shares) / len(shares) if shares else None
    return values


def _selection(
    problem: ProblemRecord, samples: Sequence[SampleRecord], correct: int, settings: ScoreSettings, k: int
) -> Values:
    """What one answer out of k samples is worth. `majority@k` is there for runs that asked for it alone."""
    passing = [sample.passes_public for sample in samples]
    best = None if None in passing else selection.best_of_k(len(samples), sum(map(bool, passing)), correct, k)
    values: Values = {f"best_of@{k}": best}
    if problem.votes:
        votes = [(sample.outputs, sample.verdict is Verdict.AC) for sample in samples]
        draw = _generator(settings, f"{problem.problem_id}\0majority@{k}")
        found = selection.majority_of_k(votes, k, draw)
        values[f"majority@{k}"] = found if any(outputs for outputs, _ in votes) else None
    return values


def _generator(settings: ScoreSettings, name: str) -> np.random.Generator:
    """A source of chance that is the same for the same seed and name."""
    digest = hashlib.blake2b(f"{settings.seed}\0{name}".encode("utf-8", "surrogatepass"), digest_size=16)
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest.digest(), "big")))


def cluster_sizes(samples: Iterable[SampleRecord], level: ClusterLevel) -> dict[str, int]:
    """How many samples fall into each cluster, by id; those without a cluster are left out."""
    ids = (getattr(sample, level) for sample in samples)
    return dict(sorted(Counter(name for name in ids if name is not None).items()))


def _verdicts(problem: ProblemRecord, samples: Sequence[SampleRecord]) -> Values:
    counts = Counter(sample.verdict for sample in samples)
    size = len(samples)
    values: Values = {
        f"verdict_{verdict}": counts[verdict] / size if size else None for verdict in JUDGED if verdict != Verdict.IE
    }
    values["ie"] = sum(sample.verdict is Verdict.IE for sample in problem.samples) / len(problem.samples)
    parsed = [sample.subtrees is not None for sample in samples if not sample.treeless]
    values["unparseable"] = parsed.count(False) / len(parsed) if parsed else None
    return values


def _coverage(
    problem: ProblemRecord,
    samples: Sequence[SampleRecord],
    correct: Sequence[SampleRecord],
    level: ClusterLevel,
    k: int,
) -> Values:
    found, every = cluster_sizes(correct, level), cluster_sizes(samples, level)
    known = getattr(problem.reference, level) if problem.reference else {}
    size, at = len(samples), f"{SUFFIX[level]}@{k}"
    recalled = rarefaction.coverage_at_k(size, [found[name] for name in found if name in known], k)
    return {
        f"coverage{at}": rarefaction.coverage_at_k(size, found.values(), k),
        f"coverage_all{at}": rarefaction.coverage_at_k(size, every.values(), k),
        f"coverage_given_correct{at}": rarefaction.coverage_at_k(len(correct), found.values(), k),
        f"recall{at}": recalled / len(known) if known and recalled is not None else None,
        f"novel{at}": rarefaction.coverage_at_k(size, [found[name] for name in found if name not in known], k)
        if known
        else None,
    }


def _unique(samples: Sequence[SampleRecord], correct: Sequence[SampleRecord], level: str, k: int) -> float | None:
    if not any(level in sample.unique for sample in samples):
        return None
    forms = Counter(sample.unique.get(level) or f"text:{sample.unique.get('text')}" for sample in correct)
    return rarefaction.coverage_at_k(len(samples), forms.values(), k)


def _effective(
    problem: ProblemRecord, correct: Sequence[SampleRecord], level: ClusterLevel, settings: ScoreSettings
) -> Values:
    sizes = list(cluster_sizes(correct, level).values())
    reference = list(getattr(problem.reference, level).values()) if problem.reference else []
    entropy = rarefaction.entropy_at_k(sizes, settings.subset_size)
    return {
        f"collision{SUFFIX[level]}": rarefaction.collision(sizes),
        f"reference_collision{SUFFIX[level]}": rarefaction.collision(reference),
        f"entropy_clusters{SUFFIX[level]}": None if entropy is None else math.exp(entropy),
    }


@dataclass(frozen=True, slots=True)
class _Subsets:
    """Random subsets of one size, so that figures that depend on the number of samples can be compared."""

    settings: ScoreSettings
    name: str

    def mean(self, size: int, figure: Callable[[Sequence[int]], float | None]) -> float | None:
        """The mean of the figure over subsets of `size` positions; None where they do not suffice for one."""
        wanted = self.settings.subset_size
        if size < wanted:
            return None
        values = [value for subset in self._draw(size, wanted) if (value := figure(subset)) is not None]
        return math.fsum(values) / len(values) if values else None

    def _draw(self, size: int, wanted: int) -> list[list[int]]:
        if size == wanted:
            return [list(range(size))]
        generator = _generator(self.settings, self.name)
        return [
            sorted(generator.choice(size, wanted, replace=False).tolist()) for _ in range(self.settings.subset_draws)
        ]


def _text(group: Sequence[SampleRecord], suffix: str, draw: _Subsets, settings: ScoreSettings) -> Values:
    tokens = [sample.tokens for sample in group if sample.source_hash]
    texts = [sample.words for sample in group if sample.source_hash]
    size = len(tokens)

    def distinct(order: int) -> Callable[[Sequence[int]], float | None]:
        return lambda subset: ngrams.distinct_n([tokens[i] for i in subset], order)[-1]

    return {
        f"self_bleu{suffix}": draw.mean(size, lambda subset: ngrams.self_bleu([tokens[i] for i in subset])),
        f"ead{suffix}": draw.mean(size, lambda subset: ngrams.ead([texts[i] for i in subset], settings.ead_vocabulary)),
    } | {f"distinct_{n}{suffix}": draw.mean(size, distinct(n)) for n in range(1, DISTINCT_ORDER + 1)}


def _ast(group: Sequence[SampleRecord], suffix: str, draw: _Subsets) -> Values:
    kernel = similarity.ast_kernel([sample.subtrees for sample in group if sample.subtrees is not None])
    return _from_kernel(kernel, f"ast{suffix}", draw)


def _embedding_figures(group: Sequence[SampleRecord], suffix: str, draw: _Subsets, vectors: Vectors) -> Values:
    values: Values = {}
    for name, known in sorted(vectors.items()):
        rows = [np.asarray(known[sample.source_hash]) for sample in group if sample.source_hash]
        kernel = similarity.cosine_kernel(rows) if rows else np.zeros((0, 0))
        values |= _from_kernel(kernel, f"{name}{suffix}", draw)
    return values


def _from_kernel(kernel: npt.NDArray[np.float64], name: str, draw: _Subsets) -> Values:
    return {
        f"distance:{name}": similarity.mean_distance(kernel),
        f"vendi:{name}": draw.mean(len(kernel), lambda subset: similarity.vendi(kernel[np.ix_(subset, subset)])),
    }
