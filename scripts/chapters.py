"""Reads and writes programs that are kept in Markdown: chapters of the handbook, and banks of small problems.

A chapter is one problem: its statement, examples, settings, right programs by family, wrong ones by verdict, and the
program that makes its tests. A bank is a file of items, each a question with programs by family. Both look as in
data/handbook/chapters; in short, a program is a heading of the fourth level, its name in backticks, and a fenced block,
whose first word says the language. Programs of different languages may have one name.

What is read is exactly what was written, byte for byte. The fence is longer than any run of backticks in the block. A
text that Markdown or an editor might spoil (a carriage return, no newline at the end) is marked `json-lines`, and each
of its lines is a JSON string. `write` and `write_bank` read back what they made, and raise ValueError if it differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

VERDICTS = {
    "CE": "Compile error",
    "MLE": "Memory limit exceeded",
    "RE": "Runtime error",
    "TLE": "Time limit exceeded",
    "WA": "Wrong answer",
}
PYTHON = "python3"
# The words behind a fence, which Markdown colours where it can, and the judge's names of the languages.
LANGUAGES = {
    "python": PYTHON,
    "pypy": "pypy3",
    "cpp": "cpp17",
    "c": "c",
    "java": "java",
    "javascript": "javascript",
    "go": "go",
    "rust": "rust",
}
_WORDS = {language: word for word, language in LANGUAGES.items()}
ACRONYMS = ("bfs", "dfs", "dp", "gcd")
_HEADING = re.compile(r"(#{1,4}) (.+)")
_FENCE = re.compile(r"(`{3,})([a-z]+)( json-lines)?")
_NAME = re.compile(r"`(\w+)`(, by another hand)?")


@dataclass(frozen=True, slots=True)
class Program:
    """A program and its name: an algorithm and perhaps a variant, or a verdict and the reason for it."""

    name: str
    source: str
    is_by_another_hand: bool = False
    language: str = PYTHON


@dataclass(frozen=True, slots=True)
class Family:
    """Programs of one algorithm; `about` says what the algorithm does."""

    name: str
    about: str
    programs: tuple[Program, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An input and the output that answers it."""

    input: str
    output: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One problem. `settings` is TOML, `tests` the Python that makes its inputs.

    The built set is of Python, and so are `right` and `wrong`; programs of other languages stand beside them.
    """

    statement: str
    examples: tuple[Example, ...]
    settings: str
    families: tuple[Family, ...]
    all_wrong: tuple[Program, ...]
    tests: str

    @property
    def all_right(self) -> tuple[Program, ...]:
        """The right programs of every language and hand, in order."""
        return tuple(one for family in self.families for one in family.programs)

    @property
    def right(self) -> tuple[Program, ...]:
        """The right programs in Python but those by another hand, in order."""
        return tuple(one for one in self.all_right if one.language == PYTHON and not one.is_by_another_hand)

    @property
    def by_another_hand(self) -> tuple[Program, ...]:
        """One more program in Python for each family; none in some problems. Their names are those of the families."""
        return tuple(one for one in self.all_right if one.language == PYTHON and one.is_by_another_hand)

    @property
    def wrong(self) -> tuple[Program, ...]:
        """The wrong programs in Python, in order."""
        return tuple(one for one in self.all_wrong if one.language == PYTHON)


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a bank, with or without an example."""

    name: str
    about: str
    example: Example | None
    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """A file of items."""

    title: str
    about: str
    items: tuple[Item, ...]


def write(chapter: Chapter) -> str:
    """A chapter as Markdown. Raises ValueError if it would not be read back the same."""
    parts = [
        chapter.statement.removesuffix("\n"),
        "## Examples" if len(chapter.examples) > 1 else "## Example",
        *(part for example in chapter.examples for part in _write_example(example)),
        "## Settings",
        _block(chapter.settings, "toml"),
        "## Right programs",
        *_write_families(chapter.families),
        "## Wrong programs",
        *_write_wrong(chapter.all_wrong),
        "## Tests",
        _block(chapter.tests, "python"),
    ]
    text = "\n\n".join(parts) + "\n"
    if read(text) != chapter:
        raise ValueError(f"{chapter.statement[:60]!r}: this chapter would not be read back as it is")
    return text


