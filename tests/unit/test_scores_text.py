"""Self-BLEU, distinct-n, EAD: worked by hand, and against NLTK."""

from __future__ import annotations

import math
import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

from equijudge_core.scores.ngrams import distinct_n, ead, self_bleu

groups = st.lists(st.lists(st.sampled_from("abcde"), max_size=12), min_size=2, max_size=7)


def nltk_self_bleu(samples: list[list[str]]) -> float:
    smoothing = SmoothingFunction().method1
    return statistics.fmean(
        float(sentence_bleu(samples[:i] + samples[i + 1 :], sample, smoothing_function=smoothing))
        for i, sample in enumerate(samples)
    )


@given(groups)
def test_self_bleu_is_the_mean_of_nltks_sentence_bleu(samples: list[list[str]]) -> None:
    assert self_bleu(samples) == pytest.approx(nltk_self_bleu(samples), abs=1e-9)


def test_self_bleu_is_nltks_on_program_sized_samples() -> None:
    draw = random.Random(1)
    samples = [[str(int(draw.paretovariate(0.8))) for _ in range(draw.randint(60, 150))] for _ in range(12)]

    assert self_bleu(samples) == pytest.approx(nltk_self_bleu(samples), abs=1e-9)


@given(groups, st.randoms())
def test_self_bleu_lies_between_0_and_1_and_knows_no_order(samples: list[list[str]], draw: random.Random) -> None:
    value = self_bleu(samples)
    assert value is not None

    assert 0 <= value <= 1 + 1e-12
    assert self_bleu(draw.sample(samples, len(samples))) == pytest.approx(value, abs=1e-12)


def test_equal_samples_have_self_bleu_1_and_strangers_0() -> None:
    assert self_bleu(["abcd", "abcd"]) == pytest.approx(1)
    assert self_bleu(["abcd", "efgh"]) == 0
    assert self_bleu(["abcd"]) is None


def test_self_bleu_by_hand() -> None:
    # "abcd" against "abce": 3/4, 2/3, 1/2, and 0.1/1 for no match; lengths are equal.
    assert self_bleu(["abcd", "abce"]) == pytest.approx((3 / 4 * 2 / 3 * 1 / 2 * 0.1) ** 0.25)


def test_distinct_n_by_hand() -> None:
    assert distinct_n(["aab", "ab"], 3) == [2 / 5, 2 / 3, 1.0]  # a b; aa ab (twice); aab
    assert distinct_n(["a"], 2) == [1.0, None]
    assert distinct_n([], 1) == [None]


def test_ead_by_hand() -> None:
    # 1-grams: 1 different of 2, expected 4 (1 - (3/4)^2) = 1.75; 2-grams: 1 of 1, expected 1; no longer ones.
    assert ead(["aa"], vocabulary=4) == pytest.approx((1 / 1.75 + 1) / 2)
    assert ead([""]) is None


@given(groups, st.integers(2, 100_000))
def test_ead_is_the_formula_for_every_order(samples: list[list[str]], vocabulary: int) -> None:
    expected = []
    for n in range(1, 6):
        grams = [tuple(s[i : i + n]) for s in samples for i in range(len(s) - n + 1)]
        if grams:
            drawn = vocabulary * (1 - ((vocabulary - 1) / vocabulary) ** len(grams))
            expected.append(min(1.0, len(set(grams)) / drawn))

    assert ead(samples, vocabulary) == (pytest.approx(math.fsum(expected) / len(expected)) if expected else None)
