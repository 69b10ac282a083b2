"""Reads and writes programs that are kept in Markdown: chapters of the handbook, and banks of small problems.

A chapter is one problem: its statement, examples, settings, right programs by family, wrong ones by verdict, and the
program that makes its tests. A bank is a file of items, each a question with programs by family. Both look as in
data/handbook/chapters; in short, a program is a heading of the fourth level, its name in backticks, and a fenced block,
whose first word says the language. Programs of different languages may have one name. A problem whose answer is not one
text has its checker, or its interactor, in a section of its own: a program that is named by its protocol. Where a
problem gives points, the headings of wrong programs say how many they get.

What is read is exactly what was written, byte for byte. The fence is longer than any run of backticks in the block. A
text that Markdown or an editor might spoil (a carriage return, no newline at the end) is marked `json-lines`, and each
of its lines is a JSON string. `write` and `write_bank` read back what they made, and raise ValueError if it differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from scripts.sections import Section, Sections, write_block

VERDICTS = {
    "CE": "Compile error",
    "MLE": "Memory limit exceeded",
    "OLE": "Output limit exceeded",
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
_NAME = re.compile(r"`([\w-]+)`(, by another hand)?(?:, (\d+(?:\.\d+)?) points?)?")


@dataclass(frozen=True, slots=True)
class Program:
    """A program and its name: an algorithm and perhaps a variant, or a verdict and the reason for it.

    points: what it gets, as its heading says; '' where that says nothing.
    """

    name: str
    source: str
    is_by_another_hand: bool = False
    language: str = PYTHON
    points: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A program of the problem's that decides: its checker or its interactor. `program.name` is its protocol, `about`
    says what it looks at."""

    about: str
    program: Program


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
    """One problem. `settings` is TOML, `tests` the Python that makes its inputs. checker, interactor: where outputs are
    not compared with stored ones.

    The built set is of Python, and so are `right` and `wrong`; programs of other languages stand beside them.
    """

    statement: str
    examples: tuple[Example, ...]
    settings: str
    families: tuple[Family, ...]
    all_wrong: tuple[Program, ...]
    tests: str
    checker: Authority | None = None
    interactor: Authority | None = None

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
        write_block(chapter.settings, "toml"),
        *_write_authority("Checker", chapter.checker),
        *_write_authority("Interactor", chapter.interactor),
        "## Right programs",
        *_write_families(chapter.families),
        "## Wrong programs",
        *_write_wrong(chapter.all_wrong),
        "## Tests",
        write_block(chapter.tests, "python"),
    ]
    text = "\n\n".join(parts) + "\n"
    if read(text) != chapter:
        raise ValueError(f"{chapter.statement[:60]!r}: this chapter would not be read back as it is")
    return text


def read(text: str) -> Chapter:
    """A chapter out of its Markdown. Raises ValueError where it is none."""
    sections = Sections.of(text)
    statement = sections.take(1)
    examples = sections.take(2, "Examples", "Example")
    settings = sections.take(2, "Settings")
    checker, interactor = (_read_authority(sections, title) for title in ("Checker", "Interactor"))
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
        checker=checker,
        interactor=interactor,
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
    sections = Sections.of(text)
    head = sections.take(1)
    items = []
    while sections.level == 2:
        item = sections.take(2)
        about, _, _ = item.words.partition("\n\nInput:")
        example = _read_examples(item)[0] if item.blocks else None
        items.append(Item(_read_name(item)[0], about, example, _read_families(sections)))
    sections.end()
    return Bank(head.title, head.words, tuple(items))


def _write_example(example: Example) -> list[str]:
    return ["Input:", write_block(example.input, "text"), "Output:", write_block(example.output, "text")]


def _read_examples(section: Section) -> tuple[Example, ...]:
    if len(section.blocks) % 2:
        raise ValueError(f"below {section.title!r} is an input without an output")
    texts = [block.text for block in section.blocks]
    return tuple(map(Example, texts[::2], texts[1::2]))


def _write_authority(title: str, found: Authority | None) -> list[str]:
    return [f"## {title}", found.about, *_write_programs([found.program])] if found else []


def _read_authority(sections: Sections, title: str) -> Authority | None:
    """The checker or the interactor, if it is what comes next."""
    if sections.title != title:
        return None
    about = sections.take(2, title).words
    programs = _read_programs(sections)
    if len(programs) != 1:
        raise ValueError(f"below {title!r} are {len(programs)} programs, expected one")
    return Authority(about, programs[0])


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


def _read_families(sections: Sections) -> tuple[Family, ...]:
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


def _read_wrong(sections: Sections) -> tuple[Program, ...]:
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
        points = f", {one.points} point{'s' * (one.points != '1')}" if one.points else ""
        parts += [f"#### `{one.name}`{hand}{points}", write_block(one.source, _WORDS[one.language])]
    return parts


def _read_programs(sections: Sections) -> tuple[Program, ...]:
    found = []
    while sections.level == 4:
        section = sections.take(4)
        name, is_by_another_hand, points = _read_name(section)
        block = section.only_block()
        if block.word not in LANGUAGES:
            raise ValueError(f"{name} is in {block.word!r}, expected one of {', '.join(LANGUAGES)}")
        found.append(Program(name, block.text, is_by_another_hand, LANGUAGES[block.word], points))
    return tuple(found)


def _read_name(section: Section) -> tuple[str, bool, str]:
    """The name in a heading, whether it is of a program by another hand, and its points."""
    match = _NAME.fullmatch(section.title)
    if match is None:
        raise ValueError(f"{section.title!r} is no name; expected one in backticks")
    return match[1], match[2] is not None, match[3] or ""