def read(text: str) -> Chapter:
    """A chapter out of its Markdown. Raises ValueError where it is none."""
    sections = _Sections.of(text)
    statement = sections.take(1)
    examples = sections.take(2, "Examples", "Example")
    settings = sections.take(2, "Settings")
    sections.take(2, "Right programs")
    families = _read_families(sections)
    sections.take(2, "Wrong programs")
    wrong = _read_wrong(sections)
    tests = sections.take(2, "Tests")
    sections.end()
    return Chapter(
        statement=f"# {statement.title}\n\n{statement.words}\n",
        examples=_read_examples(examples),
        settings=settings.only_block().text,
        families=families,
        all_wrong=wrong,
        tests=tests.only_block().text,
    )


def write_bank(bank: Bank) -> str:
    """A bank as Markdown. Raises ValueError if it would not be read back the same."""
    parts = [f"# {bank.title}", bank.about]
    for item in bank.items:
        example = _write_example(item.example) if item.example else []
        parts += [f"## `{item.name}`", item.about, *example, *_write_families(item.families)]
    text = "\n\n".join(filter(None, parts)) + "\n"
    if read_bank(text) != bank:
        raise ValueError(f"{bank.title}: this bank would not be read back as it is")
    return text


def read_bank(text: str) -> Bank:
    """A bank out of its Markdown. Raises ValueError where it is none."""
    sections = _Sections.of(text)
    head = sections.take(1)
    items = []
    while sections.level == 2:
        item = sections.take(2)
        about, _, _ = item.words.partition("\n\nInput:")
        example = _read_examples(item)[0] if item.blocks else None
        items.append(Item(_read_name(item)[0], about, example, _read_families(sections)))
    sections.end()
    return Bank(head.title, head.words, tuple(items))


@dataclass(frozen=True, slots=True)
class _Block:
    """A fenced block; `word` is the first behind the fence."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands below one heading, up to the next of any level: words, and blocks of code."""

    level: int
    title: str
    words: str
    blocks: tuple[_Block, ...]

    def only_block(self) -> _Block:
        if len(self.blocks) != 1:
            raise ValueError(f"below {self.title!r} are {len(self.blocks)} blocks, expected one")
        return self.blocks[0]


class _Sections:
    """The sections of a file, taken one after the other."""

    def __init__(self, sections: Sequence[_Section]) -> None:
        self._left = list(sections)

    @classmethod
    def of(cls, text: str) -> Self:
        found: list[_Section] = []
        lines = iter(text.removesuffix("\n").split("\n"))
        level, title = 0, ""
        words: list[str] = []
        blocks: list[_Block] = []
        for line in lines:
            if heading := _HEADING.fullmatch(line):
                found.append(_Section(level, title, "\n".join(words).strip("\n"), tuple(blocks)))
                level, title, words, blocks = len(heading[1]), heading[2], [], []
            elif fence := _FENCE.fullmatch(line):
                blocks.append(_Block(fence[2], _read_block(lines, fence[1], is_json=fence[3] is not None)))
            else:
                words.append(line)
        found.append(_Section(level, title, "\n".join(words).strip("\n"), tuple(blocks)))
        return cls(found[1:])

    @property
    def level(self) -> int:
        """The level of the next heading; 0 at the end."""
        return self._left[0].level if self._left else 0

    def take(self, level: int, *titles: str) -> _Section:
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


