"""A Hugging Face tokenizer as a Codec."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transformers import AutoTokenizer, PreTrainedTokenizerBase

from equijudge.errors import BadArgument


class HubCodec:
    """Text to ids with nothing put around it. Special tokens that stand in a text are read as such: prompts of chat
    templates consist of them, and a program that has the end mark in it is dropped by `examples`.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        """Raises BadArgument for a tokenizer without an end mark: nothing could end a program."""
        self._tokenizer = tokenizer
        if tokenizer.eos_token_id is None:
            raise BadArgument(f"tokenizer {tokenizer.name_or_path!r}: it has no EOS token, nothing would end a program")
        self._eos_id = int(tokenizer.eos_token_id)
        empty = self._ids("", special=True)
        self._bos: str = tokenizer.bos_token if empty[:1] == [tokenizer.bos_token_id] else ""

    @classmethod
    def load(cls, model: str) -> HubCodec:
        """Load the tokenizer of a model by name or path. Raises BadArgument naming it."""
        try:
            tokenizer = AutoTokenizer.from_pretrained(model)
        except (OSError, ValueError) as error:
            raise BadArgument(f"model {model!r}: no tokenizer there ({error})") from error
        return cls(tokenizer)

    @property
    def eos_id(self) -> int:
        """The end mark."""
        return self._eos_id

    @property
    def pad_id(self) -> int:
        """The tokenizer's, else the end mark: padding never counts."""
        found = self._tokenizer.pad_token_id
        return self._eos_id if found is None else int(found)

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text. A start mark at the front becomes its id, and the rest is as without it."""
        if self._bos and text.startswith(self._bos):
            return [int(self._tokenizer.bos_token_id), *self._ids(text.removeprefix(self._bos))]
        return self._ids(text)

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of ids, special tokens shown."""
        text = self._tokenizer.decode(list(ids), skip_special_tokens=False, clean_up_tokenization_spaces=False)
        assert isinstance(text, str)
        return text

    def save(self, directory: Path) -> None:
        """Write the tokenizer's files, as a model's folder has them."""
        self._tokenizer.save_pretrained(directory)

    def prompt(self, text: str, *, chat: bool) -> str:
        """Return what a model is to read: the text behind the start mark if the tokenizer would put one there; for
        `chat` the text as the user's turn, up to where the answer begins.

        Raises:
            BadArgument: there is no chat template.
        """
        if not chat:
            return self._bos + text
        if self._tokenizer.chat_template is None:
            raise BadArgument(f"data.chat: the tokenizer {self._tokenizer.name_or_path!r} has no chat template")
        turns = [{"role": "user", "content": text}]
        found = self._tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        assert isinstance(found, str)
        return found

    def _ids(self, text: str, *, special: bool = False) -> list[int]:
        return [int(token) for token in self._tokenizer.encode(text, add_special_tokens=special)]
