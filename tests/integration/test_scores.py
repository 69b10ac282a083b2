"""POST /score-generations through a real service: verdicts, scores, and that they are the same every time."""

from __future__ import annotations

import json
import os
import signal
from typing import Any

import pytest

from equijudge import AsyncClient, Client, ProblemGenerations, ReferenceClusters
from equijudge_core.contracts.scores import Scores
from equijudge_core.signature import VERSION, signature
from tests.service import KEY, OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, wait_for
from tests.unit.test_analysis import REFUSED

FENCED = "```python\na, b = map(int, input().split())\nprint(a + b)\n```"
WRONG = "print(4)"
CRASHES = "```python\nraise SystemExit(3)\n```"


def body(texts: list[Any], **more: Any) -> dict[str, Any]:
    return {"problems": [{"problem": SUM_ROW, "generations": texts}], "k": [1, 2], "resamples": 200, "wait": 60, **more}


def lines(http: Http, job_id: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in http.get(f"/jobs/{job_id}/results").text.splitlines() if line]
    return sorted(found, key=lambda line: line["index"])


def test_samples_are_judged_and_scored(http: Http) -> None:
    answer = http.post("/score-generations", json=body([RIGHT, FENCED, WRONG, CRASHES]))
    assert answer.status_code == 200
    scores = Scores.model_validate(answer.json()["scores"])
    assert answer.json()["verdicts"] == {"AC": 2, "WA": 1, "RE": 1}
    assert scores.figures["pass@1"].value == 0.5
    assert scores.figures["pass@2"].value == pytest.approx(1 - 1 / 6)  # C(2, 2) of C(4, 2) pairs are all wrong
    assert scores.problems[0].correct == 2
    assert http.get(f"/jobs/{answer.json()['job_id']}/scores").json() == answer.json()


def test_one_answer_is_chosen_by_public_tests_and_by_a_vote(http: Http) -> None:
    """Of five: two right ones that write the same, two wrong ones that pass the public test, and one that does not."""
    row = {
        "name": "squares",
        "public_tests": {"input": ["1\n"], "output": ["1\n"]},
        "private_tests": {"input": ["2\n", "3\n"], "output": ["4\n", "9\n"]},
    }
    texts = ["print(int(input()) ** 2)", "n = int(input())\nprint(n * n)", "print(input())", "print( 1*int(input()) )"]
    problems = [{"problem": row, "generations": [*texts, "print(0)"]}]
    asked = {"problems": problems, "k": [1, 5], "resamples": 100, "wait": 60, "majority": True}
    figures = http.post("/score-generations", json=asked).json()["scores"]["figures"]
    assert [figures[f"best_of@{k}"]["value"] for k in (1, 5)] == [0.4, 0.5]
    assert [figures[f"majority@{k}"]["value"] for k in (1, 5)] == [0.4, 0.5]
    assert figures["pass@5"]["value"] == 1
    assert (
        "majority@1"
        not in http.post("/score-generations", json={**asked, "majority": False}).json()["scores"]["figures"]
    )


def test_every_sample_says_what_was_found_in_its_text(http: Http) -> None:
    answer = http.post("/score-generations", json=body([FENCED, "no code here"]))
    first, second = lines(http, answer.json()["job_id"])
    found = signature("a, b = map(int, input().split())\nprint(a + b)\n")
    assert (first["sample"]["how"], first["sample"]["coarse"]) == ("fence", found.coarse)
    assert (second["verdict"], second["reason"]) == ("CE", second["sample"]["refused"])


def test_a_text_without_a_program_is_a_verdict_and_counts_as_wrong(http: Http) -> None:
    texts = [text for name, text in REFUSED.items() if name != "a megabyte of prose"]
    answer = http.post("/score-generations", json=body([*texts, RIGHT]))
    assert answer.json()["verdicts"] == {"CE": len(texts), "AC": 1}
    assert answer.json()["scores"]["figures"]["pass@1"]["value"] == pytest.approx(1 / (len(texts) + 1))


def test_what_is_said_to_be_a_program_is_judged_as_it_stands(http: Http) -> None:
    function = "def main():\n    print(sum(map(int, input().split())))\nexec('main()')"
    texts = [{"text": f"It is:\n{RIGHT}", "form": "program"}, {"text": function, "form": "program"}]
    answer = http.post("/score-generations", json=body(texts))
    assert answer.json()["verdicts"] == {"CE": 1, "AC": 1}
    refused, right = (line["sample"] for line in lines(http, answer.json()["job_id"]))
    assert ("error" in refused, right["how"]) == (True, "program")
    assert right["coarse"] == signature(function).coarse


def test_a_megabyte_of_prose_is_a_verdict(http: Http) -> None:
    answer = http.post("/score-generations", json=body([REFUSED["a megabyte of prose"][:1_000_000]]))
    assert (answer.status_code, answer.json()["verdicts"]) == (200, {"CE": 1})


def test_brackets_without_end_are_a_verdict(http: Http) -> None:
    texts = ["(" * 100_000, f"```python\n{'(' * 60_000}\n```", f"x = {'[' * 150}{']' * 150}\n{RIGHT}"]
    answer = http.post("/score-generations", json=body(texts))
    assert answer.json()["verdicts"] == {"CE": 2, "AC": 1}
    found = [line["sample"] for line in lines(http, answer.json()["job_id"])]
    assert "coarse" not in found[1]
    assert "error" in found[1]


