"""A closed word-level tokenizer for the lab's programs and prompts.

A word is a name, a number, a string literal, an operator or the idiom `input().split()`. A line's end is NEWLINE, or
INDENT before a deeper line, or as many DEDENT as levels end; the spaces of a line follow from its words. A text that
is laid out that way is canonical, and `decode(encode(text))` is the same text; any other layout of the same words
becomes the canonical one, without blank lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from keyword import iskeyword
from pathlib import Path

FILE = "lab_codec.json"
_SPECIAL = ("<pad>", "<eos>", "<newline>", "<indent>", "<dedent>")
_PAD, _EOS, _NEWLINE, _INDENT, _DEDENT = range(len(_SPECIAL))
_LEVEL = "    "
_DEEPER = {_NEWLINE: 0, _INDENT: 1, _DEDENT: -1}
_WORD = re.compile(
    r'input\(\)\.split\(\)|"[^"\n]*"|[A-Za-z_]\w*|\d+|(?:\*\*|//|<<|>>|[-+*/%&|^<>=!])=?|\S',
    re.ASCII,
)
_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")


class LabCodec:
    """Words to ids and back; see equijudge_trainer.data.rows.Codec. Ids 0 to 4 are padding, end and layout."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = _SPECIAL + tuple(dict.fromkeys(words))
        self._ids = {word: number for number, word in enumerate(self.words)}

    @property
    def eos_id(self) -> int:
        return _EOS

    @property
    def pad_id(self) -> int:
        return _PAD

    def __len__(self) -> int:
        """The size of the vocabulary."""
        return len(self.words)

    def encode(self, text: str) -> list[int]:
        """Turn text into ids. Raises ValueError, naming line and word, for an unknown word or odd indentation."""
        ids: list[int] = []
        depth = 0
        for number, line in enumerate(text.split("\n"), 1):
            found = split(line)
            if not found:
                continue
            margin = line[: len(line) - len(line.lstrip())]
            level = len(margin) // len(_LEVEL)
            if margin != level * _LEVEL:
                raise ValueError(f"line {number}: indented by no multiple of {len(_LEVEL)} spaces")
            ids += [_INDENT] * (level - depth) + [_DEDENT] * (depth - level) or [_NEWLINE] * bool(ids)
            depth = level
            for word in found:
                if word not in self._ids:
                    raise ValueError(f"line {number}: {word!r} is not one of the {len(self)} words known")
                ids.append(self._ids[word])
        return [*ids, _NEWLINE] if text.endswith("\n") else ids

    def decode(self, ids: Sequence[int]) -> str:
        """Turn any sequence of the vocabulary's ids into text, sensible or not; padding and end are left out."""
        text = ""
        depth = 0
        line: list[str] = []
        for one in ids:
            if one in (_PAD, _EOS):
                continue
            if one in (_NEWLINE, _INDENT, _DEDENT):
                text += join(line) + "\n" if line or one == _NEWLINE else ""
                depth = max(0, depth + _DEEPER[one])
                line = []
            else:
                text += "" if line else depth * _LEVEL
                line.append(self.words[one])
        return text + join(line)

    def save(self, directory: Path) -> None:
        """Write the vocabulary as JSON beside a model."""
        (directory / FILE).write_text(json.dumps({"words": self.words[len(_SPECIAL) :]}, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> LabCodec:
        return cls(json.loads((directory / FILE).read_text(encoding="utf-8"))["words"])


def split(line: str) -> list[str]:
    """Split a line into words. Its indentation is lost."""
    return _WORD.findall(line)


def join(words: Sequence[str]) -> str:
    """Lay words out as a line."""
    text = before = ""
    prefix = False  # whether the word before binds to the operand after it: -x, key=x
    brackets: list[str] = []
    for word in words:
        named = word == "=" and bool(brackets) and _ends_operand(before)
        glued = (
            before in ("", ".", "@", *_OPENING)
            or word in (",", ".", ":", *_CLOSING)
            or named
            or (prefix and (word[0].isalnum() or word[0] in '_"([{-'))
            or (word in ("(", "[") and _ends_operand(before))
            or (before == ":" and brackets[-1:] == ["["])
        )
        text += word if glued else f" {word}"
        prefix = named or (word == "-" and not _ends_operand(before))
        if word in _OPENING:
            brackets.append(word)
        elif word in _CLOSING and brackets:
            brackets.pop()
        before = word
    return text


def _ends_operand(word: str) -> bool:
    """Whether what follows the word is called, indexed or subtracted."""
    return bool(word) and (word[-1] in ')]}"' or (word[-1].isalnum() and not iskeyword(word)))
