"""A Hugging Face tokenizer as the trainer uses it: what is put around a text, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equijudge.errors import BadArgument
from equijudge_trainer.data.tokenizer import HubCodec
from tests.trainer.tokenizers_support import byte_tokenizer

BOS, EOS, PAD = 0, 1, 2
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
    assert (CODEC.eos_id, CODEC.pad_id) == (EOS, PAD)
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
