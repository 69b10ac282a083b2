"""Similarity matrices and what is said of them, and the subtrees they count."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendi_score import vendi as reference

from equijudge_core.scores.measures import ast_subtrees, measure, python_tokens, words
from equijudge_core.scores.similarity import ast_kernel, cosine_kernel, mean_distance, vendi

multisets = st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5)), min_size=1, max_size=6)


def test_the_ast_kernel_is_shared_over_all_subtrees() -> None:
    kernel = ast_kernel([{"x": 2, "y": 1}, {"x": 1, "z": 1}, {}])

    assert kernel.tolist() == [[1, 1 / 4, 0], [1 / 4, 1, 0], [0, 0, 1]]


@given(multisets)
def test_the_ast_kernel_is_a_similarity_and_positive_semidefinite(samples: list[dict[str, int]]) -> None:
    kernel = ast_kernel(samples)

    assert ((kernel >= 0) & (kernel <= 1)).all()
    assert (kernel == kernel.T).all()
    assert np.linalg.eigvalsh(kernel).min() >= -1e-9


@pytest.mark.filterwarnings("ignore:Please import `csr_matrix`:DeprecationWarning")
@given(multisets)
def test_vendi_is_that_of_vendi_score(samples: list[dict[str, int]]) -> None:
    kernel = ast_kernel(samples)
    value = vendi(kernel)
    assert value is not None

    assert value == pytest.approx(reference.score_K(kernel), abs=1e-9)
    assert 1 - 1e-9 <= value <= len(samples) + 1e-9


def test_vendi_counts_equal_samples_once() -> None:
    assert vendi(np.eye(3)) == pytest.approx(3)
    assert vendi(np.ones((3, 3))) == pytest.approx(1)
    assert vendi(np.zeros((0, 0))) is None


@pytest.mark.filterwarnings("ignore:Please import `csr_matrix`:DeprecationWarning")
def test_vectors_give_the_cosine_vendi_of_vendi_score() -> None:
    vectors = np.random.default_rng(1).normal(size=(7, 5))

    assert vendi(cosine_kernel(vectors)) == pytest.approx(reference.score_X(vectors), abs=1e-9)


@pytest.mark.parametrize("vectors", [[[1.0, 0.0], [0.0, 0.0]], [1.0, 2.0], [[float("nan")]]])
def test_vectors_without_a_direction_are_refused(vectors: list[object]) -> None:
    with pytest.raises(ValueError, match="vectors:"):
        cosine_kernel(np.array(vectors))


def test_the_mean_distance_is_over_different_samples() -> None:
    assert mean_distance(np.array([[1, 0.5, 0], [0.5, 1, 0.1], [0, 0.1, 1]])) == pytest.approx(1 - 0.6 / 3)
    assert mean_distance(np.ones((1, 1))) is None


def test_subtrees_know_neither_names_nor_values_but_kinds() -> None:
    assert ast_subtrees("a = 1") == ast_subtrees("total = 99  # sum")
    assert ast_subtrees("a = 1") != ast_subtrees("a = '1'")


def test_the_subtrees_of_a_sum_are_counted_by_hand() -> None:
    # f(1 + 2): Name, Constant twice, Add, and BinOp and Call of two and three levels; Expr has four; Module has five.
    subtrees = ast_subtrees("f(1 + 2)")
    assert subtrees is not None

    assert sorted(subtrees.values()) == [1, 1, 1, 1, 1, 2]
    assert ast_subtrees("f(1 + 2)", height=1) is not None
    assert sum((ast_subtrees("f(1 + 2)", height=1) or {}).values()) == 4


def test_branches_do_not_merge() -> None:
    assert ast_subtrees("if a:\n    b\n    c") != ast_subtrees("if a:\n    b\nelse:\n    c")


def test_tokens_hold_neither_comments_nor_blank_lines_nor_the_width_of_indentation() -> None:
    tokens = python_tokens("if x:  # why\n\n        y = f'{x!r:>{w}}'\n")

    assert tokens[:5] == ("if", "x", ":", "<newline>", "<indent>")
    assert tokens[5:] == ("y", "=", "f'{x!r:>{w}}'", "<newline>", "<dedent>")


@pytest.mark.parametrize("source", ["print 'a'", "x = (", "a\0b", "(" * 5000, "\ud800"])
def test_what_does_not_parse_has_words_and_symbols_but_no_subtrees(source: str) -> None:
    measures = measure(source)

    assert measures.subtrees is None
    assert "".join(measures.tokens) == source.replace(" ", "")


def test_the_measures_of_a_source_are_the_same_on_every_python() -> None:
    source = (
        "def f(x: int, *, w=3) -> str:\n    return f'{x!r:>{w}}' + f\"{x}\"\n\n"
        "print([f(i) for i in range(3) if i % 2], {1: ...})\n"
    )

    digest = hashlib.sha256(repr(measure(source)).encode()).hexdigest()

    assert digest == "62361b04cd898b6fda48b15366177aa78778ad27005e744a10f63e8cfbb6bcad"  # of 3.11.7, 3.12.1, 3.13.0


def test_words_lose_the_punctuation_at_their_ends() -> None:
    assert words("for i in range(n):\n  pass;") == ("for", "i", "in", "range(n", "pass")
