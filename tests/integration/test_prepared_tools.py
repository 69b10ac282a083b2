"""What tools/prepare makes, and that compilers in cells really use it."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox import toolchains
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.compiling import make_command
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.languages import TOOLCHAINS, TOOLS
from equijudge_sandbox.outcome import CompileOutcome, Limits, Outcome, Program
from tests.cells import CACHE, MIB, read_output

PREPARE = Path(toolchains.__file__).parent / "tools" / "prepare"
ROOMY = Limits(cpu_time_s=20.0, wall_time_s=60.0, memory_bytes=1024 * MIB, output_bytes=64 * MIB)


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    folder = tmp_path_factory.mktemp("cells")
    kept = ArtefactSettings(folder / "artefacts")
    made = LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks", artefacts=kept))
    found = made.languages()
    assert {"cpp17", "cpp20", "java", "go"} <= set(found.there), found.missing
    yield made
    made.close()


def prepare(target: Path, path: Path | str) -> subprocess.CompletedProcess[str]:
    """Run the script with this PATH alone."""
    environment = {"PATH": str(path), "HEADERS": toolchains.header_lines(TOOLCHAINS)}
    return subprocess.run(
        ["/bin/sh", str(PREPARE), str(target)], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH with what every machine has, and no compiler."""
    folder = tmp_path / "path"
    folder.mkdir()
    for name in ("sh", "mkdir", "rm", "mv", "cp", "du", "cut", "tail", "tr", "dirname", "touch", "cat"):
        (folder / name).symlink_to(f"/bin/{name}")
    return folder


def put_compiler(place: Path, text: str) -> None:
    place.write_text(f"#!/bin/sh\n{text}\n")
    place.chmod(0o755)


