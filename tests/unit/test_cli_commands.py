"""The commands: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
from typer.testing import CliRunner

from equijudge import extras
from equijudge.cli.main import OWN, build_app
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.judging.problem import parse_row
from tests.unit.cli_support import invoke, run
from tests.unit.client_support import ROW, Script, job, limits, refused, result, status

PROGRAM = "print(3)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "problem.jsonl").write_text(json.dumps(ROW) + "\n")
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(PROGRAM)
    return tmp_path


def judging(*results: ResultLine) -> Script:
    """A service that takes a job and gives these results."""
    lines = b"".join(each.model_dump_json().encode() + b"\n" for each in results)
    accepted = httpx.Response(202, json=status(JobState.RUNNING, len(results), 0))
    return Script(accepted, httpx.Response(200, content=lines), job(candidates=len(results), done=len(results)))


def test_a_directory_is_a_problem_and_its_programs(folder: Path) -> None:
    script = judging(result(0, candidate_id="a.py"), result(1, candidate_id="b.py"))
    done = invoke(script, "verify", str(folder))
    [sent] = script.body()["problems"]
    assert (done.exit_code, sent["problem"]["name"]) == (0, "sum")
    assert [candidate["id"] for candidate in sent["candidates"]] == [str(folder / "a.py"), str(folder / "b.py")]


def test_endings_tell_the_languages_unless_one_is_named(folder: Path) -> None:
    (folder / "c.cpp").write_text("int main() {}")
    for options, sent in (([], [None, None, "cpp17"]), (["--language", "pypy3"], ["pypy3"] * 3)):
        script = judging(*(result(number) for number in range(3)))
        invoke(script, "verify", str(folder), *options)
        candidates = script.body()["problems"][0]["candidates"]
        assert [candidate.get("language") for candidate in candidates] == sent


def test_languages_are_listed_as_soon_as_a_worker_has_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge.cli.languages.PAUSE_S", 0.01)
    known = {"name": "c", "title": "C17", "aliases": [], "extensions": [".c"], "time_factor": 1.0}
    nothing = httpx.Response(200, json={"languages": [], "missing": [{**known, "reason": "nobody has looked"}]})
    something = httpx.Response(200, json={"languages": [{**known, "version": "gcc 12"}], "missing": []})
    done = invoke(Script(nothing, nothing, something), "languages", "--json")
    assert (done.exit_code, json.loads(done.stdout)["version"]) == (0, "gcc 12")


def test_where_no_language_is_there_the_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge.cli.languages.PATIENCE_S", 0.0)
    missing = {"name": "c", "title": "C17", "aliases": [], "extensions": [], "time_factor": 1.0, "reason": "no gcc"}
    done = invoke(Script(httpx.Response(200, json={"languages": [], "missing": [missing]})), "languages")
    assert done.exit_code == 1
    assert "missing: no gcc" in done.stdout


def test_solutions_of_the_problem_are_not_sent(folder: Path) -> None:
    row = ROW | {"solutions": {"language": [3], "solution": ["secret"]}}
    (folder / "problem.jsonl").write_text(json.dumps(row) + "\n")
    script = judging(result(0), result(1))
    invoke(script, "verify", str(folder))
    assert b"secret" not in script.requests[0].content


def test_one_program_that_is_not_accepted_is_exit_status_1(folder: Path) -> None:
    done = invoke(judging(result(0), result(1, Verdict.WA)), "verify", str(folder))
    assert done.exit_code == 1
    assert "1 of 2 accepted" in done.stdout


def test_an_internal_error_is_our_fault(folder: Path) -> None:
    done = invoke(judging(result(0, Verdict.IE), result(1, Verdict.WA)), "verify", str(folder))
    assert done.exit_code == 3


def test_json_is_one_result_per_line_and_nothing_else(folder: Path) -> None:
    done = invoke(judging(result(1), result(0, Verdict.WA)), "verify", str(folder), "--json")
    assert [json.loads(line)["index"] for line in done.stdout.splitlines()] == [1, 0]
    assert done.stderr == ""


def test_without_a_terminal_there_is_no_bar(folder: Path) -> None:
    done = invoke(judging(result(0), result(1)), "verify", str(folder))
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_options_reach_the_service(folder: Path) -> None:
    script = judging(result(0), result(1))
    words = "--tests public,private --run-all --detail tests --checker float:1e-3 --time-limit 2 --memory-limit 64M"
    invoke(script, "verify", str(folder), *words.split())
    sent = script.body()
    assert (sent["tests"], sent["stop"], sent["detail"]) == (["public", "private"], "never", "tests")
    assert sent["checker"] == {"name": "float", "abs": 0.001, "rel": 0.001}
    assert sent["limits"] == {"time_limit_s": 2.0, "memory_limit_bytes": 64 << 20}


def test_what_the_service_refuses_is_exit_status_2(folder: Path) -> None:
    faults = [{"field": "limits.time_limit_s", "problem": "is too long", "limit": "60 s"}]
    done = invoke(Script(refused(422, errors=faults)), "verify", str(folder))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--time-limit: is too long (limit: 60 s)" in done.stderr


def test_a_fault_of_the_service_is_exit_status_3(folder: Path) -> None:
    done = invoke(Script(refused(500)), "verify", str(folder))
    assert (done.exit_code, done.stdout) == (3, "")


def test_markup_in_an_error_is_text(folder: Path) -> None:
    done = invoke(Script(refused(422, detail="[/red] problems[0]")), "verify", str(folder))
    assert "[/red] problems[0]" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["verify"], ["verify", "nowhere.jsonl"], ["verify", "nowhere.jsonl", "x.py"], ["nonsense"]]
)
def test_wrong_usage_is_exit_status_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr


def test_a_setting_that_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_SLOTS", "many")
    done = run("problems", "list")
    assert done.exit_code == 2
    assert "EQUIJUDGE_SLOTS" in done.stderr


def test_problems_are_imported_in_groups_that_pass_a_body_limit(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    big = ROW | {"description": "x" * (3 << 20)}
    rows = [big | {"name": name} for name in ("one", "two", "three")]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    script = Script(limits(), *(stored(row) for row in rows))
    done = invoke(script, "problems", "import", str(path), "--json")
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["one", "two", "three"]
    assert max(len(request.content) for request in script.requests) < 4 << 20


def test_a_bad_row_stops_an_import_before_anything_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + json.dumps({"name": "no tests"}) + "\n")
    script = Script()
    done = invoke(script, "problems", "import", str(path))
    assert (done.exit_code, script.requests) == (2, [])
    assert "no tests" in done.stderr


def test_a_problem_is_shown_with_its_public_tests() -> None:
    script = Script(httpx.Response(200, json=ROW | {"problem_id": "p1", "description": "Add [two] numbers."}))
    done = invoke(script, "problems", "show", "p1")
    assert "Add [two] numbers." in done.stdout
    assert "1 2" in done.stdout


def test_every_command_of_ours_is_there() -> None:
    assert {point.name for point in OWN} == {
        *(
            "build-sets",
            "checker",
            "score",
            "compare",
            "demo",
            "extract",
            "explain",
            "growth",
            "jobs",
            "languages",
            "problems",
            "run",
            "signature",
            "top",
            "up",
            "verify",
            "version",
        )
    }


def registered(value: str, *arguments: str) -> Any:
    """The result of a registered command, called `other`."""
    return CliRunner().invoke(build_app([EntryPoint("other", value, "equijudge.commands")]), list(arguments))


def test_a_registered_function_becomes_a_command() -> None:
    assert registered(f"{__name__}:hello", "other").stdout == "hello\n"


def test_a_registered_application_becomes_a_group() -> None:
    assert registered(f"{__name__}:group", "other", "hello").stdout == "hello\n"


def test_a_registered_command_does_not_take_the_name_of_ours() -> None:
    point = EntryPoint("version", f"{__name__}:hello", "equijudge.commands")
    assert CliRunner().invoke(build_app([point]), ["version"]).stdout.startswith("equijudge ")


def test_a_registered_command_that_cannot_be_loaded_harms_no_other_and_says_why_when_called() -> None:
    broken = "no.such.module:app"
    assert (registered(broken, "version").exit_code, registered(broken, "version").stderr) == (0, "")
    assert "other" in registered(broken, "--help").stdout
    called = registered(broken, "other", "--some", "thing")
    assert (called.exit_code, "no.such.module:app cannot be loaded" in called.stderr) == (2, True)


def test_an_extra_is_asked_for_when_a_command_is_called_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "requires", lambda name: ["no-such-package>=1; extra == 'some'"])
    value = f"{__name__}:hello [some]"
    assert registered(value, "--help").exit_code == 0
    assert registered(value, "other", "--help").exit_code == 0
    assert registered(value, "version").stderr == ""
    called = registered(value, "other")
    assert (called.exit_code, called.stdout) == (2, "")
    assert "pip install 'equijudge[some]' (missing: no-such-package)" in " ".join(called.stderr.split())


def test_a_package_that_cannot_be_imported_is_said_with_its_extra() -> None:
    called = registered(f"{__name__}:imports [some]", "other")
    assert called.exit_code == 2
    assert "pip install 'equijudge[some]' (missing: No module named 'no_such_module')" in " ".join(
        called.stderr.split()
    )


def test_a_name_that_is_nearly_a_commands_is_answered_with_it() -> None:
    assert "build-sets" in run("build-set").stderr


def test_version_is_an_option_and_a_command() -> None:
    assert run("--version").stdout == run("version").stdout
    assert run("--version").stdout.startswith("equijudge 0.")


def imports() -> None:
    import no_such_module  # type: ignore[import-not-found] # noqa: F401


def hello() -> None:
    typer.echo("hello")


group = typer.Typer()
group.command("hello")(hello)
group.callback()(lambda: None)


def stored(row: dict[str, Any]) -> httpx.Response:
    """The answer of `PUT /problems` for one row."""
    return httpx.Response(200, json={"problems": [parse_row(row).summary().model_dump(mode="json")]})


def jobs_listing(*jobs: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, json={"jobs": list(jobs)})


def test_jobs_are_listed_as_many_as_asked_for_and_those_that_run_alone() -> None:
    running = status(JobState.RUNNING, 4, 1) | {"job_id": "a" * 32, "kind": "sets"}
    script = Script(jobs_listing(running, status() | {"kind": "verify"}), jobs_listing())
    done = invoke(script, "jobs", "list", "-n", "7", "--running")
    assert script.requests[0].url.params["limit"] == "7"
    assert (done.exit_code, "a" * 32 in done.stdout, "1/4" in done.stdout, "2/2" in done.stdout) == (
        0,
        True,
        True,
        False,
    )


def test_a_job_is_watched_to_its_end_which_is_the_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge.cli.jobs.PAUSE_S", 0.0)
    for state, code in ((JobState.DONE, 0), (JobState.CANCELLED, 1)):
        done = invoke(
            Script(job(JobState.RUNNING, 4, 1), job(JobState.RUNNING, 4, 3), job(state, 4, 3)), "jobs", "watch", "j1"
        )
        assert (done.exit_code, done.stdout) == (code, f"j1: {state.value}: 3 of 4 done\n")


def test_every_job_that_is_named_is_cancelled() -> None:
    script = Script(httpx.Response(204), job(JobState.CANCELLED), httpx.Response(204), job())
    done = invoke(script, "jobs", "cancel", "j1", "j2")
    assert [each.method for each in script.requests] == ["DELETE", "GET", "DELETE", "GET"]
    assert (done.exit_code, "j1: cancelled" in done.stderr, "j2: done" in done.stderr) == (0, True, True)


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("problems[0].candidates[1].source", "b.py.source"),
        ("problems[0].problem.public_tests", "sum.public_tests"),
        ("limits.memory_limit_bytes", "--memory-limit"),
        ("checker.abs", "--checker.abs"),
    ],
)
def test_a_refusal_names_the_file_or_the_flag_that_is_to_be_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, field: str, shown: str
) -> None:
    monkeypatch.chdir(folder)
    done = invoke(
        Script(refused(422, errors=[{"field": field, "problem": "no"}])), "verify", "problem.jsonl", "a.py", "b.py"
    )
    assert f"  {shown}: no\n" in done.stderr


def test_a_word_that_is_wrong_is_the_only_fault(folder: Path) -> None:
    done = run("verify", str(folder), "--tests", "pubic")
    assert (done.exit_code, done.stderr.count("--tests"), "--tests[0]: " in done.stderr) == (2, 1, True)


@pytest.mark.parametrize(("code", "said"), [(401, "--key or EQUIJUDGE_API_KEY"), (403, "--key or EQUIJUDGE_API_KEY")])
def test_a_key_that_is_wrong_is_to_be_given_by_its_flag(code: int, said: str) -> None:
    done = invoke(Script(refused(code)), "problems", "list")
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_no_service_at_an_address_asks_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_RETRY_TOTAL_S", "0")
    done = run("problems", "list", "--url", "http://127.0.0.1:9", "--key", "k")
    assert (done.exit_code, "--url, EQUIJUDGE_URL" in done.stderr) == (3, True)


def test_how_long_a_service_is_waited_for_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_RETRY_TOTAL_S", "0.9")
    said = run("problems", "list", "--url", "http://127.0.0.1:9", "--key", "k").stderr
    assert said.count("is tried for 0.9 s (EQUIJUDGE_RETRY_TOTAL_S)") == 1
    assert said.count("http://127.0.0.1:9: ") >= 2
