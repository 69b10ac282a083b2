"""Judge submissions that come singly in one job, as executions are: see equijudge_api.gathering. Not for outcome-only
keys, whose results are told by other rules."""

from __future__ import annotations

from functools import partial

from equijudge_api.dropins.code_judge.contract import CodeSubmission
from equijudge_api.dropins.code_judge.judging import judge_singles
from equijudge_api.gathering import Gatherer
from equijudge_api.http.audit import AuditFacts, sha256
from equijudge_api.queue.admission import Origin
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.verify import ResultLine


class JudgeGatherer:
    """One for the application."""

    def __init__(self, queue: JobQueue, settings: Settings) -> None:
        most = min(
            settings.max_candidates, settings.max_backlog, settings.candidates_per_minute or settings.max_backlog
        )
        plan = partial(judge_singles, settings)
        self._gatherer: Gatherer[CodeSubmission] = Gatherer(queue, plan, weigh_submission, most)

    async def judge(self, origin: Origin, submission: CodeSubmission, until: float, facts: AuditFacts) -> ResultLine:
        """Judge a submission that can be judged, by `until` (monotonic s). The result's places mean nothing. Raise as
        Gatherer.run does; what it is and its job are added to `facts`."""
        facts |= {"candidates": 1, "sources_sha256": [sha256(submission.solution)]}
        answer = await self._gatherer.run(origin.owner, submission, until, origin.request_id)
        facts["job_id"] = answer.job_id
        return ResultLine.model_validate_json(answer.line)

    async def close(self) -> None:
        """See Gatherer.close."""
        await self._gatherer.close()


def weigh_submission(submission: CodeSubmission) -> int:
    """Roughly, how many bytes it is."""
    return len(submission.solution) + len(submission.input or "") + len(submission.expected_output or "")
