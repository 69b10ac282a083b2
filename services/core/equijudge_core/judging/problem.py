"""What is judged against: a problem in the row schema of the data set `deepmind/code_contests`.

A row is a mapping as `datasets`, a JSON line or a Parquet file gives it. Both forms of nested lists are
read (`{"input": [...], "output": [...]}` and `[{"input": ..., "output": ...}, ...]`), both numberings of
the enums and all names of languages (see dataset_enums.py), and the time limit as an object, a number of seconds or the
text that the data set's own converter to JSON writes. Columns that nobody knows are ignored. Nothing here does I/O.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, Literal

from equijudge_core.contracts.calls import CALLED_LANGUAGES, INTERPRETED, Calls
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.scoring import Scoring
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.contracts.verify import CheckerSpec, TestSet
from equijudge_core.errors import BadProblem
from equijudge_core.judging.calls.column import check_calls, read_calls
from equijudge_core.judging.dataset_enums import (
    DIFFICULTIES,
    DIFFICULTY_NAMES,
    LANGUAGE_WORDS,
    SOURCE_NAMES,
    SOURCES,
    UNKNOWN_LANGUAGE,
    Numbering,
    infer_numbering,
    read_language,
    write_language,
)
from equijudge_core.judging.file_names import read_file_name
from equijudge_core.judging.interactor_column import check_interaction, read_interactor
from equijudge_core.judging.own_programs import language_of, read_checker
from equijudge_core.judging.row_reader import Item, RowReader, quote
from equijudge_core.judging.row_scoring import check_scoring, read_scoring
from equijudge_core.judging.test_code.column import check_test_code, read_test_code
from equijudge_core.judging.test_code.program import make_tester

MAX_TIME_LIMIT_S = 3600
MAX_MEMORY_LIMIT_BYTES = 64 << 30

_NANOS = 10**9
# Blanks are never given back: three ways to share them out would take time that grows with the cube of their number.
_PROTO_DURATION = re.compile(r"\s*+(?:seconds:\s*+(-?\d{1,12}))?\s*+(?:nanos:\s*+(-?\d{1,12}))?\s*+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Test:
    """One test case. `name` is `<set>/<number from 0>`, for instance "private/3"."""

    __test__: ClassVar[bool] = False
    name: str
    input: bytes
    output: bytes


@dataclass(frozen=True, slots=True)
class Solution:
    """A program of the data set. `language` is a name of judging/languages.py, or "unknown"."""

    language: str
    source: str


@dataclass(frozen=True)
class Problem:
    """A problem. time_limit_s None and memory_limit_bytes 0 mean that the row gives no limit.

    input_file and output_file name the files a program reads and writes in place of its standard
    streams (empty: the streams). `source` and `difficulty` are the enums' names. checker: how outputs are compared, by
    name or by a program of the problem's; None: as the data set does it. interactor: the program that a candidate talks
    to in place of reading the test's input; what it says decides, and `checker` judges what it wrote, if there is one.
    scoring: how it gives points, if it does. calls: the function that is called, with what stands in a test's input;
    its output is the value that is expected. test_code: what tests run first that are code, each in its input.
    """

    name: str
    description: str
    public_tests: tuple[Test, ...]
    private_tests: tuple[Test, ...]
    generated_tests: tuple[Test, ...]
    _: KW_ONLY
    source: str = "UNKNOWN_SOURCE"
    difficulty: str = "UNKNOWN_DIFFICULTY"
    solutions: tuple[Solution, ...] = ()
    incorrect_solutions: tuple[Solution, ...] = ()
    cf_contest_id: int = 0
    cf_index: str = ""
    cf_points: float = 0.0
    cf_rating: int = 0
    cf_tags: tuple[str, ...] = ()
    is_description_translated: bool = False
    untranslated_description: str = ""
    time_limit_s: float | None = None
    memory_limit_bytes: int = 0
    input_file: str = ""
    output_file: str = ""
    checker: CheckerSpec | OwnChecker | None = None
    interactor: OwnChecker | None = None
    scoring: Scoring | None = None
    calls: Calls | None = None
    test_code: TestCode | None = None

    @cached_property
    def problem_id(self) -> str:
        """ "p" and 32 hex digits: a hash of all that bears on a verdict, of the name and the description.

        Solutions, tags and ratings are not in it: they may grow without making another problem.
        """
        content = [
            self.name,
            self.description,
            *([[_text(t.input), _text(t.output)] for t in tests] for tests in self._sets().values()),
            _nanos(self.time_limit_s),
            self.memory_limit_bytes,
            self.input_file,
            self.output_file,
            *([self.checker.model_dump(mode="json")] if self.checker else ()),
            *([{"interactor": self.interactor.model_dump(mode="json")}] if self.interactor else ()),
            *([{"scoring": self.scoring.model_dump(mode="json")}] if self.scoring else ()),
            *([{"calls": self.calls.model_dump(mode="json")}] if self.calls else ()),
            *([{"test_code": self.test_code.model_dump(mode="json")}] if self.test_code else ()),
        ]
        canonical = json.dumps(["equijudge problem 1", content], ensure_ascii=False, separators=(",", ":"))
        return "p" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def tests(self, sets: Collection[TestSet | str] = tuple(TestSet)) -> tuple[Test, ...]:
        """The tests of the sets named, always in the order public, private, generated."""
        return tuple(test for name, tests in self._sets().items() if name in sets for test in tests)

    def programs(self) -> dict[str, OwnChecker]:
        """The programs that it brings, by the column in which they stand."""
        columns = {"checker": self.checker, "interactor": self.interactor, "test_code": make_tester(self.test_code)}
        return {column: each for column, each in columns.items() if isinstance(each, OwnChecker)}

    @property
    def called(self) -> str:
        """What of a candidate is called, '' where its program is run."""
        if self.test_code is not None:
            return ", ".join(self.test_code.names) or self.test_code.module
        return self.calls.name if self.calls else ""

    @cached_property
    def called_in(self) -> tuple[str, ...]:
        """Languages of candidates whose functions can be called; of any, where none is. Compiled ones know no arguments
        by name, no encoding but JSON's, and no tests that are code."""
        if not self.called:
            return ()
        is_plain = self.calls is not None and self.calls.encoding == "json"
        by_name = any(test.input.lstrip()[:1] == b"{" for test in self.tests())
        return CALLED_LANGUAGES if is_plain and not by_name else INTERPRETED

    @property
    def talks_to(self) -> OwnChecker | None:
        """The program that candidates talk to, if any."""
        return self.interactor or make_tester(self.test_code)

    def checker_for(self, wanted: CheckerSpec | None) -> CheckerSpec | OwnChecker:
        """Which checker decides: what a caller wants, else the problem's, else the data set's. Beside an interactor it
        is the problem's alone: there is no output that another could compare. Not of a problem with calls."""
        return (None if self.interactor or self.test_code else wanted) or self.checker or CheckerSpec()

    def count(self, test_set: TestSet) -> int:
        return len(self._sets()[test_set])

    def summary(self) -> ProblemSummary:
        """What a listing shows. It must be JSON, so a lone surrogate in the name is escaped."""
        return ProblemSummary(
            problem_id=self.problem_id,
            name=self.name.encode("utf-8", "backslashreplace").decode(),
            tests={test_set: self.count(test_set) for test_set in TestSet},
            time_limit_s=self.time_limit_s,
            memory_limit_bytes=self.memory_limit_bytes,
            brings={column: language_of(program) for column, program in self.programs().items()},
            calls=self.called,
            called_in=self.called_in,
        )

    def without_solutions(self) -> Problem:
        """The same problem, same id, without the programs: what a judge needs to keep."""
        return replace(self, solutions=(), incorrect_solutions=())

    def to_row(self) -> dict[str, Any]:
        """The row that parse_row reads back as this problem; enums in the Hugging Face numbering, and languages that
        have no number in the data set by name."""
        return {
            "name": self.name,
            "description": self.description,
            **{f"{name}_tests": _test_columns(tests) for name, tests in self._sets().items()},
            "source": SOURCES.index(self.source),
            "difficulty": DIFFICULTIES.index(self.difficulty),
            "solutions": _solution_columns(self.solutions),
            "incorrect_solutions": _solution_columns(self.incorrect_solutions),
            "cf_contest_id": self.cf_contest_id,
            "cf_index": self.cf_index,
            "cf_points": self.cf_points,
            "cf_rating": self.cf_rating,
            "cf_tags": list(self.cf_tags),
            "is_description_translated": self.is_description_translated,
            "untranslated_description": self.untranslated_description,
            "time_limit": _duration(self.time_limit_s),
            "memory_limit_bytes": self.memory_limit_bytes,
            "input_file": self.input_file,
            "output_file": self.output_file,
            **({"checker": self.checker.model_dump(mode="json")} if self.checker else {}),
            **({"interactor": self.interactor.model_dump(mode="json")} if self.interactor else {}),
            **({"scoring": self.scoring.model_dump(mode="json", exclude_none=True)} if self.scoring else {}),
            **({"calls": self.calls.model_dump(mode="json")} if self.calls else {}),
            **({"test_code": self.test_code.model_dump(mode="json")} if self.test_code else {}),
        }

    def _sets(self) -> dict[TestSet, tuple[Test, ...]]:
        return {
            TestSet.PUBLIC: self.public_tests,
            TestSet.PRIVATE: self.private_tests,
            TestSet.GENERATED: self.generated_tests,
        }


