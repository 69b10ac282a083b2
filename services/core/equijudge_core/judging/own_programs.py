"""Reads a program that a problem brings, or the comparison that it names, out of a column of its row.

Every fault is noted with its field and what would be right: whoever reads the message has the row before them, not the
manual. What can only be known where programs run, such as whether a compiler is there, is not asked here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError

from equijudge_core.contracts.checkers import CHECKER_NAMES, CheckerSpec
from equijudge_core.contracts.field_errors import field_name
from equijudge_core.contracts.own_checker import MOST_FILES, CheckerProtocol, OwnChecker
from equijudge_core.judging.checker_protocols import LOG, PROTOCOLS, CheckerRules
from equijudge_core.judging.languages import find_language, is_program_file
from equijudge_core.judging.row_reader import MAX_ERRORS, RowReader, quote

T = TypeVar("T")
M = TypeVar("M", CheckerSpec, OwnChecker)
MOST_BYTES = 8 << 20  # of a program and its files: they lie in every test's folder
MOST_ENTRIES = 1000  # of any object or list; those that are right have far fewer
HEADER_ENDINGS = (".h", ".hpp", ".hh", ".hxx", ".inc")
FILE_NAMES = "letters, digits and _ + - . alone, not first a point, at most 100"


def read_checker(reader: RowReader, column: str = "checker") -> CheckerSpec | OwnChecker | None:
    """Read an object with the `name` of a comparison, or with a `protocol` and a program."""
    value = _object(reader, column)
    if value is None:
        return None
    if "protocol" in value or "source" in value:
        return read_program(reader, column)
    if "name" not in value:
        reader.fail(column, "has neither the name of a comparison nor the protocol of a program")
        return None
    if value["name"] not in CHECKER_NAMES:
        reader.fail(f"{column}.name", f"no comparison is called {quote(value['name'])}", _choices(value, "name"))
        return None
    return _validate(reader, column, CheckerSpec, value)


def read_program(reader: RowReader, column: str) -> OwnChecker | None:
    """Read a program with its protocol; None where there is none, or one with a fault."""
    value = _object(reader, column)
    if value is None:
        return None
    protocol = value.get("protocol")
    if protocol is None:
        reader.fail(f"{column}.protocol", "is missing", _choices(value, "protocol"))
        return None
    if not isinstance(protocol, str) or protocol not in PROTOCOLS:
        reader.fail(f"{column}.protocol", f"no protocol is called {quote(protocol)}", _choices(value, "protocol"))
        return None
    # written down, since a row that is made of the problem names every field
    only = {"language": PROTOCOLS[protocol].language} if PROTOCOLS[protocol].language else {}
    found = _validate(reader, column, OwnChecker, only | value)
    if found is None:
        return None
    before = len(reader.errors)
    _check(reader, column, found)
    return found if len(reader.errors) == before else None


def language_of(program: OwnChecker) -> str:
    """The language that it is in, by its canonical name where that is known here."""
    found = find_language(program.language)
    return PROTOCOLS[program.protocol].language or (found.name if found else program.language)


def used_programs(brought: Mapping[str, T], checker: CheckerSpec | None) -> dict[str, T]:
    """Those of a problem's programs, by column, that judge: a comparison that a caller names is there for `checker`,
    unless there is an interactor, beside which it has no say."""
    all_judge = checker is None or "interactor" in brought or "test_code" in brought
    return {column: each for column, each in brought.items() if column != "checker" or all_judge}


def _object(reader: RowReader, column: str) -> dict[str, Any] | None:
    """The column's value without nulls: a table has every field that any of its rows has."""
    value = reader.row.get(column)
    if value is None:
        return None
    if not isinstance(value, Mapping):
        reader.wrong_type(column, value, "an object or null")
        return None
    found = {name: each for name, each in value.items() if each is not None}
    files = found.get("files")
    if isinstance(files, list | tuple) and all(map(_is_entry, files)):
        files = dict(files)
    if isinstance(files, Mapping):
        found["files"] = {name: each for name, each in files.items() if each is not None}
    return found or None


def _is_entry(value: Any) -> bool:
    """Whether it is a name and what belongs to it, as Arrow gives what is a map there."""
    return isinstance(value, list | tuple) and len(value) == 2 and isinstance(value[0], str)


def _choices(value: Mapping[str, Any], field: str) -> str:
    """What there is, and which of it may have been meant."""
    known = CHECKER_NAMES if field == "name" else tuple(PROTOCOLS)
    given = value.get(field)
    near = get_close_matches(given[:100].lower(), known, 1) if isinstance(given, str) else []
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"one of {', '.join(known)}{meant}"


