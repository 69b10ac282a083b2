"""`equijudge run`: what goes in and what comes out, byte by byte, at a real service with real cells."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from equijudge import Client
from tests.integration.embedded_support import command, environment
from tests.service import KEY, Service

ECHO = """
import sys
data = sys.stdin.buffer.read()
sys.stdout.buffer.write(data[::-1] + b"\\xff\\0")
sys.stderr.buffer.write(b"\\xfe" + " ".join(sys.argv[1:]).encode() + open("note").read().encode())
sys.exit(len(data))
"""


def run(service: Service, folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command, run in a folder against the service."""
    return subprocess.run(
        command("run", *arguments),
        env=environment(folder / "data", EQUIJUDGE_URL=service.http().base, EQUIJUDGE_API_KEY=KEY),
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_what_a_program_reads_and_writes_is_passed_on_byte_by_byte(service: Service, tmp_path: Path) -> None:
    (tmp_path / "echo.py").write_text(ECHO)
    (tmp_path / "note").write_text("!")
    (tmp_path / "two").write_bytes(b"\x80\n")
    options = ("-a", "one", "--argument=-two", "-f", "note")
    done = run(service, tmp_path, "echo.py", "-", "two", *options, stdin=b"abc")
    assert (done.stdout, done.stderr) == (b"cba\xff\0\n\x80\xff\0", 2 * b"\xfeone -two!")
    assert done.returncode == 3


@pytest.mark.parametrize(
    ("name", "text", "options", "status", "said"),
    [
        ("loop.py", "while True: pass", ["--time-limit", "0.2"], 124, "equijudge: -: cpu_time limit"),
        ("kill.py", "import os; os.kill(os.getpid(), 11)", [], 139, ""),
        ("bad.c", "int main( {", [], 126, "main.c:1:"),
        ("what.txt", "", [], 125, "what.txt: no language has this ending; name it by --language"),
        ("long.py", "", ["--time-limit", "100"], 125, "--time-limit"),
    ],
)
def test_the_status_says_how_it_ended(
    service: Service, tmp_path: Path, name: str, text: str, options: list[str], status: int, said: str
) -> None:
    (tmp_path / name).write_text(text)
    done = run(service, tmp_path, name, *options)
    assert done.returncode == status, done.stderr
    assert said in done.stderr.decode()


def test_as_json_it_is_the_result_of_the_service(service: Service, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(input())")
    found = json.loads(run(service, tmp_path, "a.py", "--json", stdin=b"hello").stdout)
    assert (found["id"], found["runs"][0]["stdout"], found["runs"][0]["exit_code"]) == ("a.py", "hello\n", 0)


def test_programs_are_run_on_inputs_from_python(service: Service) -> None:
    with Client(service.http().base, KEY) as client:
        found = client.execute(["print(int(input()) ** 2)", "import sys; sys.exit(7)"], ["3", "twelve"])
        listed = list(client.executions(client.jobs(1)[0].job_id))
    assert [(run.stdout, run.exit_code) for run in found[0].runs] == [("9\n", 0), ("", 1)]
    assert [run.exit_code for run in found[1].runs] == [7, 7]
    assert sorted(each.index for each in listed) == [0, 1]
