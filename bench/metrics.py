"""The text metrics against their reference implementations, in the same run, on equal samples."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

from bench.figures import Figure, paired
from equijudge_core.scores.ngrams import self_bleu

SAMPLES, TOKENS, VOCABULARY = 64, 150, 60
TOLERANCE = 1e-9


def figures() -> list[Figure]:
    """Self-BLEU in samples per second; it stops unless both give the same number."""
    samples = variants(random.Random(1))
    ours, theirs = self_bleu(samples), nltk_self_bleu(samples)
    if ours is None or abs(ours - theirs) > TOLERANCE:
        raise SystemExit(f"Self-BLEU: ours is {ours}, NLTK's {theirs}")
    return [
        paired(
            "Self-BLEU",
            lambda: rate(self_bleu, samples),
            lambda: rate(nltk_self_bleu, samples),
            "samples/s",
            f"{SAMPLES} x {TOKENS} tokens; other: NLTK",
            ">= 40",
        )
    ]


def variants(draw: random.Random) -> list[list[str]]:
    """Samples as models give them: one text, each time with a fifth of its tokens changed."""
    names = [f"t{number}" for number in range(VOCABULARY)]
    text = draw.choices(names, k=TOKENS)
    return [[draw.choice(names) if draw.random() < 0.2 else token for token in text] for _ in range(SAMPLES)]


def nltk_self_bleu(samples: list[list[str]]) -> float:
    """The definition, with NLTK's sentence_bleu."""
    smoothing = SmoothingFunction().method1
    return statistics.fmean(
        float(sentence_bleu(samples[:i] + samples[i + 1 :], sample, smoothing_function=smoothing))
        for i, sample in enumerate(samples)
    )


def rate(metric: Callable[[list[list[str]]], object], samples: list[list[str]]) -> float:
    """Samples per second of one call."""
    start = time.perf_counter()
    metric(samples)
    return len(samples) / (time.perf_counter() - start)
