"""What callers write, with the types that they get: checked by mypy --strict against the installed package, not run."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from typing import Any, assert_type

from equijudge import (
    AsyncClient,
    Candidate,
    Client,
    EquivalenceSet,
    ExecutionLine,
    InputRun,
    JobStatus,
    ListedJob,
    Listing,
    ProblemGenerations,
    ProblemSummary,
    ProgressReport,
    ResultLine,
    Scores,
    ServiceLanguages,
    ServiceLimits,
    Verdict,
)
from equijudge.rewards import VerdictReward, compute_score, compute_scores, reward

ROW: Mapping[str, Any] = {"name": "sum", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}


def tell(report: ProgressReport) -> None:
    assert_type(report.done, int)
    assert_type(report.left_s, float | None)


def verify(client: Client) -> list[str]:
    found = client.verify(
        ROW, ["print(3)", Candidate(source="int main(){}", language="cpp")], timeout=60, progress=tell
    )
    assert_type(found, Listing[ResultLine])
    assert_type(found[0], ResultLine)
    assert_type(found[:1], Listing[ResultLine])
    assert_type(found[0].verdict, Verdict)
    assert_type(found[0].tests_run, int | None)
    if found[0].first_failure is not None:
        assert_type(found[0].first_failure.reason, str)
    assert_type(client.verify_each("sum", ["print(3)"], detail="tests"), Generator[ResultLine, None, None])
    batch = client.verify_batch({"sum": ["print(3)"]}.items(), stop="never", limits={"time_limit_s": 2}, progress=True)
    assert_type(batch, Listing[ResultLine])
    return [result.candidate_id or "" for result in found if result.verdict is Verdict.AC]


def wrong_options(client: Client) -> None:
    client.verify(ROW, ["print(3)"], stop="sometimes")  # type: ignore[arg-type]
    client.verify(ROW, ["print(3)"], details="tests")  # type: ignore[call-arg]
    client.verify(ROW, [3])  # type: ignore[list-item]
    client.execute(["print(3)"], inputs=[3])  # type: ignore[list-item]


def others(client: Client) -> None:
    assert_type(client.equivalence_sets([ROW]), Listing[EquivalenceSet])
    scores = client.score([("sum", ["print(3)", None]), ProblemGenerations(problem_id="p", generations=())], k=[1, 4])
    assert_type(scores, Scores)
    assert_type(scores.figures["pass@1"].value, float | None)
    assert_type(client.put_problems([ROW]), Listing[ProblemSummary])
    assert_type(client.problems("sum"), Listing[ProblemSummary])
    assert_type(client.jobs(), Listing[ListedJob])
    assert_type(client.job("j"), JobStatus)
    assert_type(client.limits(), ServiceLimits)
    assert_type(client.languages(), ServiceLanguages)
    submitted = client.submit([(ROW, ["print(3)"])])
    assert_type(submitted.job_id, str)
    assert_type(client.results(submitted.job_id), Generator[ResultLine, None, None])


def execute(client: Client) -> bytes:
    found = client.execute(["print(input())", {"source": "puts(0)", "language": "c"}], [b"\xff", "text"], keep_bytes=10)
    assert_type(found, Listing[ExecutionLine])
    assert_type(found[0].runs[0], InputRun)
    assert_type(found[0].runs[0].exit_code, int | None)
    assert_type(client.execute_each(["print(3)"]), Generator[ExecutionLine, None, None])
    return found[0].runs[0].stdout_data()


def rewards() -> None:
    assert_type(VerdictReward(novelty=0.2)(["p"], ["print(3)"], problem_id=["sum"]), list[float | None])
    assert_type(compute_score("contests", "print(3)", "sum"), float)
    assert_type(compute_scores(["contests"], ["print(3)"], ["sum"]), list[float])


async def asynchronous() -> None:
    assert_type(await reward("sum", "print(3)"), float | None)
    async with AsyncClient() as client:
        assert_type(client, AsyncClient)
        assert_type(await client.verify(ROW, ["print(3)"]), Listing[ResultLine])
        assert_type(client.verify_each(ROW, ["print(3)"]), AsyncGenerator[ResultLine, None])
        assert_type(await client.score([(ROW, ["print(3)"])]), Scores)
        assert_type(await client.equivalence_sets([ROW]), Listing[EquivalenceSet])
        assert_type(await client.execute(["print(3)"]), Listing[ExecutionLine])
        assert_type(await client.jobs(), Listing[ListedJob])
        async for result in client.verify_each(ROW, ["print(3)"]):
            assert_type(result, ResultLine)
