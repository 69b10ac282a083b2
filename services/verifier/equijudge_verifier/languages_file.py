"""An operator's languages: read the file that names them, both halves of each, and say every fault of it.

A TOML file with a table for each language, under its name. What the fields mean: judging/languages.py of the core says
it of the first half, languages.py of the sandbox of the second; the manual, "Languages", has an example.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from equijudge_core.judging.languages import LANGUAGES, Language, find_language, is_program_file
from equijudge_sandbox.languages import PATH, ROOTS, Toolchain

NAME = re.compile(r"[a-z][a-z0-9_+#.-]{0,31}")
SETTING = re.compile(r"[A-Za-z_]\w*=[^\0]*")
PLACEHOLDERS = frozenset({"{memory_mib}", "{memory_kib}", "{stack_mib}", "{stack_kib}"})
PLACEHOLDER = re.compile(r"\{\w+\}")
MIB = 1 << 20
MOST_LANGUAGES = 64  # in a file

Word = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"^[^\x00]*$")]
Words = Annotated[tuple[Word, ...], Field(max_length=100)]
FileName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_.+-]+$")]


@dataclass(frozen=True)
class OwnLanguages:
    """What a file adds to both tables, by name."""

    languages: Mapping[str, Language] = field(default_factory=dict)
    toolchains: Mapping[str, Toolchain] = field(default_factory=dict)


class Entry(BaseModel):
    """One table of the file. `program`: the source where it is not given; sizes in MiB."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, Field(min_length=1, max_length=100)]
    aliases: Words = ()
    extensions: Words = ()
    time_factor: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)] = 1.0
    exception: Annotated[str, Field(max_length=1000)] = ""
    out_of_memory: Words = ()
    version: Annotated[Words, Field(min_length=1)]
    source: FileName
    canary: Annotated[str, Field(min_length=1, max_length=10_000)]
    compile: Words = ()
    program: FileName = ""
    run: Words = ()
    environment: Words = ()
    root: Words = ()
    etc: Words = ()
    own_mib: Annotated[int, Field(ge=0, le=4096)] = 0
    slack_mib: Annotated[int, Field(ge=0, le=4096)] = 0

    @property
    def program_file(self) -> str:
        """The file that is run."""
        return self.program or self.source

    def language(self, name: str) -> Language:
        """The judge's half."""
        pattern = re.compile(self.exception, re.MULTILINE) if self.exception else None
        return Language(
            name, self.title, self.aliases, self.extensions, None, self.time_factor, pattern, self.out_of_memory
        )

    def toolchain(self, name: str) -> Toolchain:
        """The sandbox's half. A toolchain that lies nowhere under /usr is on the path as the table's are."""
        return Toolchain(
            version=self.version,
            source=self.source,
            compile=self.compile,
            program=self.program_file,
            canary=self.canary,
            run=self.run,
            environment=(f"PATH={ROOTS}/{name}/bin:{PATH}", *self.environment),
            own_bytes=self.own_mib * MIB,
            slack_bytes=self.slack_mib * MIB,
            root=self.root,
            etc=self.etc,
        )

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong beside the single fields: field and fault."""
        for name in ("source", "program"):
            if (file := getattr(self, name)) and not is_program_file(file):
                yield name, f"{file!r} may be a problem's input or output file: call it main.… or program"
        if not self.compile and self.program_file != self.source:
            yield "program", f"nothing makes {self.program!r}: without `compile` it is the source"
        if not (self.compile or self.run):
            yield "run", "a source that is not compiled must be run by something"
        for name in ("compile", "run", "environment"):
            for found in PLACEHOLDER.findall(" ".join(getattr(self, name))):
                if found not in PLACEHOLDERS:
                    yield name, f"{found} stands for nothing: there are {', '.join(sorted(PLACEHOLDERS))}"
        for number, each in enumerate(self.environment):
            if not SETTING.fullmatch(each):
                yield f"environment[{number}]", f"{each!r} must be NAME=VALUE"
        for number, each in enumerate(self.etc):
            if not each.startswith("/etc/") or ".." in each.split("/"):
                yield f"etc[{number}]", f"{each!r} must be in /etc"
        for number, each in enumerate(self.extensions):
            if not re.fullmatch(r"\.[A-Za-z0-9_+.-]+", each):
                yield f"extensions[{number}]", f"{each!r} must begin with a dot"
        yield from self._exception_faults()

    def _exception_faults(self) -> Iterator[tuple[str, str]]:
        try:
            groups = re.compile(self.exception).groups
        except re.error as error:
            yield "exception", f"is no regular expression: {error}"
            return
        if self.exception and not groups:
            yield "exception", "must have a group, ( ), which is the name"
        if self.out_of_memory and not self.exception:
            yield "out_of_memory", "needs `exception`, which finds such names"


def read_languages(path: Path) -> OwnLanguages:
    """Read the file. Raise ValueError naming every fault: file, language and field."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: is no TOML: {error}") from error
    faults, entries = [], {}
    for name, table in tables.items():
        try:
            entries[name] = read_entry(name, table)
        except ValueError as error:
            faults += str(error).split("\n")
    if not tables:
        faults.append("no language is in it")
    if len(tables) > MOST_LANGUAGES:
        faults.append(f"{len(tables)} languages; at most {MOST_LANGUAGES}")
    faults += clashes(entries)
    if faults:
        raise ValueError("\n".join(f"{path}: {fault}" for fault in faults))
    return OwnLanguages(
        {name: entry.language(name) for name, entry in entries.items()},
        {name: entry.toolchain(name) for name, entry in entries.items()},
    )


def read_entry(name: str, table: Any) -> Entry:
    """Read one table. Raise ValueError with a line for each fault: language, field, and what is wrong."""
    if not NAME.fullmatch(name):
        raise ValueError(f"[{name}]: a name is of a-z, 0-9 and _ + # . -, begins with a letter, and has at most 32")
    if not isinstance(table, dict):
        raise ValueError(f"{name}: must be a table, [{name}]")
    try:
        entry = Entry.model_validate(table)
    except ValidationError as error:
        raise ValueError("\n".join(f"[{name}] {field_of(each)}: {each['msg']}" for each in error.errors())) from error
    if faults := [f"[{name}] {where}: {fault}" for where, fault in entry.faults()]:
        raise ValueError("\n".join(faults))
    return entry


def field_of(fault: Any) -> str:
    """Where pydantic found a fault, as a path: `compile[2]`."""
    return "".join(f"[{part}]" if isinstance(part, int) else str(part) for part in fault["loc"])


def clashes(entries: Mapping[str, Entry]) -> list[str]:
    """Names, aliases and endings that are another language's, of the table or of the file."""
    faults = []
    names: dict[str, str] = {}
    endings = {ending: name for name, each in LANGUAGES.items() for ending in each.extensions}
    for name, entry in entries.items():
        for where, word in [("name", name), *(("aliases", alias) for alias in entry.aliases)]:
            if word != word.strip().lower():
                faults.append(f"[{name}] {where}: {word!r} must be in lower case, without blanks around it")
            known = find_language(word)
            other = known.name if known else names.setdefault(word, name)
            if known or other != name:
                faults.append(f"[{name}] {where}: {word!r} is {other} already")
        for ending in entry.extensions:
            if (other := endings.setdefault(ending, name)) != name:
                faults.append(f"[{name}] extensions: {ending!r} is {other}'s already")
    return faults
