"""POST /execute against a real service with real cells."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.service import KEY, OUTCOME_KEY, Http, Service, wait_for

CPP = """#include <fstream>
#include <iostream>
int main() { std::string s; std::cin >> s; std::cout << s << "!"; std::ofstream("out/s") << s; return 3; }"""
LINK = "import os; os.symlink('/etc/hostname', 'l'); os.mkdir('d'); os.link('main.py', 'h'); os.mkfifo('f')"
FOLDER_LINK = "import os; os.symlink('/etc', 'd')"


def execute(http: Http, *programs: dict[str, Any], **options: Any) -> httpx.Response:
    return http.post("/execute", json={"programs": list(programs), "wait": 60, **options})


def lines(http: Http, *programs: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    answer = execute(http, *programs, **options)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def runs(http: Http, source: str, **program: Any) -> list[dict[str, Any]]:
    (line,) = lines(http, {"source": source, **program})
    found: list[dict[str, Any]] = line["runs"]
    return found


def run(http: Http, source: str, **program: Any) -> dict[str, Any]:
    (found,) = runs(http, source, **program)
    return found


def test_a_program_is_run_on_each_input(http: Http) -> None:
    program = {"source": "print(sum(map(int, input().split())))", "inputs": ["1 2", "20 22"], "id": "sum"}
    (line,) = lines(http, program)
    assert [run["stdout"] for run in line["runs"]] == ["3\n", "42\n"]
    assert (line["id"], line["compiled"]["ok"], line["cached"]) == ("sum", True, False)
    assert line["environment"]["driver"] == "local"


def test_a_compiled_program_is_run_and_its_exit_status_told(http: Http) -> None:
    found = runs(http, CPP, language="cpp17", inputs=["a", "b"])
    assert [(each["stdout"], each["exit_code"]) for each in found] == [("a!", 3), ("b!", 3)]


@pytest.mark.parametrize(("source", "language"), [("def f(:", "python3"), ("int main() {", "c")])
def test_what_does_not_compile_is_not_run_and_the_compilers_words_are_told(
    http: Http, source: str, language: str
) -> None:
    (line,) = lines(http, {"source": source, "language": language})
    assert (line["compiled"]["ok"], line["runs"]) == (False, [])
    assert "error" in line["compiled"]["message"].lower()


def test_files_go_in_and_come_out_also_those_that_were_given(http: Http) -> None:
    source = "d = open('in/a.bin', 'rb').read(); open('b', 'wb').write(d[::-1]); open('in/t', 'a').write('more')"
    files = {"in/a.bin": {"base64": base64.b64encode(bytes(range(256))).decode()}, "in/t": "text "}
    found = run(http, source, files=files, fetch=["b", "in/t", "none"])["files"]
    assert base64.b64decode(found["b"]["base64"]) == bytes(range(256))[::-1]
    assert base64.b64decode(found["in/t"]["base64"]) == b"text more"
    assert "none" not in found


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", ""])
def test_a_path_that_leads_out_is_refused_and_named(http: Http, path: str) -> None:
    answer = execute(http, {"source": "", "fetch": [path]})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "programs[0].fetch[0]")
    assert execute(http, {"source": "", "files": {path: ""}}).status_code == 422


def test_no_file_may_lie_where_the_program_does(http: Http) -> None:
    answer = execute(http, {"source": "", "files": {"main.py": "print(1)"}})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "programs[0].files.main.py")


def test_links_folders_and_pipes_that_a_program_leaves_are_not_fetched(http: Http) -> None:
    assert run(http, LINK, fetch=["l", "d", "h", "f"])["files"] == {}


def test_a_folder_that_is_a_link_leads_to_what_the_program_itself_could_read_alone(http: Http) -> None:
    """Who reads is the program's own user, in its own cell: nothing of the host's is there."""
    assert "shadow" not in json.dumps(run(http, FOLDER_LINK, fetch=["d/shadow", "d/hostname"])["files"])


def test_nothing_that_one_run_leaves_is_there_for_the_next(http: Http) -> None:
    source = "import os; print(sorted(os.listdir('.')), os.path.exists('/tmp/x')); open('a', 'w'); open('/tmp/x', 'w')"
    found = lines(http, {"source": source, "inputs": ["", ""]}, {"source": source})
    assert {each["stdout"] for line in found for each in line["runs"]} == {"['main.py'] False\n"}


def test_a_file_that_is_too_long_is_cut_and_said_to_be(http: Http) -> None:
    found = run(http, "open('f', 'w').write('x' * 100_000)", fetch=["f"])["files"]["f"]
    assert (len(base64.b64decode(found["base64"])), found["truncated"]) == (64 << 10, True)


def test_a_signal_is_told_as_a_signal(http: Http) -> None:
    found = run(http, "import os; os.kill(os.getpid(), 11)")
    assert (found["signal"], found.get("exit_code"), found.get("killed_for")) == (11, None, None)


@pytest.mark.parametrize(
    ("source", "limits", "killed_for"),
    [
        ("print('so far', flush=True)\nwhile True: pass", {"time_limit_s": 0.3}, "cpu_time"),
        ("print('so far', flush=True)\nimport time; time.sleep(60)", {"wall_time_limit_s": 0.5, "time_limit_s": 0.2},
         "wall_time"),
        ("print('so far', flush=True)\nx = b'x' * 10**9", {"memory_limit_bytes": 64 << 20}, "memory"),
        ("print('so far', flush=True)\nwhile True: print('x' * 1000)", {"output_limit_bytes": 50_000}, "output"),
    ],
)  # fmt: skip
def test_a_run_that_passes_a_limit_is_ended_and_what_it_wrote_is_told(
    http: Http, source: str, limits: dict[str, Any], killed_for: str
) -> None:
    found = run(http, source, limits=limits)
    assert (found["killed_for"], found["stdout"][:8]) == (killed_for, "so far\n" + found["stdout"][7:8])


def test_of_a_long_output_the_first_bytes_are_told_and_of_stderr_the_last(http: Http) -> None:
    source = "import sys; print('é' * 1000, end=''); print('x' * 1000 + 'end', end='', file=sys.stderr)"
    found = run(http, source, keep_bytes=11)
    assert (found["stdout"], found["stdout_truncated"], found["stdout_bytes"]) == ("é" * 5, True, 2000)
    assert (found["stderr"], found["stderr_truncated"]) == ("xxxxxxxxend", True)


def test_what_is_no_utf8_comes_back_as_it_was(http: Http) -> None:
    found = run(http, "import sys; sys.stdout.buffer.write(b'a\\xff')")
    assert (found["stdout"], base64.b64decode(found["stdout_base64"])) == ("a\\xff", b"a\xff")


def test_inputs_that_are_left_when_the_time_for_all_is_over_are_not_run(http: Http) -> None:
    found = runs(
        http,
        "import time; t = time.process_time()\nwhile time.process_time() < t + 0.3: pass\nprint(1)",
        inputs=[""] * 12,
        limits={"time_limit_s": 1, "total_time_s": 1},
    )
    assert found[0]["stdout"] == "1\n"
    assert found[-1]["killed_for"] == "total_time"


def test_programs_that_are_the_same_are_each_told_of_by_themselves(http: Http) -> None:
    source = "print(input()); import sys; sys.exit(int(input()))"
    found = lines(http, *({"source": source, "inputs": [f"{n}\n{n}"], "id": f"p{n}"} for n in range(20)))
    assert [(line["id"], line["runs"][0]["stdout"], line["runs"][0]["exit_code"]) for line in found] == [
        (f"p{n}", f"{n}\n", n) for n in range(20)
    ]


def test_a_program_that_is_asked_for_from_the_cache_is_run_once(http: Http) -> None:
    program = {"source": "import os; print(os.urandom(8).hex())"}
    first, again = (lines(http, program, cache=True)[0] for _ in range(2))
    other = lines(http, program)[0]
    assert (first["cached"], again["cached"], other["cached"]) == (False, True, False)
    assert first["runs"] == again["runs"] != other["runs"]


def test_results_are_a_stream_and_a_job_is_cancelled(http: Http) -> None:
    slow = {"source": "while True: pass", "limits": {"time_limit_s": 20}}
    job = execute(http, {"source": "print(1)"}, *[slow] * 4, wait=0)
    assert job.status_code == 202
    wait_for(lambda: http.get(f"/jobs/{job.json()['job_id']}").json()["done"] == 1, what="the first result")
    assert http.delete(f"/jobs/{job.json()['job_id']}").status_code == 204
    text = http.get(f"/jobs/{job.json()['job_id']}/results").text
    assert [json.loads(line)["runs"][0]["stdout"] for line in text.splitlines() if line] == ["1\n"]


def test_an_idempotency_key_stands_for_one_request(http: Http) -> None:
    headers = {"Idempotency-Key": f"execute-{time.time()}"}
    bodies = [{"programs": [{"source": source}], "wait": 30} for source in ("print(1)", "print(1)", "print(2)")]
    first, again, other = (http.post("/execute", json=body, headers=headers) for body in bodies)
    assert (first.json()["job_id"], again.headers["Idempotency-Replayed"]) == (again.json()["job_id"], "true")
    assert other.status_code == 422


def test_an_outcome_only_key_may_run_programs_of_its_own(service: Service) -> None:
    (line,) = lines(Http(service.http().base, OUTCOME_KEY), {"source": "print(6 * 7)"})
    assert line["runs"][0]["stdout"] == "42\n"
    assert "environment" not in line


@pytest.mark.parametrize(
    ("program", "field"),
    [
        ({"language": "cobol"}, "programs[0].language"),
        ({"limits": {"time_limit_s": 500}}, "programs[0].limits.time_limit_s"),
        ({"limits": {"compile_time_limit_s": 500}}, "programs[0].limits.compile_time_limit_s"),
        ({"inputs": []}, "programs[0].inputs"),
        ({"inputs": [""] * 2001}, "programs[0].inputs"),
        ({"files": {"a": "", "a/b": ""}}, "programs[0].files.a"),
        ({"fetch": [f"f{n}" for n in range(9)]}, "programs[0].fetch"),
        ({"keep_bytes": 1 << 30}, "programs[0].keep_bytes"),
    ],
)
def test_what_is_wrong_with_a_program_is_named(http: Http, program: dict[str, Any], field: str) -> None:
    answer = execute(http, {"source": "", **program})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_the_manuals_call_answers_as_the_manual_says(service: Service) -> None:
    page = (Path(__file__).parents[2] / "docs" / "execute.md").read_text("utf-8")
    (call,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    (told,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    call = call.replace("localhost:8000", service.http().base.removeprefix("http://"))
    done = subprocess.run(["bash", "-c", f"KEY={KEY}; {call}"], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["results"]
    for line, said in zip(found, json.loads(told), strict=True):
        assert line["index"] == said["index"]
        for run, expected in zip(line["runs"], said["runs"], strict=True):
            assert {name: run[name] for name in expected if name != "files"} == {
                name: value for name, value in expected.items() if name != "files"
            }
            assert {path: each["base64"] for path, each in run["files"].items()} == {
                path: each["base64"] for path, each in expected.get("files", {}).items()
            }
