"""The driver's end of the frames; runner.py holds the layouts, and is the other end.

What comes out of a cell is a claim: every length is checked against what was asked for before it is
believed, and anything else is a BadReport.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from equijudge_sandbox import runner
from equijudge_sandbox.errors import BadReport
from equijudge_sandbox.outcome import Command, CompileOutcome, KilledFor, Limits, Outcome, Program

HEADER_BYTES = runner.FRAME.size
KINDS = (
    runner.READY, runner.COMPILED, runner.OUTCOME, runner.DONE, runner.FAULT, runner.SAID, runner.TOOK, runner.STILL,
    runner.UNREAD,
)  # fmt: skip
SMALL_FRAME = 64 << 10  # what READY, COMPILED and DONE may carry
MOST_NAME = 255
MOST_LEFT = 8
NUL = "words, environment and names of files hold no NUL"


def pack(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame."""
    return runner.FRAME.pack(kind, len(payload)) + payload


def pack_program(program: Program, limits: Limits) -> bytes:
    """The PROGRAM frame without its last part, the source: that may be large, and is not copied. Raises ValueError when
    a name is too long for its field or none that a file may have, or a word holds NUL."""
    check_names(program)
    language = runner.COMMAND if program.command else program.language
    names = [text.encode() for text in (language, program.input_file, program.output_file)]
    texts = (program.arguments, program.brought, program.left)
    blocks = [*map(block, texts), pack_files(program.files)]
    if any(len(name) > MOST_NAME for name in names):
        raise ValueError(f"language, input_file and output_file hold at most {MOST_NAME} bytes each")
    head = runner.PROGRAM_HEAD.pack(
        round(limits.cpu_time_s * 1e9),
        round(limits.wall_time_s * 1e9),
        limits.memory_bytes,
        limits.output_bytes,
        limits.stderr_bytes,
        round(limits.compile_time_s * 1e9),
        limits.compile_memory_bytes,
        *map(len, (*names, *blocks)),
    )
    before = head + b"".join([*names, *blocks]) + (b"" if program.command is None else pack_command(program.command))
    return runner.FRAME.pack(runner.PROGRAM, len(before) + len(program.source)) + before


def check_names(program: Program) -> None:
    """Raise ValueError unless the names of a program's files can all lie in one folder with its source. The output file
    and those that are left may be any of them."""
    if program.input_file and program.brought:
        raise ValueError("an input stands in one file or brings several, not both")
    if len(program.left) > MOST_LEFT:
        raise ValueError(f"at most {MOST_LEFT} files that are left are part of an outcome")
    own = program.command.file if program.command else "main.py"
    beside = [name for name, _ in program.files]
    given = [name for name, data in program.files if data or not name.endswith("/")]
    names = [name for name in (own, program.input_file) if name]
    left = [name for name in program.left if not name.endswith("/")]
    names += [*given, *program.brought]
    folders = {name[:at] for name in (*names, *beside, *program.left) for at, each in enumerate(name) if each == "/"}
    for name in (*given, *program.brought, *left, *folders):
        if any(part in ("", ".", "..") for part in name.split("/")) or len(name.encode()) > MOST_NAME:
            raise ValueError(f"{name!r} is no name that a file beside a program can have")
    if len(set(names)) != len(names) or not folders.isdisjoint((*names, *left)):
        raise ValueError(f"two files of a program have the same name: {sorted(names)}")


def pack_command(command: Command) -> bytes:
    """What stands before the file of a program that is a command."""
    parts = [block(command.words), block(command.environment), command.file.encode()]
    return runner.COMMAND_HEAD.pack(*map(len, parts)) + b"".join(parts)