def parse_row(row: Mapping[str, Any], numbering: Literal["hf", "proto", "auto"] = "auto") -> Problem:
    """Read the problem in a row. Raises BadProblem with all faults found (the first MAX_ERRORS of them).

    `numbering` says which numbers `source` and `difficulty` use; "auto" infers it where the row decides
    it (dataset_enums.infer_numbering; a time limit in text form means proto) and else takes "hf".
    """
    if not isinstance(row, Mapping):
        raise BadProblem([FieldError(field="", problem=f"a row must be an object, not {type(row).__name__}")])
    reader = RowReader(row)
    numbers = _numbering(row) if numbering == "auto" else numbering
    problem = Problem(
        name=_name(reader),
        description=reader.text("description"),
        public_tests=_tests(reader, TestSet.PUBLIC),
        private_tests=_tests(reader, TestSet.PRIVATE),
        generated_tests=_tests(reader, TestSet.GENERATED),
        source=_enum(reader, "source", SOURCE_NAMES[numbers]),
        difficulty=_enum(reader, "difficulty", DIFFICULTY_NAMES[numbers]),
        solutions=_solutions(reader, "solutions"),
        incorrect_solutions=_solutions(reader, "incorrect_solutions"),
        cf_contest_id=reader.integer("cf_contest_id"),
        cf_index=reader.text("cf_index"),
        cf_points=reader.number("cf_points"),
        cf_rating=reader.integer("cf_rating"),
        cf_tags=reader.texts("cf_tags"),
        is_description_translated=reader.flag("is_description_translated"),
        untranslated_description=reader.text("untranslated_description"),
        time_limit_s=_time_limit(reader),
        memory_limit_bytes=_memory_limit(reader),
        input_file=read_file_name(reader, "input_file"),
        output_file=read_file_name(reader, "output_file"),
        checker=read_checker(reader),
        interactor=read_interactor(reader),
        scoring=read_scoring(reader),
        calls=read_calls(reader),
        test_code=read_test_code(reader),
    )
    _check_whole(reader, problem)
    if reader.errors:
        raise BadProblem(reader.errors)
    return problem


