"""Names of files in rows, which a cell is to make."""

from __future__ import annotations

from equijudge_core.judging.languages import is_program_file
from equijudge_core.judging.row_reader import RowReader

MAX_FILE_NAME_BYTES = 255


def read_file_name(reader: RowReader, field: str) -> str:
    """Read the name of a file that a program reads or writes; empty for none."""
    name = reader.text(field)
    fault = _file_name_fault(name)
    if fault:
        reader.fail(field, fault, f"a plain file name of at most {MAX_FILE_NAME_BYTES} bytes")
    return name


def _file_name_fault(name: str) -> str:
    """Why the name may not be given to a cell; empty when it may, or when there is none."""
    if any(char in name for char in "/\\\0"):
        return "must not contain a slash, a backslash or NUL"
    if name in (".", ".."):
        return "must not be a directory"
    if is_program_file(name):
        return f"must not be {name}, which may be the program's own file"
    if name and not name.isprintable():
        return "must consist of printable characters"
    too_long = len(name.encode("utf-8", "surrogatepass")) > MAX_FILE_NAME_BYTES
    return "too long" if too_long else ""
