"""Kattis and ICPC packages, legacy and 2025-09: the problem that is in one.

The statement is kept as it is written. Without a time limit of its own a package's limit is made of how long its
accepted submissions take, so the problem has none until someone has judged them (`equijudge verify`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from equijudge_core.formats.archive import Files, as_text
from equijudge_core.formats.kattis_config import MAIN, Config, read_config
from equijudge_core.formats.kattis_data import PackageTest, read_tests, validator_flags
from equijudge_core.formats.kattis_groups import our_names, read_scoring
from equijudge_core.formats.kattis_programs import default_validator, read_submissions, read_validator
from equijudge_core.formats.packages import Package, PackageProgram
from equijudge_core.formats.reading import Reading, make_problem, tests_column
from equijudge_core.judging.row_reader import quote

STATEMENTS = ("statement", "problem_statement")
NO_LIMIT = "its time limit is made of how long its submissions take, which `equijudge verify` finds out"


def read_kattis(files: Files, name: str) -> Package:
    """Read a package; name: its short name, which is that of its folder. Raises BadProblem, UnsupportedProblem."""
    config = read_config(files)
    tests = read_tests(files, config)
    flags = validator_flags(tests, config)
    checker, interactor = None, None
    if config.is_interactive:
        interactor = read_validator(files, config, flags)
    elif config.has_validator:
        checker = read_validator(files, config, flags)
    else:
        checker = default_validator(flags)
    programs = read_submissions(files, config)
    problem = make_problem(
        name=name or config.title or "package",
        description=_statement(files, config),
        public_tests=_column(test for test in tests if test.set == "public"),
        private_tests=_column(test for test in tests if test.set == "private"),
        solutions=_programs(programs, right=True),
        incorrect_solutions=_programs(programs, right=False),
        time_limit=config.time.limit_s,
        memory_limit_bytes=int(config.memory_mib * (1 << 20)),
        checker=checker,
        interactor=interactor,
        scoring=read_scoring(files, tests, config),
    )
    names = {ours: theirs for theirs, ours in our_names(tests).items()}
    return Package(Reading("kattis", problem, _notes(files, config, programs)), programs, config.time, names)


def _column(tests: Iterable[PackageTest]) -> dict[str, list[str]]:
    return tests_column((test.input, test.answer) for test in tests)


def _programs(programs: Sequence[PackageProgram], *, right: bool) -> dict[str, list[Any]]:
    chosen = [each for each in programs if not each.fault and (each.label == "accepted") == right]
    chosen = [each for each in chosen if right or each.label not in ("brute_force", "partially_accepted")]
    return {"language": [each.language for each in chosen], "solution": [each.source for each in chosen]}


def _statement(files: Files, config: Config) -> str:
    """The text of the statement, the English one if there are several, else the title."""
    found = sorted(
        name
        for name in files
        if name.split("/")[0] in STATEMENTS and name.endswith((".md", ".tex")) and name.count("/") == 1
    )
    chosen = next((name for name in found if ".en." in name), found[0] if found else None)
    return as_text(files, chosen) if chosen else config.title


def _notes(files: Files, config: Config, programs: Sequence[PackageProgram]) -> tuple[str, ...]:
    notes = [NO_LIMIT] if config.time.limit_s is None else []
    if config.is_legacy and not config.has_validator and any(name.startswith("output_validators/") for name in files):
        notes.append("output_validators is there, but validation is default: the validator is not used")
    notes += [f"submissions/{each.path} is left out: {each.fault}" for each in programs if each.fault]
    if not programs:
        notes.append(f"no submissions lie beside {quote(MAIN)[1:-1]}")
    return tuple(notes)