def _check_whole(reader: RowReader, problem: Problem) -> None:
    unread = any("_tests" in error.field for error in reader.errors)
    if not unread and not problem.tests():
        sets = "public_tests, private_tests and generated_tests"
        reader.fail("public_tests", f"the problem has no test: {sets} are all empty", "at least 1 test")
    if problem.input_file and problem.input_file == problem.output_file:
        reader.fail("output_file", "must differ from input_file")
    check_interaction(reader, problem.interactor, problem.checker, problem.input_file, problem.output_file)
    if not unread:
        check_scoring(reader, problem.scoring, [test.name for test in problem.tests()])
    if not reader.errors:
        check_calls(reader, problem.calls, problem.tests())
        check_test_code(reader, problem.test_code, problem.tests())


def _numbering(row: Mapping[str, Any]) -> Numbering:
    if isinstance(row.get("time_limit"), str):
        return "proto"
    return infer_numbering(row.get("source"), row.get("difficulty")) or "hf"


def _name(reader: RowReader) -> str:
    name = reader.as_text(("name", reader.row.get("name")), required=True)
    if isinstance(reader.row.get("name"), str) and not name:
        reader.fail("name", "must not be empty")
    return name


def _tests(reader: RowReader, test_set: TestSet) -> tuple[Test, ...]:
    return tuple(
        Test(f"{test_set}/{number}", _encode(reader, left), _encode(reader, right))
        for number, (left, right) in enumerate(reader.pairs(f"{test_set}_tests", "input", "output"))
    )


