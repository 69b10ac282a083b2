"""The layer below chapters: Markdown as sections, each a heading with words and fenced blocks below it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

_HEADING = re.compile(r"(#{1,4}) (.+)")
_FENCE = re.compile(r"(`{3,})([a-z]+)( json-lines)?")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `word` is the first behind the fence."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading, up to the next of any level: words, and blocks of code."""

    level: int
    title: str
    words: str
    blocks: tuple[Block, ...]

    def only_block(self) -> Block:
        if len(self.blocks) != 1:
            raise ValueError(f"below {self.title!r} are {len(self.blocks)} blocks, expected one")
        return self.blocks[0]


class Sections:
    """The sections of a file, taken one after the other."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._left = list(sections)

    @classmethod
    def of(cls, text: str) -> Self:
        found: list[Section] = []
        lines = iter(text.removesuffix("\n").split("\n"))
        level, title = 0, ""
        words: list[str] = []
        blocks: list[Block] = []
        for line in lines:
            if heading := _HEADING.fullmatch(line):
                found.append(Section(level, title, "\n".join(words).strip("\n"), tuple(blocks)))
                level, title, words, blocks = len(heading[1]), heading[2], [], []
            elif fence := _FENCE.fullmatch(line):
                blocks.append(Block(fence[2], read_block(lines, fence[1], is_json=fence[3] is not None)))
            else:
                words.append(line)
        found.append(Section(level, title, "\n".join(words).strip("\n"), tuple(blocks)))
        return cls(found[1:])

    @property
    def level(self) -> int:
        """The level of the next heading; 0 at the end."""
        return self._left[0].level if self._left else 0

    @property
    def title(self) -> str:
        """The text of the next heading; '' at the end."""
        return self._left[0].title if self._left else ""

    def take(self, level: int, *titles: str) -> Section:
        """The next section, which must be of this level, and have one of the titles if there are any."""
        wanted = f"{'#' * level} {' or '.join(titles) or '…'}"
        if not self._left:
            raise ValueError(f"expected {wanted!r}, found the end")
        section = self._left.pop(0)
        if section.level != level or (titles and section.title not in titles):
            raise ValueError(f"expected {wanted!r}, found {'#' * section.level} {section.title!r}")
        return section

    def end(self) -> None:
        if self._left:
            raise ValueError(f"expected the end, found {self._left[0].title!r}")


def write_block(text: str, language: str) -> str:
    """A fenced block without the newline at its end."""
    is_plain = text.endswith("\n") and all(letter.isprintable() or letter in "\n\t" for letter in text)
    if not is_plain:
        language += " json-lines"
        text = "".join(json.dumps(line) + "\n" for line in text.split("\n"))
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}{fence}"


def read_block(lines: Iterable[str], fence: str, *, is_json: bool) -> str:
    """The text of a block; `lines` begin behind the opening fence, and are left behind the closing one."""
    found: list[str] = []
    for line in lines:
        if line == fence:
            return "\n".join(map(json.loads, found)) if is_json else "".join(f"{each}\n" for each in found)
        found.append(line)
    raise ValueError(f"a block that begins with {found[:1]} has no end")