def pack_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What stands for files that lie beside a program."""
    named = [(name.encode(), data) for name, data in files]
    if any(b"\0" in name for name, _ in named):
        raise ValueError(NUL)
    return b"".join(runner.FILE_HEAD.pack(len(name), len(data)) + name + data for name, data in named)


def unpack_files(packed: bytes) -> dict[str, bytes]:
    """The files that a folder in Program.left held, by their names in it. Raises BadReport."""
    found, at = {}, 0
    while at < len(packed):
        if at + runner.FILE_HEAD.size > len(packed):
            raise BadReport("a file of a folder cut short")
        name_size, size = runner.FILE_HEAD.unpack_from(packed, at)
        at += runner.FILE_HEAD.size
        if at + name_size + size > len(packed):
            raise BadReport("a file of a folder cut short")
        try:
            name = packed[at : at + name_size].decode()
        except UnicodeDecodeError as error:
            raise BadReport("a file of a folder whose name is no UTF-8") from error
        found[name] = packed[at + name_size : at + name_size + size]
        at += name_size + size
    return found


def pack_input(stdin: bytes, files: Iterable[bytes]) -> bytes:
    """The input of a test that brings files, in the order of Program.brought."""
    contents = list(files)
    return b"".join([*(runner.SIZE.pack(len(data)) for data in contents), stdin, *contents])


def block(words: Iterable[str]) -> bytes:
    """The words as execve takes them, one behind the other."""
    encoded = [word.encode() for word in words]
    if any(b"\0" in word for word in encoded):
        raise ValueError(NUL)
    return b"".join(word + b"\0" for word in encoded)


def unpack_header(header: bytes, room: int) -> tuple[bytes, int]:
    """(type, payload length). Raises BadReport for a type no runner sends or more than `room` bytes."""
    kind, size = runner.FRAME.unpack(header)
    if kind not in KINDS:
        raise BadReport(f"frame {kind!r}, which no runner sends")
    if size > room:
        raise BadReport(f"frame {kind!r} of {size} bytes, at most {room} belong there")
    return kind, size


def unpack_ready(payload: bytes) -> tuple[str, str]:
    """(runner version, language version)."""
    version, newline, language = payload.decode("utf-8", "replace").partition("\n")
    if not newline:
        raise BadReport("READY without a language version")
    return version, language


def unpack_compiled(payload: bytes) -> CompileOutcome:
    """The compile step's outcome."""
    size = runner.COMPILED_HEAD.size
    if len(payload) < size:
        raise BadReport("COMPILED frame cut short")
    ok, cpu_ns = runner.COMPILED_HEAD.unpack_from(payload)
    return CompileOutcome(ok, payload[size:].decode("utf-8", "replace"), cpu_ns / 1e9)


def pack_stop(why: KilledFor) -> bytes:
    """The frame that ends a run that talks."""
    return pack(runner.STOP, bytes([runner.KILLED_FOR.index(why)]))


def unpack_number(kind: bytes, payload: bytes) -> int:
    """What TOOK or UNREAD, in bytes, or STILL, in ns, says. Raises BadReport."""
    layout = runner.SIZE if kind == runner.STILL else runner.COUNT
    if len(payload) != layout.size:
        raise BadReport(f"frame {kind!r} that holds no number")
    number: int = layout.unpack(payload)[0]
    return number


def outcome_room(limits: Limits, left: int = 0) -> int:
    """The largest OUTCOME frame that these limits allow, of a program that may leave so many files."""
    own = runner.OUTCOME_HEAD.size + runner.Claims.LONGEST + limits.output_bytes + limits.stderr_bytes
    return own + left * (runner.SIZE.size + runner.KEPT_OF_LEFT)


def unpack_outcome(payload: bytes, limits: Limits, left: int = 0) -> Outcome:
    """The facts of one test, which may leave so many files; raises BadReport when a length, index or flag is not one
    that was agreed on."""
    head = runner.OUTCOME_HEAD.size
    if len(payload) < head:
        raise BadReport("OUTCOME frame cut short")
    code, signal, killed, flags, error, cpu_ns, wall_ns, memory, *sizes = runner.OUTCOME_HEAD.unpack_from(payload)
    rooms = (runner.Claims.LONGEST, limits.output_bytes, limits.stderr_bytes)
    at = head + sizes[0] + left * runner.SIZE.size
    if len(payload) < at:
        raise BadReport("OUTCOME frame cut short")
    told = [size for (size,) in runner.SIZE.iter_unpack(payload[head + sizes[0] : at])]
    sent = [0 if size == runner.NO_FILE else size for size in told]
    if (
        any(size > room for size, room in zip(sizes, rooms, strict=True))
        or any(size > runner.KEPT_OF_LEFT for size in sent)
        or at + sum(sizes[1:]) + sum(sent) != len(payload)
    ):
        raise BadReport("OUTCOME frame with lengths that do not add up")
    if killed >= len(runner.KILLED_FOR) or error >= len(runner.OUTPUT_ERRORS):
        raise BadReport("OUTCOME frame with an unknown reason")
    exception = payload[head : head + sizes[0]]
    output, *contents, stderr = split(payload[at:], (sizes[1], *sent, sizes[2]))
    if exception and not runner.Claims.NAME.fullmatch(exception):
        raise BadReport("OUTCOME frame with an exception that has no name")
    return Outcome(
        exit_code=None if signal else code,
        signal=signal or None,
        killed_for=KilledFor(runner.KILLED_FOR[killed]) if killed else None,
        oom_killed=bool(flags & runner.OOM_KILLED),
        cpu_time_s=cpu_ns / 1e9,
        wall_time_s=wall_ns / 1e9,
        memory_peak_bytes=memory,
        exception=exception.decode("ascii"),
        output=output if flags & runner.HAS_OUTPUT else None,
        output_truncated=bool(flags & runner.OUTPUT_TRUNCATED),
        output_error=runner.OUTPUT_ERRORS[error],
        stderr=stderr,
        stderr_truncated=bool(flags & runner.STDERR_TRUNCATED),
        left=tuple(None if size == runner.NO_FILE else data for size, data in zip(told, contents, strict=True)),
    )


def split(data: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    """The parts of these sizes, in order."""
    position = 0
    for size in sizes:
        yield data[position : position + size]
        position += size
