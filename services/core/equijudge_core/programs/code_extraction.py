"""The program in what a model wrote. Linear in the text, never raises, knows no test.

Three steps, each a module: `answer_text` leaves out thinking, other channels and other speakers; `code_marks` cuts the
answer at fences and tags into segments; `whole_program` says of each, by its syntax, how much of a program it is. In a
language without a parser here `code_tokens` says that, by the program's tokens.

The rule: of the segments that hold a whole program the one that stands highest, fenced before plain, then the last.
Where none does, the last segment that is tagged so is handed on as an attempt, so that the cell names its error.
docs/code-extraction.md has the grammar as a table, and the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

from equijudge_core.programs.answer_text import own_turns_in
from equijudge_core.programs.code_lines import (
    has_next_turn,
    mended_forms,
    runs_of_code,
    strip_label,
    turns,
    unwrap_texts,
)
from equijudge_core.programs.code_marks import Language, Segment, cut_segments, language_of
from equijudge_core.programs.code_tags import PYTHON_TAGS, Tags
from equijudge_core.programs.code_tokens import TokenSyntax
from equijudge_core.programs.lexing.grammars import find_grammar
from equijudge_core.programs.whole_program import Completeness, completeness, missing_name

SOURCE_LIMIT_BYTES = 64 << 10


class How(StrEnum):
    """Where the code was found. An ATTEMPT is no whole program; from NONE on there is no code."""

    FENCE = "fence"
    UNFINISHED_FENCE = "unfinished_fence"
    PLAIN = "plain"
    ATTEMPT = "attempt"
    NONE = "none"
    EMPTY = "empty"
    BINARY = "binary"
    UNFINISHED_THINKING = "unfinished_thinking"
    OTHER_LANGUAGE = "other_language"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Extracted:
    """`code` is None exactly when there is nothing to run. Where it is no whole program `detail` says why, in words."""

    code: str | None
    how: How
    detail: str = ""

    @property
    def program(self) -> str | None:
        """The code where it is a whole program: an attempt is none."""
        return None if self.how is How.ATTEMPT else self.code


class Syntax(Protocol):
    """How programs of one language are told from other text. `title`: its name in reasons.

    `can_tell`: it knows a program when it sees one; else what is tagged so is taken for one.
    """

    @property
    def title(self) -> str: ...
    @property
    def tags(self) -> Tags: ...
    @property
    def can_tell(self) -> bool: ...

    def completeness(self, code: str) -> Completeness:
        """How much of a program a code is."""

    def mended_forms(self, code: str) -> Iterator[str]:
        """The code, and without what surrounds it in a text."""

    def runs_of_code(self, text: str) -> list[str]:
        """Runs of lines that may be a program, where no mark tells them."""

    def strip_label(self, text: str) -> str | None:
        """The text without the label before its code; None where there is none."""

    def lack(self, code: str, found: Completeness) -> str:
        """What a code that is no whole program lacks, in words."""


@dataclass(frozen=True, slots=True)
class _PythonSyntax:
    """Python 3, by its parser. `called`: the function that is to be called; '' where the program is run."""

    called: str = ""
    title: ClassVar[str] = "Python"
    tags: ClassVar[Tags] = PYTHON_TAGS
    can_tell: ClassVar[bool] = True

    def completeness(self, code: str) -> Completeness:
        return completeness(code, self.called)

    def mended_forms(self, code: str) -> Iterator[str]:
        return mended_forms(code)

    def runs_of_code(self, text: str) -> list[str]:
        return runs_of_code(text)

    def strip_label(self, text: str) -> str | None:
        return strip_label(text)

    def lack(self, code: str, found: Completeness) -> str:
        if self.called:
            return f"defines no {self.called}"
        if found is Completeness.DEFINITIONS:
            return "only defines what something else would call"
        name = missing_name(code)
        return f"uses {name}, which nothing there defines" if name else "prints nothing"


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a segment's code."""

    code: str
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A whole program and where it was found; `mislabelled`: tagged with another language."""

    code: str
    completeness: Completeness
    how: How
    mislabelled: bool

    @property
    def rank(self) -> tuple[bool, Completeness, bool]:
        return not self.mislabelled, self.completeness, self.how is not How.PLAIN

    @property
    def extracted(self) -> Extracted:
        return Extracted(self.code, self.how)


def extract(text: str, limit_bytes: int = SOURCE_LIMIT_BYTES, language: str = "python3", called: str = "") -> Extracted:
    """Find the code of one answer, dedented, line ends as written. `limit_bytes` bounds it in UTF-8.

    `language`: the one that is wanted, by its name in judging.languages. `called`: the function of it that is to
    be called; what defines it is a whole program then.
    """
    syntax: Syntax = _PythonSyntax(called) if find_grammar(language).is_python3 else TokenSyntax(language, called)
    text = text.strip("\0")
    if not text.strip():
        return Extracted(None, How.EMPTY, "the answer is empty")
    own_turns, unfinished = own_turns_in(text)
    if not own_turns:
        if unfinished:
            return Extracted(None, How.UNFINISHED_THINKING, "the thinking never ends: no answer follows it")
        return Extracted(None, How.EMPTY, "nothing follows the thinking")
    choices = []
    for turn in own_turns:
        choices.append(choice := _Choice(turn, limit_bytes, syntax))
        if found := choice.program() or _extract_wrapped(turn, limit_bytes, syntax):
            return found
    refused = (choice.refused for choice in choices)
    attempts = (choice.attempt() for choice in reversed(choices))
    return next(filter(None, (*refused, *attempts)), None) or choices[-1].nothing()


def _extract_wrapped(text: str, limit_bytes: int, syntax: Syntax) -> Extracted | None:
    """The program of a text that is itself written in something: JSON, a web page, a quotation, a patch."""
    for each in unwrap_texts(text):
        if found := _Choice(each, limit_bytes, syntax).program():
            return found
    return None


class _Choice:
    """The choice among one text's segments."""

    def __init__(self, text: str, limit_bytes: int, syntax: Syntax) -> None:
        self.text = text
        self.syntax = syntax
        self.limit_bytes = limit_bytes
        self.refused: Extracted | None = None
        self.segments = list(cut_segments(text, self._is_code, self._is_program, syntax.tags))

    def program(self) -> Extracted | None:
        """The program by the rule, of the first turn that holds one."""
        best = self._tagged_program()
        if best is not None and best.how is not How.PLAIN and not best.mislabelled:
            return best.extracted
        run = self._run()
        if best is None or (run is not None and run.completeness >= best.completeness + (not best.mislabelled)):
            best = run
        return best.extracted if best is not None else None

    def _tagged_program(self) -> _Candidate | None:
        """Of the segments that hold a whole program: rightly tagged, most complete, fenced, the last."""
        best: _Candidate | None = None
        tagged = [] if self.syntax.can_tell else [each for each in self.segments if each.language is Language.WANTED]
        for segment in tagged or self.segments:
            if best is not None and not segment.open and has_next_turn(segment.lines):
                break
            reading = self._read_segment(segment)
            if reading is None or not reading.completeness.is_whole:
                continue
            candidate = _Candidate(
                reading.code, reading.completeness, _how(segment), segment.language is Language.OTHER
            )
            if candidate.mislabelled and candidate.completeness < Completeness.READS_AND_PRINTS:
                continue
            if best is None or candidate.rank >= best.rank:
                best = candidate
        return best

    def attempt(self) -> Extracted | None:
        """What the model offers and is no whole program: the last block with the tag that parses, else the longest."""
        found: _Reading | None = None
        for segment in self.segments:
            if segment.language is not Language.WANTED or not (reading := self._read_segment(segment)):
                continue
            if not reading.code.strip():
                continue
            if found is None or (reading.completeness, len(reading.code)) >= (found.completeness, len(found.code)):
                found = reading
        return None if found is None else Extracted(found.code, How.ATTEMPT, self._shortcoming(found))

    def nothing(self) -> Extracted:
        """Why there is no code."""
        opened = [segment for segment in self.segments if segment.open]
        if opened and all(segment.language is Language.OTHER for segment in opened):
            reason = f"every block of code is tagged with another language than {self.syntax.title}"
            return Extracted(None, How.OTHER_LANGUAGE, reason)
        if "\0" in self.text:
            return Extracted(None, How.BINARY, "the answer holds null bytes, and no program outside of them")
        reason = "no block of code is a whole program" if opened else f"the answer holds no {self.syntax.title} program"
        return Extracted(None, How.NONE, reason)

    def _is_code(self, segment: Segment) -> bool:
        """Whether a segment parses, or begins with a program that prose follows."""
        reading = self._read_segment(segment)
        if reading is not None and reading.completeness > Completeness.UNPARSEABLE:
            return True
        return not segment.closed and self._best_run(segment.lines) is not None

    def _is_program(self, segment: Segment) -> bool:
        reading = self._read_segment(segment)
        return reading is not None and reading.completeness.is_whole

    def _read_segment(self, segment: Segment) -> _Reading | None:
        """The best of the ways to read a segment, the first of equals; None for one that is too long."""
        best: _Reading | None = None
        for code in self._sources(segment):
            reading = self._standing(code, keep=segment.open and segment.language is not Language.OTHER)
            if reading and (best is None or reading.completeness > best.completeness):
                best = reading
        return best

    def _standing(self, code: str, *, keep: bool) -> _Reading | None:
        """The first mended form of a code that parses; `keep`: a length over the limit is worth telling."""
        if _size(code) > self.limit_bytes:
            if keep:
                self.refused = _too_long(code, self.limit_bytes)
            return None
        for form in self.syntax.mended_forms(code):
            found = self.syntax.completeness(form)
            if found > Completeness.UNPARSEABLE:
                return _Reading(form, found)
        return _Reading(next(self.syntax.mended_forms(code)), Completeness.UNPARSEABLE)

    def _run(self) -> _Candidate | None:
        """A run of lines that is a program: anywhere without a block of the language, else in one that never ends."""
        tagged = [each for each in self.segments if each.language is Language.WANTED]
        for text, least in self._loose_texts(tagged):
            best = self._best_run(text)
            if best and best.completeness >= least:
                how = How.UNFINISHED_FENCE if tagged else How.PLAIN
                return _Candidate(best.code, best.completeness, how, mislabelled=False)
        return None

    def _loose_texts(self, tagged: list[Segment]) -> Iterator[tuple[str, Completeness]]:
        """Where runs are looked for, and how high they have to stand: what lies in another language must also read."""
        if tagged:
            yield from ((each.lines, Completeness.PRINTS_MAYBE) for each in tagged if not each.closed)
            return
        foreign = any(each.language is Language.OTHER for each in self.segments)
        least = Completeness.READS_AND_PRINTS if foreign else Completeness.PRINTS_MAYBE
        yield from ((text, least) for text in (*turns(self.text), self.text))
        if foreign:
            yield from ((each.lines, Completeness.PRINTS_MAYBE) for each in self.segments if not each.open)

    def _best_run(self, text: str) -> _Reading | None:
        best: _Reading | None = None
        for code in self.syntax.runs_of_code(text):
            reading = self._standing(code, keep=True)
            if (
                reading
                and reading.completeness.is_whole
                and (best is None or reading.completeness >= best.completeness)
            ):
                best = reading
        return best

    def _sources(self, segment: Segment) -> Iterator[str]:
        """The ways to read a segment: without its first line, and with what stands there behind the tag."""
        lines = segment.lines
        if lines.strip():
            first, _, others = lines.strip().partition("\n")
            if others and self._is_tag(first.strip()):  # one line too low
                yield others
            elif not segment.open and (code := self.syntax.strip_label(lines)) is not None:
                yield code
            else:
                yield lines
        if segment.rest.strip():
            yield f"{segment.rest.lstrip()}\n{lines}" if lines else segment.rest.strip()

    def _is_tag(self, line: str) -> bool:
        return line.replace("+", "").isalnum() and language_of(line, self.syntax.tags) is Language.WANTED

    def _shortcoming(self, reading: _Reading) -> str:
        title = self.syntax.title
        if reading.completeness is Completeness.UNPARSEABLE:
            return f"no block of code is a whole program: the longest that is tagged {title} does not parse"
        lack = self.syntax.lack(reading.code, reading.completeness)
        return f"no block of code is a whole program: the last that is tagged {title} {lack}"


def _how(segment: Segment) -> How:
    if segment.open:
        return How.FENCE if segment.closed else How.UNFINISHED_FENCE
    return How.FENCE if segment.prefilled else How.PLAIN


def _too_long(code: str, limit_bytes: int) -> Extracted:
    return Extracted(None, How.TOO_LONG, f"a source of {_size(code)} bytes: at most {limit_bytes} are taken")


def _size(code: str) -> int:
    return len(code.encode("utf-8", "surrogatepass"))
