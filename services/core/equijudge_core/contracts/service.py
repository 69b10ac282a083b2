"""What a service says of itself and of what it stores: limits, languages, and a line for each stored problem."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.calls import INTERPRETED
from equijudge_core.contracts.verify import TestSet


class ProblemSummary(Contract):
    """What `PUT /problems` answers per row, and what a listing shows. brings: the languages of the programs that the
    problem brings along, by the column in which they stand, such as `checker`. calls: the function of a candidate's
    that is called, or those that its tests' code calls, '' where its program is run. called_in: the languages in which
    that can be done."""

    problem_id: str
    name: str
    tests: dict[TestSet, int]
    time_limit_s: float | None
    memory_limit_bytes: int
    brings: dict[str, str] = Field(default={})
    calls: str = ""
    called_in: tuple[str, ...] = ()

    def can_be_in(self, language: str) -> bool:
        """Whether a candidate for it may be in this language. What an older version has stored says no languages."""
        return not self.calls or language in (self.called_in or INTERPRETED)


class ServiceLimits(BaseModel):
    """Answer of `GET /limits`: how much one request may hold; what a later version adds is passed over.

    candidates of one request (Python 3 programs of a request for sets, generations of one to score); generations and
    tests of one problem; source_bytes of a program, generation_bytes of a model's text; with detail `tests` and
    `outputs` at most so many results of single tests in one request. total_time_s of a candidate who asks for nothing
    else, and the most that this key may ask for (null: the service is older, and has no such bound). Of one key:
    bodies on their way at once, and their bytes; key_bytes of its work, results and problems (0: it is not said), and
    key_bytes_held of them now, by kind.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    body_bytes: int
    problems: int
    candidates: int
    generations: int
    tests: int
    source_bytes: int
    generation_bytes: int
    detailed_tests: int
    detailed_outputs: int
    total_time_s: float | None = None
    max_total_time_s: float | None = None
    bodies: int = 0
    bodies_bytes: int = 0
    key_bytes: int = 0
    key_bytes_held: dict[str, int] = {}


class KnownLanguage(BaseModel):
    """A language as a caller may name it: by its name, or by an alias, in any case.

    extensions: of files. dataset: its number in CodeContests, if it has one. time_factor: what a problem's time limit
    is multiplied by; a choice of equijudge's, or of this service's operator.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    title: str
    aliases: tuple[str, ...]
    extensions: tuple[str, ...]
    dataset: int | None = None
    time_factor: float


class LanguageInfo(KnownLanguage):
    """A language that every worker has. version: as its own command says, and a mark of how it is run; where workers
    differ, each of them, with `; ` between."""

    version: str


class MissingLanguage(KnownLanguage):
    """A language that is known, and that some worker does not have. reason: why not."""

    reason: str


class ServiceLanguages(BaseModel):
    """Answer of `GET /languages`: in which languages candidates may be, and which others are known. What a later
    version adds is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    languages: tuple[LanguageInfo, ...]
    missing: tuple[MissingLanguage, ...]
