"""Write the `.env` that Docker Compose reads: python3 scripts/write_env.py [.env], as the Makefile does before `up`.

It gets every setting of scripts/compose.env that it has not got yet, set or behind a `#`, and a key if none is in it.
What the environment sets and it does not is set in it, so that a later docker-compose without that environment starts
the same. Not a line that is there is changed. Standard library only: nothing is installed where this runs.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

LIST = Path(__file__).with_name("compose.env")
SETTING = re.compile(r"^(#?)\s*([A-Z][A-Z0-9_]*)=(.*)$")
KEYS = "EQUIJUDGE_API_KEYS"
PLAIN = re.compile(r"[\w./:,@=+ -]*")


def main() -> int:
    """Write the file named, or `.env` beside the Compose file. Exit status 2: a value cannot stand in it."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LIST.parents[1] / ".env"
    try:
        added = update(path, os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if added:
        print(f"{path}: {added} settings added; all can be changed there")
    return 0


def update(path: Path, environment: Mapping[str, str]) -> int:
    """Add to the file what it lacks, and leave it readable by its owner alone. Return how many settings were added.

    Raise ValueError for a value of the environment that cannot be written down.
    """
    before = path.read_text() if path.exists() else ""
    here, is_set = names(before), names(before, is_set=True)
    lines = [] if here else list(LIST.read_text().splitlines())
    added = len(names("\n".join(lines)))
    if here and (missing := [line for name, line in settings() if name not in here]):
        lines += ["", "# New in this version", *missing]
        added += len(missing)
    given = dict(values(environment, here, is_set))
    lines = [*put_in_place(lines, given)]
    if given:
        lines += ["", "# As they were when `make up` was called", *(f"{name}={value}" for name, value in given.items())]
        added += len(given)
    if lines:
        write(path, before + "\n" * (bool(before) and not before.endswith("\n")) + "\n".join(lines) + "\n")
    path.chmod(0o600)  # it has keys in it
    return added


def names(text: str, *, is_set: bool = False) -> set[str]:
    """The settings that the lines name; with `is_set` those that are not behind a `#`."""
    found = map(SETTING.match, text.splitlines())
    return {each[2] for each in found if each and not (is_set and each[1])}


def settings() -> Iterator[tuple[str, str]]:
    """Name and line of every setting of the list."""
    for line in LIST.read_text().splitlines():
        if found := SETTING.match(line):
            yield found[2], line


def values(environment: Mapping[str, str], here: set[str], is_set: set[str]) -> Iterator[tuple[str, str]]:
    """What is to be set that is not yet: by the environment, or a new key. Raise ValueError."""
    for name, _ in settings():
        if name in is_set:
            continue
        if name in environment:
            yield name, quoted(name, environment[name])
        elif name == KEYS and name not in here:
            yield name, secrets.token_urlsafe(32)


def quoted(name: str, value: str) -> str:
    """A value as both Composes read it. Raise ValueError."""
    if PLAIN.fullmatch(value):
        return value
    if "'" in value or not value.isprintable():
        raise ValueError(f"{name}: an apostrophe or a line's end cannot stand in .env; set it there by hand")
    return f"'{value}'"


def put_in_place(lines: list[str], given: dict[str, str]) -> Iterator[str]:
    """The lines, those of what is given set to it, which is then given no more."""
    for line in lines:
        found = SETTING.match(line)
        yield line if found is None or found[2] not in given else f"{found[2]}={given.pop(found[2])}"


def write(path: Path, text: str) -> None:
    """Replace the file by one with this text, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(text)
    new.replace(path)


if __name__ == "__main__":
    sys.exit(main())