def test_a_program_that_is_too_much_to_analyse_is_judged_and_says_so(http: Http) -> None:
    doubling = "".join(f"def f{n}(x):\n    return f{n + 1}(x) + f{n + 1}(x)\n" for n in range(60))
    rest = "n = input()\nif len(n) > 99:\n    print(f0(1))\nprint(sum(map(int, n.split())))"
    answer = http.post("/score-generations", json=body([f"{doubling}def f60(x):\n    return x\n{rest}"]))
    [line] = lines(http, answer.json()["job_id"])
    assert (line["verdict"], "coarse" in line["sample"]) == ("AC", False)
    assert "the limit is" in line["sample"]["error"]
    assert answer.json()["scores"]["figures"]["pass@1"]["value"] == 1.0


def test_a_second_run_gives_the_same_scores_to_the_last_bit(http: Http) -> None:
    texts = [RIGHT, FENCED, WRONG, CRASHES, "x = 1\n" + RIGHT] * 4
    one, other = (http.post("/score-generations", json=body(texts, seed=7, subset_size=4)) for _ in range(2))
    assert one.json()["job_id"] != other.json()["job_id"]
    assert one.content[one.content.index(b'"scores"') :] == other.content[other.content.index(b'"scores"') :]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"generations": [{"text": "a", "id": "x"}, {"text": "b", "id": "x"}]}, "problems[0].generations[].id"),
        ({"problem": None, "problem_id": "p" + "0" * 32}, "problems[0].problem_id"),
        ({"generations": []}, "problems[0].generations"),
        ({"generations": [RIGHT, "x" * ((1 << 20) + 1)]}, "problems[0].generations[1].text"),
        ({"reference": {"signature_version": "v0"}}, "problems[0].reference.signature_version"),
    ],
)
def test_what_is_wrong_is_a_422_that_names_it(http: Http, change: dict[str, Any], field: str) -> None:
    asked = body([RIGHT])
    asked["problems"][0] |= change
    answer = http.post("/score-generations", json=asked)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_a_job_of_verdicts_has_no_scores(http: Http) -> None:
    verdicts = {"problems": [{"problem": SUM_ROW, "candidates": [{"source": RIGHT}]}], "wait": 30}
    answer = http.get(f"/jobs/{http.post('/verify', json=verdicts).json()['job_id']}/scores")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (404, "job_id")


def test_an_outcome_only_key_gets_scores_and_samples_without_the_first_difference(service: Service) -> None:
    http = Http(service.http().base, OUTCOME_KEY)
    answer = http.post("/score-generations", json=body([WRONG, FENCED]))
    assert answer.json()["scores"]["figures"]["pass@1"]["value"] == 0.5
    wrong, right = lines(http, answer.json()["job_id"])
    assert "first_failure" not in wrong
    assert right["sample"]["how"] == "fence"


def test_without_waiting_the_scores_are_fetched_later(http: Http) -> None:
    answer = http.post("/score-generations", json=body([RIGHT], wait=0))
    assert answer.status_code == 202
    later = http.get(answer.headers["location"], params={"wait": 60})
    assert (later.status_code, later.json()["scores"]["figures"]["pass@1"]["value"]) == (200, 1.0)


def test_a_cancelled_job_has_no_scores_and_no_chunk_left(service: Service) -> None:
    http, slow = service.http(), "import time\ntime.sleep(2)\n" + RIGHT
    job_id = http.post("/score-generations", json=body([f"n = {n}\n{slow}" for n in range(20)], wait=0)).json()[
        "job_id"
    ]
    assert http.delete(f"/jobs/{job_id}").status_code == 204
    answer = http.get(f"/jobs/{job_id}/scores").json()
    assert (answer["state"], "scores" in answer) == ("cancelled", False)
    assert not service.redis().keys(f"ej:job:{job_id}:chunks")


def test_recall_is_of_the_reference_that_was_sent(service: Service) -> None:
    cluster = signature(RIGHT).coarse
    reference = ReferenceClusters(signature_version=VERSION, coarse={cluster: 3, "v1:another": 1})
    asked = ProblemGenerations(problem=SUM_ROW, generations=(RIGHT, RIGHT), reference=reference)
    with Client(service.http().base, KEY) as client:
        scores = client.score([asked], k=[1], resamples=200)
    assert scores.figures["recall@1"].value == 0.5


async def test_the_asynchronous_client_gets_the_same_scores(service: Service) -> None:
    with Client(service.http().base, KEY) as client:
        one = client.score([(SUM_ROW, [RIGHT, WRONG])], k=[1], resamples=200)
    async with AsyncClient(service.http().base, KEY) as client_2:
        other = await client_2.score([(SUM_ROW, [RIGHT, WRONG])], k=[1], resamples=200)
    assert one == other


def test_a_worker_killed_over_a_job_of_generations_costs_nothing(service: Service) -> None:
    http = service.http()
    texts = [f"n = {n}\n{RIGHT}" for n in range(60)]
    job_id = http.post("/score-generations", json=body(texts, wait=0)).json()["job_id"]
    os.kill(service.worker_pids()[0], signal.SIGKILL)
    found = wait_for(lambda: http.get(f"/jobs/{job_id}/scores").json().get("scores"), 60, "the scores")
    assert (found["problems"][0]["samples"], found["figures"]["pass@1"]["value"]) == (60, 1.0)
    wait_for(lambda: len(service.worker_pids()) == service.slots, 30, "the worker's return")