def _validate(reader: RowReader, column: str, model: type[M], value: Mapping[str, Any]) -> M | None:
    for field in too_long_fields(column, value):
        reader.fail(field, "has too many entries", f"at most {MOST_ENTRIES}")
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False, include_input=False)[:MAX_ERRORS]:
            _note(reader, column, fault["loc"], fault["type"], fault["msg"], model.model_fields)
        return None


def too_long_fields(column: str, value: Mapping[str, Any]) -> Iterator[str]:
    """Where an object, or a list or an object in it, has so many entries that a fault of each would take minutes and
    gigabytes to name."""
    if len(value) > MOST_ENTRIES:
        yield column
    for name, each in value.items():
        if isinstance(each, list | tuple | Mapping) and len(each) > MOST_ENTRIES:
            yield field_name([column, quote(name)[1:-1]])


def _note(
    reader: RowReader, column: str, place: tuple[str | int, ...], kind: str, message: str, fields: Iterable[str]
) -> None:
    """Note a fault that pydantic found, in this column."""
    shown = [quote(part)[1:-1] if isinstance(part, str) else part for part in place]  # in ASCII
    if place[-1:] == ("[key]",):
        reader.fail(f"{column}.files", f"{quote(place[1])} is no name that a file may have", FILE_NAMES)
    elif kind == "too_long" and place == ("files",):
        reader.fail(f"{column}.files", "too many files", f"at most {MOST_FILES}")
    elif kind == "extra_forbidden":
        near = get_close_matches(str(place[-1])[:100], list(fields), 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        reader.fail(field_name([column, *shown]), "there is no such field", f"one of {', '.join(fields)}{meant}")
    else:
        reader.fail(field_name([column, *shown]), message)


def _check(reader: RowReader, column: str, program: OwnChecker) -> None:
    """Note what is wrong with a program though each of its fields could be right."""
    rules = PROTOCOLS[program.protocol]
    if not program.source.strip():
        reader.fail(f"{column}.source", "is empty")
    _check_language(reader, column, program, rules)
    _check_flags(reader, column, program, rules)
    _check_passes(reader, column, program)
    taken = protocol_files(rules)
    for name in program.files:
        if name in taken:
            reader.fail(f"{column}.files.{name}", f"the protocol {program.protocol} has a file of this name itself")
        elif is_program_file(name) and not name.endswith(HEADER_ENDINGS):
            reader.fail(f"{column}.files.{name}", "may be the program's own file: give it another name")
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in (program.source, *program.files.values()))
    if size > MOST_BYTES:
        reader.fail(column, f"source and files are {size} bytes together", f"at most {MOST_BYTES}")


def _check_language(reader: RowReader, column: str, program: OwnChecker, rules: CheckerRules) -> None:
    if not program.language.strip():
        reader.fail(f"{column}.language", "is empty")
    elif rules.language:
        found = find_language(program.language)
        if found is None or found.name != rules.language:
            reader.fail(
                f"{column}.language",
                f"programs of the protocol {program.protocol} are in {rules.language}, not {quote(program.language)}",
            )


def _check_flags(reader: RowReader, column: str, program: OwnChecker, rules: CheckerRules) -> None:
    if not program.flags:
        return
    if not rules.flags:
        reader.fail(f"{column}.flags", f"the protocol {program.protocol} has no flags")
    elif rules.language and not _is_json_object(program.flags):
        reader.fail(f"{column}.flags", "must be one word, a JSON object of further arguments")


def _check_passes(reader: RowReader, column: str, program: OwnChecker) -> None:
    if program.validation_passes > 1 and program.protocol != CheckerProtocol.KATTIS:
        says = f"validators of the protocol {CheckerProtocol.KATTIS} alone ask for further passes"
        reader.fail(f"{column}.validation_passes", says, "1")


def _is_json_object(flags: tuple[str, ...]) -> bool:
    try:
        return len(flags) == 1 and isinstance(json.loads(flags[0]), dict)
    except (ValueError, RecursionError):
        return False


def protocol_files(rules: CheckerRules) -> frozenset[str]:
    """Names that files of a program may not have: the protocol's own lie under them, or folders of such."""
    words = (*rules.arguments, *(rules.interactor or ()), *rules.files.values(), *rules.left, LOG)
    return frozenset(word.split("/")[0] for word in (*words, *(name for name, _ in rules.placed)) if word)