def _encode(reader: RowReader, item: Item) -> bytes:
    # surrogatepass: a lone surrogate in the data is kept as it is instead of failing the whole row.
    return reader.as_text(item, required=True).encode("utf-8", "surrogatepass")


def _solutions(reader: RowReader, field: str) -> tuple[Solution, ...]:
    return tuple(
        Solution(_language(reader, left), reader.as_text(right, required=True))
        for left, right in reader.pairs(field, "language", "solution")
    )


def _language(reader: RowReader, item: Item) -> str:
    field, value = item
    found = read_language(value)
    if found is None:
        reader.fail(field, f"unknown language {quote(value)}", f"0 to {len(LANGUAGE_WORDS) - 1}, or a name")
    return found or UNKNOWN_LANGUAGE


def _enum(reader: RowReader, field: str, names: Mapping[int, str]) -> str:
    value = reader.row.get(field)
    if isinstance(value, str) and value in names.values():
        return value
    number = 0 if isinstance(value, str) else reader.as_integer((field, value))
    if isinstance(value, str) or number not in names:
        reader.fail(field, f"unknown value {quote(value)}", f"0 to {max(names)}, or a name")
    return names.get(number, names[0])


def _time_limit(reader: RowReader) -> float | None:
    """Seconds. Zero is what protocol buffers give for an absent limit, so it means none, as for memory."""
    value = reader.row.get("time_limit")
    if value is None:
        return None
    nanos = _time_limit_nanos(reader, value)
    if not 0 <= nanos <= MAX_TIME_LIMIT_S * _NANOS:
        reader.fail("time_limit", "negative or too large", f"0 to {MAX_TIME_LIMIT_S} s")
    return nanos / _NANOS or None


def _time_limit_nanos(reader: RowReader, value: Any) -> int:
    if isinstance(value, Mapping):
        seconds = reader.as_integer(("time_limit.seconds", value.get("seconds")))
        nanos = reader.as_integer(("time_limit.nanos", value.get("nanos")))
        if not -_NANOS < nanos < _NANOS:
            reader.fail("time_limit.nanos", "out of range", f"0 to {_NANOS - 1}")
        return seconds * _NANOS + nanos
    if isinstance(value, str):
        return _parse_proto_duration(reader, value)
    # Clamped first: the product below must not overflow, whatever number was sent.
    return round(max(-1.0, min(reader.number("time_limit"), 1e9)) * _NANOS)


def _parse_proto_duration(reader: RowReader, text: str) -> int:
    match = _PROTO_DURATION.fullmatch(text)
    if match is None:
        reader.fail("time_limit", f"must be an object, a number of seconds or null, not {quote(text)}")
        return 0
    return int(match[1] or 0) * _NANOS + int(match[2] or 0)


def _memory_limit(reader: RowReader) -> int:
    limit = reader.integer("memory_limit_bytes")
    if not 0 <= limit <= MAX_MEMORY_LIMIT_BYTES:
        reader.fail("memory_limit_bytes", "negative or too large", f"0 to {MAX_MEMORY_LIMIT_BYTES}")
    return limit


def _test_columns(tests: tuple[Test, ...]) -> dict[str, list[str]]:
    return {"input": [_text(t.input) for t in tests], "output": [_text(t.output) for t in tests]}


def _solution_columns(solutions: tuple[Solution, ...]) -> dict[str, list[Any]]:
    return {
        "language": [write_language(s.language) for s in solutions],
        "solution": [s.source for s in solutions],
    }


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _nanos(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * _NANOS)


def _duration(seconds: float | None) -> dict[str, int] | None:
    nanos = _nanos(seconds)
    return None if nanos is None else {"seconds": nanos // _NANOS, "nanos": nanos % _NANOS}
