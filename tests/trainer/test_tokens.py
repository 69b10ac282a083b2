"""Rows in tokens: the tokenizer as a codec, examples, batches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equijudge.errors import BadArgument
from equijudge_trainer.data.rows import Row
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.data.training_data import collate, tokenize_rows
from equijudge_trainer.losses.tokens import IGNORE
from tests.trainer.tokenizers_support import byte_tokenizer

BOS, EOS, OWN_PAD = 0, 1, 2
CODEC = HubCodec(byte_tokenizer())


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert CODEC.decode(CODEC.encode(text)) == text


def test_nothing_is_put_around_a_text() -> None:
    assert len(CODEC.encode("print(1)\n")) == 9


def test_a_prompt_begins_with_the_start_mark_if_the_tokenizer_puts_one_there() -> None:
    assert CODEC.encode(CODEC.prompt("x", chat=False)) == [BOS, *CODEC.encode("x")]
    without = HubCodec(byte_tokenizer(bos=False))
    assert without.encode(without.prompt("x", chat=False)) == without.encode("x")


def test_a_chat_prompt_is_the_users_turn_up_to_the_answer_with_one_start_mark() -> None:
    prompt = CODEC.prompt("add", chat=True)
    assert prompt == "<s><user>add<end><assistant>"
    ids = CODEC.encode(prompt)
    assert (ids.count(BOS), ids.count(EOS)) == (1, 1)


def test_padding_falls_back_to_the_end_mark() -> None:
    assert (CODEC.eos_id, CODEC.pad_id) == (EOS, OWN_PAD)
    assert HubCodec(byte_tokenizer(pad=False)).pad_id == EOS


def test_no_chat_template_is_said() -> None:
    with pytest.raises(BadArgument, match=r"data\.chat: .* has no chat template"):
        HubCodec(byte_tokenizer(chat=None)).prompt("x", chat=True)


def test_a_tokenizer_without_an_end_mark_is_refused() -> None:
    with pytest.raises(BadArgument, match="no EOS token"):
        HubCodec(byte_tokenizer(eos=False))


def test_a_tokenizer_is_loaded_from_a_models_folder(tmp_path: Path) -> None:
    byte_tokenizer().save_pretrained(tmp_path)
    assert HubCodec.load(str(tmp_path)).encode("<s>x") == CODEC.encode("<s>x")


def test_a_model_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match=r"nowhere'.*no tokenizer there"):
        HubCodec.load(str(tmp_path / "nowhere"))


PAD = 0


class Letters:
    """A token is a character; $ is the end mark."""

    eos_id, pad_id = EOS, PAD

    def encode(self, text: str) -> list[int]:
        return [EOS if letter == "$" else ord(letter) for letter in text]

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(map(chr, ids))


def row(problem: str, completion: str, cluster: str = "c", prompt: str = "ab") -> Row:
    return Row(problem, prompt, completion, cluster)


def test_a_completion_ends_with_the_end_mark_and_the_prompt_stands_apart() -> None:
    (example,) = tokenize_rows([row("p", "xy")], Letters(), 5).examples
    assert (example.prompt, example.completion) == ((97, 98), (120, 121, EOS))


def test_a_row_that_does_not_fit_is_dropped_and_counted_never_cut() -> None:
    found = tokenize_rows([row("p", "xyz"), row("p", "xy"), row("q", "xyz$"), row("q", "$")], Letters(), 5)
    assert [example.row for example in found.examples] == [1]
    assert found.dropped == {"too_long": 2, "eos_inside": 1}


def test_a_problem_without_a_program_that_fits_is_named_and_has_no_number() -> None:
    found = tokenize_rows([row("long", "x" * 9), row("p", "x"), row("q", "y")], Letters(), 5)
    assert (found.lost, found.problems) == (("long",), ("p", "q"))
    assert [example.set for example in found.examples] == [0, 1]


def test_problems_with_one_program_are_named() -> None:
    assert tokenize_rows([row("p", "x"), row("q", "x"), row("q", "y")], Letters(), 9).alone == ("p",)


def test_two_problems_share_no_cluster() -> None:
    found = tokenize_rows(
        [row("p", "x", "a"), row("p", "y", "b"), row("q", "x", "a"), row("p", "z", "a")], Letters(), 9
    )
    assert [example.cluster for example in found.examples] == [0, 1, 2, 0]
    assert found.clusters == ("a", "b", "a")


def test_nothing_left_names_the_limit_and_the_reasons() -> None:
    with pytest.raises(ValueError, match=r"max_tokens 3 \(2 too_long\)"):
        tokenize_rows([row("p", "xy"), row("q", "xy")], Letters(), 3)
    with pytest.raises(ValueError, match="there is no row"):
        tokenize_rows([], Letters(), 3)


def test_a_prompt_without_a_token_is_refused_by_the_problems_name() -> None:
    with pytest.raises(ValueError, match="'p': the prompt has no token"):
        tokenize_rows([row("p", "x", prompt="")], Letters(), 9)


def test_labels_are_the_completion_and_padding_is_on_the_right() -> None:
    found = tokenize_rows([row("p", "x", "a"), row("q", "xyz", "b", prompt="a")], Letters(), 9)
    batch = {name: values.tolist() for name, values in collate(found.examples, PAD).items()}
    assert batch == {
        "input_ids": [[97, 98, 120, EOS, PAD], [97, 120, 121, 122, EOS]],
        "attention_mask": [[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]],
        "labels": [[IGNORE, IGNORE, 120, EOS, IGNORE], [IGNORE, 120, 121, 122, EOS]],
        "sets": [0, 1],
        "clusters": [0, 1],
        "rows": [0, 1],
    }


def test_an_empty_batch_is_refused() -> None:
    with pytest.raises(ValueError, match="no row"):
        collate([], PAD)