def files_of(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_without_compilers_everything_is_left_out_and_nothing_is_wrong(tmp_path: Path, path: Path) -> None:
    done = prepare(tmp_path / "tools", path)
    assert done.returncode == 0
    assert "cpp17 is left out: no g++ here" in done.stderr
    assert list((tmp_path / "tools").iterdir()) == []


def test_a_compiler_that_fails_is_told_and_leaves_nothing_half_made(tmp_path: Path, path: Path) -> None:
    put_compiler(path / "g++", "echo half >headers/bits/stdc++.h.gch; echo 'no room left' >&2; exit 1")
    put_compiler(path / "cc", 'while [ "$1" != -o ]; do shift; done; echo made >"$2"')
    done = prepare(tmp_path / "tools", path)
    assert done.returncode == 3
    assert "cpp17 fails: no room left" in done.stderr
    assert files_of(tmp_path / "tools") == {"launch.so"}


def test_what_is_there_already_is_kept(tmp_path: Path, path: Path) -> None:
    put_compiler(path / "cc", 'while [ "$1" != -o ]; do shift; done; echo $$ >"$2"')
    prepare(tmp_path / "tools", path)
    made = (tmp_path / "tools" / "launch.so").read_text()
    done = prepare(tmp_path / "tools", path)
    assert "launch.so is there already" in done.stderr
    assert (tmp_path / "tools" / "launch.so").read_text() == made


def run_command(sandbox: Sandbox, words: tuple[str, ...], source: str, language: str) -> Outcome:
    """A compile command of our own, in a cell."""
    toolchain = TOOLCHAINS[language]
    command = make_command(toolchain, words, toolchain.source, 1 << 30)
    program = Program(source.encode(), language, "", toolchain.program, command=command)
    with sandbox.run(program, ROOMY) as run:
        return next(iter(run.outcomes([b""])))


@pytest.mark.parametrize("language", ["cpp17", "cpp20"])
def test_the_precompiled_header_is_used(sandbox: Sandbox, language: str) -> None:
    """-H marks it with an exclamation mark; for one that does not fit -Winvalid-pch would say why."""
    words = (*TOOLCHAINS[language].compile, "-H", "-Winvalid-pch")
    outcome = run_command(sandbox, words, "#include <bits/stdc++.h>\nint main() {}\n", language)
    assert outcome.exit_code == 0
    said = outcome.stderr.decode().splitlines()
    assert said[0] == f"! {TOOLS}/{language}/bits/stdc++.h.gch"
    assert not [line for line in said if line.startswith(".")], "other headers were read"


@pytest.mark.parametrize("language", ["c", "cpp17"])
def test_the_quick_linker_is_used(sandbox: Sandbox, language: str) -> None:
    outcome = run_command(sandbox, (*TOOLCHAINS[language].compile, "-Wl,--version"), "int main() {}", language)
    assert f"\n{TOOLS}/ld/ld ".encode() in outcome.stderr


@pytest.mark.parametrize("before", ['#pragma GCC optimize("O3")', "#include <iostream>", "#define _GLIBCXX_DEBUG 1"])
def test_a_source_that_cannot_use_it_reads_the_plain_header(sandbox: Sandbox, before: str) -> None:
    source = f"{before}\n#include <bits/stdc++.h>\nsigned main() {{ std::cout << sizeof(std::vector<int>); }}\n"
    assert int(read_output(sandbox, source, language="cpp17")) >= 24


SHARED = ("-Xshare:auto", "-Xshare:on")  # the latter ends a JVM that cannot use the archive it is given


def test_the_archive_of_javas_compiler_is_used(sandbox: Sandbox) -> None:
    words = tuple(word.replace(*SHARED) for word in TOOLCHAINS["java"].compile)
    canary = TOOLCHAINS["java"].canary
    assert run_command(sandbox, words, canary, "java").exit_code == 0
    elsewhere = tuple(word.replace("java/compile.jsa", "java/none.jsa") for word in words)
    assert run_command(sandbox, elsewhere, canary, "java").exit_code == 1


def test_the_archive_of_javas_library_is_used(sandbox: Sandbox) -> None:
    """Whatever the class path is: each program has a jar of its own."""
    java = TOOLCHAINS["java"]
    words = (word.replace(*SHARED).format(memory_mib=256, stack_mib=64, stack_kib=65536) for word in java.run)
    both = f"{shlex.join(java.compile)} && {shlex.join(words)} >&2"
    outcome = run_command(sandbox, ("/bin/sh", "-c", both), java.canary, "java")
    assert (outcome.exit_code, outcome.stderr.strip()) == (0, b"42")


def test_go_writes_no_build_cache_and_reads_none(sandbox: Sandbox) -> None:
    words = ("/bin/sh", "-c", f"/bin/sh {TOOLS}/go/compile main.go program && ls -A /tmp /tmp/box >&2")
    source = 'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc main() { fmt.Println(http.MethodGet) }\n'
    outcome = run_command(sandbox, words, source, "go")
    assert outcome.exit_code == 0, outcome.stderr.decode()
    assert set(outcome.stderr.decode().split()) == {"/tmp:", "box", "/tmp/box:", "main.go", "program"}


def test_gos_errors_name_the_line_and_nothing_of_the_cell(sandbox: Sandbox) -> None:
    with sandbox.run(Program(b"package main\n\nfunc main() {\n\tx := 1\n}\n", "go"), ROOMY) as run:
        assert run.compile_outcome.message.startswith("main.go:4:2: ")


SUM = "java.util.Scanner s = new java.util.Scanner(System.in); System.out.println(s.nextInt() + s.nextInt());"
MAIN = f"public static void main(String[] a) {{ {SUM} }}"
MAINS = {
    "of any public class": f"public class Solution {{ {MAIN} }}",
    "in a package": f"package a.b;\npublic class Solution {{ {MAIN} }}",
    "of the public class before others": (
        f"class First {{ public static void main(String[] a) {{}} }}\npublic class Second {{ {MAIN} }}"
    ),
    "of the first class that has one": (
        f"class None {{}}\nclass First {{ {MAIN} }}\nclass Second {{ public static void main(String[] a) {{}} }}"
    ),
    "inherited": f"class Base {{ {MAIN} }}\npublic class Main extends Base {{}}",
    "of an interface, with varargs": f"public interface Main {{ static void main(String... a) {{ {SUM} }} }}",
    "of an enum": f"public enum Main {{ A; {MAIN} }}",
    "after a byte order mark": f"\ufeffpublic class Main {{ {MAIN} }}",
    "beside one that is not the one": (
        f"public class Main {{ static void main(int[] a) {{}} public int main() {{ return 1; }} {MAIN} }}"
    ),
}


@pytest.mark.parametrize("where", MAINS)
def test_javas_main_method_is_found(sandbox: Sandbox, where: str) -> None:
    assert read_output(sandbox, MAINS[where], b"20 22", language="java").strip() == "42"


def compile_java(sandbox: Sandbox, source: str | bytes) -> CompileOutcome:
    text = source if isinstance(source, bytes) else source.encode()
    with sandbox.run(Program(text, "java"), ROOMY) as run:
        return run.compile_outcome


@pytest.mark.parametrize(
    "source",
    [
        "class Main {}",
        "class Main { void main() {} }",
        "class Main { public static int main(String[] a) { return 1; } }",
    ],
)
def test_a_source_without_a_main_method_is_told_so(sandbox: Sandbox, source: str) -> None:
    done = compile_java(sandbox, source)
    assert not done.ok
    assert "no class has a method public static void main(String[])" in done.message


def test_javas_errors_name_their_lines_and_are_bounded(sandbox: Sandbox) -> None:
    done = compile_java(sandbox, "class Main {\n" + "".join(f"int x{i} = y;\n" for i in range(500)) + "}\n")
    assert not done.ok
    assert done.message.startswith("Main.java:2: error: cannot find symbol")
    assert done.message.count("error: ") == 20


def test_a_source_of_java_sees_neither_the_one_that_compiles_it_nor_other_files(sandbox: Sandbox) -> None:
    assert "cannot find symbol" in compile_java(sandbox, f"class Main {{ JavaCompile x; {MAIN} }}").message


def test_nothing_of_what_was_compiled_runs_in_the_compiler(sandbox: Sandbox) -> None:
    """A static block that ends the JVM with success would leave no program."""
    source = f"public class Main {{ static {{ System.out.print(20); }} {MAIN} }}"
    assert read_output(sandbox, source, b"1 1", language="java").strip() == "202"
    assert compile_java(sandbox, "public class Main { static { System.exit(0); } " + MAIN + "}").ok


def test_bytes_that_are_no_utf8_are_no_fault_of_a_comment(sandbox: Sandbox) -> None:
    assert compile_java(sandbox, b"// caf\xe9\npublic class Main { " + MAIN.encode() + b" }").ok
