"""What became of a source, in numbers: `report.json`. Pure; reads each record once and keeps counts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from equijudge.sets.records import Record
from equijudge.sets.shards import is_kept
from equijudge_core.contracts.sets import PYTHON3, EquivalenceSet, Status
from equijudge_core.contracts.verdict import JUDGED
from equijudge_core.judging.languages import LANGUAGES

# Of the whole `deepmind/code_contests`, as published: to compare with, never to tune towards.
PUBLISHED = {"problems": 1334, "solutions_per_problem": 18.6, "clusters_per_problem": 9.0}
LISTED = 1000  # problems of a kind that are listed by name
# Problems that a stage leaves: the stage, and the status of those that it takes.
STAGES = (
    ("extract", Status.FEW_SOLUTIONS),
    ("tests", Status.INCONSISTENT_TESTS),
    ("normalise", Status.FEW_PARSEABLE),
    ("deduplicate", Status.FEW_UNIQUE),
    ("verify", Status.FEW_ACCEPTED),
)


@dataclass
class Report:
    """Counts, added to by `add`; `summary` is `report.json`."""

    statuses: Counter[str] = field(default_factory=Counter)
    programs: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    by_language: dict[str, Counter[str]] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)
    wrong_verdicts: Counter[str] = field(default_factory=Counter)
    solutions: Counter[int] = field(default_factory=Counter)
    clusters: Counter[int] = field(default_factory=Counter)
    audit: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    several_answers: list[dict[str, Any]] = field(default_factory=list)
    refuted: list[dict[str, Any]] = field(default_factory=list)
    suggestions: list[dict[str, Any]] = field(default_factory=list)
    faults: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Report:
        """Count all records."""
        report = cls()
        for record in records:
            report.add(record)
        return report

    def add(self, record: Record) -> None:
        """Count one more row of the source."""
        who = {"position": record.position, "name": record.name}
        if record.found is None:
            self.statuses["refused"] += 1
            _list(self.refused, {**who, "reason": record.refused})
            return
        found = record.found
        self.statuses[found.status] += 1
        if found.status == Status.INTERNAL_ERROR:
            _list(self.faults, {**who, "reasons": sorted(set(found.faults))})
            return
        self._add_programs(found)
        self._add_audit(found, who)
        if is_kept(record):
            self.solutions[len(found.solutions)] += 1
            self.clusters[len(found.clusters)] += 1
            self.versions[", ".join(f"{name} {number}" for name, number in sorted(found.versions.items()))] += 1

    @property
    def asked(self) -> tuple[str, ...]:
        """The languages that were asked for, as the sets say it."""
        return tuple(self.by_language) or (PYTHON3,)

    @property
    def kept(self) -> int:
        """Problems with a set."""
        return self.statuses[Status.KEPT]

    def summary(self) -> dict[str, Any]:
        """`report.json`. Means are over the problems kept; rates over programs."""
        by_language = {"by_language": {name: dict(share) for name, share in self.by_language.items()}}
        by_language = by_language if self.by_language else {}
        return {
            "problems": sum(self.statuses.values()),
            "kept": self.kept,
            "problems_by_outcome": dict(sorted(self.statuses.items())),
            "funnel": {"problems": self._problem_funnel(), "programs": dict(self.programs)},
            "programs_dropped": dict(sorted(self.dropped.items())),
            "programs_by_language": dict(sorted(self.languages.items())),
            **by_language,
            "verdicts": {verdict.value: self.verdicts[verdict] for verdict in JUDGED},
            "verdicts_on_incorrect": {verdict.value: self.wrong_verdicts[verdict] for verdict in JUDGED},
            "solutions_per_problem": _distribution(self.solutions),
            "clusters_per_problem": _distribution(self.clusters),
            "audit": self._audit(),
            "internal_errors": self.faults,
            "refused": self.refused,
            "versions": dict(self.versions),
            "published_for_comparison": {"dataset": "deepmind/code_contests, all splits", **PUBLISHED},
        }

    def _add_programs(self, found: EquivalenceSet) -> None:
        funnel = found.funnel
        self.languages.update(funnel.languages)
        self.programs["labelled_right"] += sum(funnel.languages.values())
        for stage in ("taken", "parseable", "unique", "accepted"):
            self.programs[stage] += getattr(funnel, stage) or 0
        self.programs["in_sets"] += len(found.solutions)
        for language, share in found.by_language.items():
            counts = self.by_language.setdefault(language, Counter())
            counts.update({stage: getattr(share, stage) for stage in ("taken", "unique", "accepted")})
            kept = [each.coarse for each in found.solutions if each.language == language]
            counts.update(problems=bool(kept), in_sets=len(kept), clusters=len(set(kept)))
        for dropped in found.dropped:
            self.dropped[f"{dropped.reason}:{dropped.verdict}" if dropped.verdict else dropped.reason] += 1
        self.verdicts.update(found.verdicts)
        self.wrong_verdicts.update(found.wrong_verdicts)

    def _add_audit(self, found: EquivalenceSet, who: dict[str, Any]) -> None:
        if found.audit is None:
            return
        for name in ("right", "right_accepted", "wrong", "wrong_rejected"):
            self.audit[name] += getattr(found.audit, name)
        self.audit["problems"] += found.status != Status.INCONSISTENT_TESTS  # of which no program was run
        if found.audit.several_answers:
            self.audit["several_answers"] += 1
            _list(self.several_answers, {**who, "tests": [dispute.test for dispute in found.audit.disputes]})
        if found.audit.refuted:
            self.audit["refuted"] += 1
            _list(self.refuted, {**who, "tests": list(found.audit.refuted)})
        if found.audit.suggestion:
            self.audit["suggestions"] += 1
            _list(self.suggestions, {**who, **found.audit.suggestion.model_dump()})

    def _problem_funnel(self) -> list[dict[str, Any]]:
        left = sum(self.statuses.values()) - self.statuses["refused"] - self.statuses[Status.INTERNAL_ERROR]
        funnel = [{"stage": "read", "left": left, "dropped": 0, "reason": ""}]
        for stage, status in STAGES:
            left -= self.statuses[status]
            reason = status.value
            funnel.append({"stage": stage, "left": left, "dropped": self.statuses[status], "reason": reason})
        return funnel

    def _audit(self) -> dict[str, Any]:
        audit = self.audit
        return {
            **{name: audit[name] for name in ("problems", "right", "right_accepted", "wrong", "wrong_rejected")},
            "true_positive_rate": audit["right_accepted"] / audit["right"] if audit["right"] else None,
            "true_negative_rate": audit["wrong_rejected"] / audit["wrong"] if audit["wrong"] else None,
            "problems_with_several_answers": audit["several_answers"],
            "several_answers": self.several_answers,
            "problems_with_refuted_tests": audit["refuted"],
            "refuted": self.refuted,
            "problems_with_other_answers": audit["suggestions"],
            "suggestions": self.suggestions,
        }


def language_titles(languages: Sequence[str]) -> str:
    """The languages as people call them: `Python 3, C++17 and Java`."""
    found = [LANGUAGES[each].title.partition(" (")[0] if each in LANGUAGES else each for each in languages]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def _list(entries: list[dict[str, Any]], entry: dict[str, Any]) -> None:
    if len(entries) < LISTED:
        entries.append(entry)


def _distribution(counts: Counter[int]) -> dict[str, Any]:
    problems = sum(counts.values())
    total = sum(number * times for number, times in counts.items())
    return {
        "mean": total / problems if problems else None,
        "least": min(counts, default=None),
        "most": max(counts, default=None),
        "counts": {str(number): counts[number] for number in sorted(counts)},
    }