def _block(text: str, language: str) -> str:
    """A fenced block without the newline at its end."""
    is_plain = text.endswith("\n") and all(letter.isprintable() or letter in "\n\t" for letter in text)
    if not is_plain:
        language += " json-lines"
        text = "".join(json.dumps(line) + "\n" for line in text.split("\n"))
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}{fence}"


def _read_block(lines: Iterable[str], fence: str, *, is_json: bool) -> str:
    """The text of a block; `lines` begin behind the opening fence, and are left behind the closing one."""
    found: list[str] = []
    for line in lines:
        if line == fence:
            return "\n".join(map(json.loads, found)) if is_json else "".join(f"{each}\n" for each in found)
        found.append(line)
    raise ValueError(f"a block that begins with {found[:1]} has no end")


def _write_example(example: Example) -> list[str]:
    return ["Input:", _block(example.input, "text"), "Output:", _block(example.output, "text")]


def _read_examples(section: _Section) -> tuple[Example, ...]:
    if len(section.blocks) % 2:
        raise ValueError(f"below {section.title!r} is an input without an output")
    texts = [block.text for block in section.blocks]
    return tuple(map(Example, texts[::2], texts[1::2]))


def _write_families(families: Iterable[Family]) -> list[str]:
    parts = []
    for family in families:
        parts += [f"### {_heading(family.name)}", family.about, *_write_programs(family.programs)]
    return [part for part in parts if part]


def _heading(family: str) -> str:
    """A family's name as people write it; in small letters and with underscores it is the name again."""
    first, *words = family.split("_")
    capitals = [word.upper() if word in ACRONYMS else word for word in words]
    return " ".join([first.upper() if first in ACRONYMS else first.capitalize(), *capitals])


def _read_families(sections: _Sections) -> tuple[Family, ...]:
    found = []
    while sections.level == 3:
        section = sections.take(3)
        name = section.title.lower().replace(" ", "_")
        programs = _read_programs(sections)
        if strays := [one.name for one in programs if not f"{one.name}__".startswith(f"{name}__")]:
            raise ValueError(f"{', '.join(strays)} below {section.title!r}, which is another family")
        found.append(Family(name, section.words, programs))
    return tuple(found)


def _write_wrong(programs: Iterable[Program]) -> list[str]:
    parts = []
    for verdict, group in groupby(programs, key=_verdict):
        parts += [f"### {VERDICTS[verdict]}", *_write_programs(group)]
    return parts


def _read_wrong(sections: _Sections) -> tuple[Program, ...]:
    found: list[Program] = []
    while sections.level == 3:
        title = sections.take(3, *VERDICTS.values()).title
        programs = _read_programs(sections)
        if strays := [one.name for one in programs if VERDICTS.get(_verdict(one)) != title]:
            raise ValueError(f"{', '.join(strays)} below {title!r}, which is another verdict")
        found += programs
    return tuple(found)


def _verdict(program: Program) -> str:
    return program.name.partition("_")[0]


def _write_programs(programs: Iterable[Program]) -> list[str]:
    parts = []
    for one in programs:
        hand = ", by another hand" if one.is_by_another_hand else ""
        parts += [f"#### `{one.name}`{hand}", _block(one.source, _WORDS[one.language])]
    return parts


def _read_programs(sections: _Sections) -> tuple[Program, ...]:
    found = []
    while sections.level == 4:
        section = sections.take(4)
        name, is_by_another_hand = _read_name(section)
        block = section.only_block()
        if block.word not in LANGUAGES:
            raise ValueError(f"{name} is in {block.word!r}, expected one of {', '.join(LANGUAGES)}")
        found.append(Program(name, block.text, is_by_another_hand, LANGUAGES[block.word]))
    return tuple(found)


def _read_name(section: _Section) -> tuple[str, bool]:
    """The name in a heading, and whether it is of a program by another hand."""
    match = _NAME.fullmatch(section.title)
    if match is None:
        raise ValueError(f"{section.title!r} is no name; expected one in backticks")
    return match[1], match[2] is not None
