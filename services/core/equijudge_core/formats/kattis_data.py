"""The tests of a Kattis or ICPC package: data/sample and data/secret, in the order of their names, and their groups.

Names are ordered part by part, folders and tests alike: 1, 10, 2. What is inherited from group to group is
`testdata.yaml` in the legacy version, at any depth; the newer one has `test_group.yaml` in sample, secret and the
groups in secret.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.formats.archive import Files, as_text, bad, below
from equijudge_core.formats.kattis_config import Config, split_flags
from equijudge_core.formats.reading import check, refuse
from equijudge_core.formats.yaml_text import load_mapping
from equijudge_core.judging.row_reader import RowReader, quote

SETS = {"sample": "public", "secret": "private"}
GROUP_FILES = ("testdata.yaml", "test_group.yaml")
UNREAD = (".in", ".ans", ".hint", ".desc", ".interaction", ".yaml", ".png", ".jpg", ".svg", ".md", ".tex", ".txt")
Settings = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PackageTest:
    """One test. set: of ours. group: the folders that it is in, below the set's. settings: what holds for it."""

    set: str
    group: tuple[str, ...]
    name: str
    input: str
    answer: str
    settings: Settings


def read_tests(files: Files, config: Config) -> list[PackageTest]:
    """Read all tests, those of sample first. Raises BadProblem, UnsupportedProblem."""
    data = below(files, "data")
    found = [test for folder, name in SETS.items() for test in _tests_of(data, folder, name, config)]
    if not found:
        raise bad("data/secret", "has no test: a pair of files NAME.in and NAME.ans")
    return found


def validator_flags(tests: Sequence[PackageTest], config: Config) -> tuple[str, ...]:
    """The flags of the output validator. Raises UnsupportedProblem where tests have different ones."""
    key = "output_validator_flags" if config.is_legacy else "output_validator_args"
    reader = RowReader({})
    given = []
    for test in tests:
        value = test.settings.get(key)
        if config.is_legacy:
            flags = split_flags(reader, f"data/{test.name}: {key}", value)
        else:
            flags = _words(reader, f"data/{test.name}: {key}", value)
        if flags not in given:
            given.append(flags)
    check(reader)
    if len(given) > 1:
        refuse(f"data: {key}", "differs from test to test, which is not supported")
    return (*config.flags, *given[0])


def _tests_of(data: Files, folder: str, name: str, config: Config) -> list[PackageTest]:
    names = sorted((tuple(each.split("/")) for each in data if each.startswith(f"{folder}/")), key=_place)
    inherited: dict[tuple[str, ...], Settings] = {}  # by folder, so that no file is read for each of its tests
    found = []
    for parts in names:
        path = "/".join(parts)
        if parts[-1] in GROUP_FILES:
            continue
        if not parts[-1].endswith(".in"):
            _check_other(data, path)
            continue
        stem = path.removesuffix(".in")
        if f"{stem}.ans" not in data:
            raise bad(f"data/{stem}.ans", "is missing: there is a .in of this name")
        found.append(
            PackageTest(
                set=name,
                group=parts[1:-1],
                name=stem,
                input=_text(data, path),
                answer=_text(data, f"{stem}.ans"),
                settings=inherit(data, parts[:-1], config, inherited) | _own_settings(data, stem, config),
            )
        )
    return found


def _place(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Where a file stands among others: by its base name."""
    return (*parts[:-1], parts[-1].rpartition(".")[0] or parts[-1])


def _check_other(data: Files, path: str) -> None:
    """Refuse what a test has beside input and answer that bears on a run."""
    if ".files/" in path:
        refuse(f"data/{path}", "is a file beside a test's input, which is not supported")
    stem, _, ending = path.rpartition(".")
    if ending == "ans" and f"{stem}.in" not in data:
        raise bad(f"data/{stem}.in", "is missing: there is a .ans of this name")


def _text(data: Files, path: str) -> str:
    try:
        return data[path].decode()
    except UnicodeDecodeError:
        refuse(f"data/{path}", "is not UTF-8: tests are texts here")


def inherit(data: Files, folder: tuple[str, ...], config: Config, known: dict[tuple[str, ...], Settings]) -> Settings:
    """What holds in a group: what its file says, over that of the groups that it is in. known: what was read before."""
    if folder not in known:
        name = "/".join((*folder, GROUP_FILES[0 if config.is_legacy else 1]))
        own = group_settings(data, name, config) if name in data else {}
        known[folder] = {**(inherit(data, folder[:-1], config, known) if folder else {}), **own}
    return known[folder]


def _own_settings(data: Files, stem: str, config: Config) -> Settings:
    """What a test's own file says."""
    own = f"{stem}.yaml"
    if own not in data:
        return {}
    settings = load_mapping(config.fill_in(as_text(data, own)), f"data/{own}")
    for key in ("args", "files"):
        if settings.get(key):
            refuse(f"data/{own}: {key}", "of a single test is not supported")
    return settings


def group_settings(data: Files, path: str, config: Config) -> Settings:
    """What a group's own file says."""
    found = load_mapping(config.fill_in(as_text(data, path)), f"data/{path}")
    if found.get("args"):
        refuse(f"data/{path}: args", "arguments of submissions are not supported")
    return found


def _words(reader: RowReader, field: str, value: Any) -> tuple[str, ...]:
    """Flags of the newer version: a list that is never cut further. A mapping gives those of one validator."""
    if value is None:
        return ()
    if isinstance(value, Mapping) and len(value) == 1:
        value = next(iter(value.values()))
    if not isinstance(value, list) or not all(isinstance(each, str | int | float) for each in value):
        reader.fail(field, f"must be a list of words, not {quote(value)}")
        return ()
    return tuple(str(each) for each in value)
