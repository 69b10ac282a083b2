"""In which languages the workers judge, from what each of them says of its cells. Pure.

A language is there when every worker has it. Chunks go to whichever worker comes first, so that one which only some
have would be judged or not as chance will; the reason of one that lacks it is shown. A worker that has not looked yet
says nothing, and is passed over; one of a version before 0.3 has Python 3. While no worker has said anything, every
language that is known is taken: the work waits for a worker, as ever, and is IE with the reason where one lacks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import LanguageInfo, MissingLanguage, ProblemSummary, ServiceLanguages
from equijudge_core.judging.languages import LANGUAGES, Language, find_language
from equijudge_core.judging.limits import TIME_FACTORS
from equijudge_core.judging.own_programs import used_programs

PYTHON3 = "python3"
LONGEST_SHOWN = 40  # characters of a name that nobody knows
NOBODY_SAYS = "no worker has said yet what its cells have"
NOT_EVERYWHERE = "not every worker knows it"
NOT_THE_SAME = "workers take it for different languages"


@dataclass(frozen=True)
class FleetLanguages:
    """What all workers together have.

    table: all that is known, the operator's included, by name. versions: of what is there, by name; more than one where
    workers differ; None: nobody has said. missing: why others are not there, by name.
    """

    table: Mapping[str, Language] = field(default_factory=lambda: dict(LANGUAGES))  # dicts: it is sent to processes
    versions: Mapping[str, tuple[str, ...]] | None = None
    missing: Mapping[str, str] = field(default_factory=dict)
    time_factors: Mapping[str, float] = field(default_factory=lambda: dict(TIME_FACTORS))

    def canonical(self, name: str) -> str:
        """The name of the language that is meant; what nobody knows stays as it is."""
        found = find_language(name, self.table.values())
        return found.name if found else name

    def error(self, name: str, where: str) -> FieldError | None:
        """Why a candidate whose language has this canonical name cannot be judged; None: it can."""
        there = self.table if self.versions is None else self.versions
        if name in there:
            return None
        if name in self.table:
            problem = f"{name} is not on this machine: {self.missing.get(name, NOT_EVERYWHERE)}"
        else:
            shown = name if len(name) <= LONGEST_SHOWN else name[:LONGEST_SHOWN] + "…"
            problem = f"unknown language {shown!r}"
        return FieldError(field=where, problem=problem, limit=f"one of {', '.join(there)}")

    def program_errors(
        self, problem: ProblemSummary, checker: CheckerSpec | None, row: str, problem_id: str = ""
    ) -> list[FieldError]:
        """Why the programs that a problem brings cannot be run; those that `checker` stands in for need not be.

        row: where the problem's row is; problem_id: where its id is, of one that is stored.
        """
        errors = []
        for column, language in used_programs(problem.brings, checker).items():
            where = f"{row}.{column}.language"
            if (fault := self.error(self.canonical(language), problem_id or where)) is None:
                continue
            said = f"its {column}: {fault.problem}" if problem_id else fault.problem
            errors.append(fault.model_copy(update={"problem": said}))
        return errors

    def single_versions(self) -> dict[str, str]:
        """The version of every language of which all workers have the same one."""
        return {name: found[0] for name, found in (self.versions or {}).items() if len(found) == 1}

    def answer(self) -> ServiceLanguages:
        """What `GET /languages` says."""
        versions = self.versions or {}
        described = {name: describe(language, self.time_factors) for name, language in self.table.items()}
        why = NOBODY_SAYS if self.versions is None else NOT_EVERYWHERE
        return ServiceLanguages(
            languages=tuple(
                LanguageInfo(**facts, version="; ".join(versions[name]))
                for name, facts in described.items()
                if name in versions
            ),
            missing=tuple(
                MissingLanguage(**facts, reason=self.missing.get(name, why))
                for name, facts in described.items()
                if name not in versions
            ),
        )


def describe(language: Language, time_factors: Mapping[str, float]) -> dict[str, Any]:
    """What a caller is told of a language, whether it is there or not."""
    return {
        "name": language.name,
        "title": language.title,
        "aliases": language.aliases,
        "extensions": language.extensions,
        "dataset": language.dataset,
        "time_factor": time_factors.get(language.name, language.time_factor),
    }


def fleet_languages(workers: Iterable[Mapping[str, Any]]) -> FleetLanguages:
    """Make one table of what the workers say of themselves; see equijudge_verifier.worker.languages for the facts."""
    said = [found for facts in workers if (found := said_languages(facts)) is not None]
    if not said:
        return FleetLanguages()
    table, missing = merge_tables(said), merge_reasons(said)
    everywhere = [name for name in table if all(name in each.there for each in said) and name not in missing]
    return FleetLanguages(
        table=table,
        versions={name: tuple(dict.fromkeys(each.there[name] for each in said)) for name in everywhere},
        missing=missing,
        time_factors=said[0].time_factors,
    )


@dataclass(frozen=True)
class SaidLanguages:
    """What one worker says: its table's own additions, what is there by name, and why others are not."""

    added: Mapping[str, Language]
    there: Mapping[str, str]
    missing: Mapping[str, str]
    time_factors: Mapping[str, float]


def said_languages(facts: Mapping[str, Any]) -> SaidLanguages | None:
    """Read one worker's facts; None: it has not looked yet."""
    judging = facts.get("judging")
    if not judging:
        return None
    python3 = judging["environment"]["language_version"]
    factors = judging["rules"]["time_factors"]
    if "languages" not in facts:
        return SaidLanguages({}, {PYTHON3: python3}, {}, factors)
    found = facts["languages"]
    if found is None:
        return None
    added = {each["name"]: read_language(each) for each in found["added"]}
    return SaidLanguages(added, {PYTHON3: python3, **found["there"]}, found["missing"], factors)


def read_language(said: Mapping[str, Any]) -> Language:
    """An operator's language as a worker describes it: what a caller is told of it."""
    names, endings = tuple(said["aliases"]), tuple(said["extensions"])
    return Language(said["name"], said["title"], names, endings, time_factor=said["time_factor"])


def merge_tables(said: Iterable[SaidLanguages]) -> dict[str, Language]:
    """All that some worker knows, by name; of those that are not the same everywhere the first is shown."""
    table = dict(LANGUAGES)
    for each in said:
        for name, language in each.added.items():
            table.setdefault(name, language)
    return table


def merge_reasons(said: Iterable[SaidLanguages]) -> dict[str, str]:
    """Why languages are not there, by name: the first worker's reason, or that workers mean different things by it."""
    missing: dict[str, str] = {}
    added: dict[str, Language] = {}
    for each in said:
        missing = {**each.missing, **missing}
        for name, language in each.added.items():
            if added.setdefault(name, language) != language:
                missing[name] = NOT_THE_SAME
    return missing
