"""What calls give back, as a notebook shows it: tables in which nothing of a program's is more than text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from equijudge import Listing, Scores
from equijudge.notebook import MOST_ROWS
from equijudge_core.contracts.jobs import JobKind, JobState, ListedJob
from equijudge_core.contracts.scores import Estimate, Figure, ScoreSettings
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import EquivalenceSet, Funnel, Status
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import FirstDifference, ResultLine, TestResult
from tests.unit.client_support import result, summary

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\x1b[2J\u202eevil"


class Elements(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile_results() -> Listing[ResultLine]:
    difference = FirstDifference(line=1, expected=HOSTILE[:20], got=HOSTILE)
    cost = {"cpu_time_s": 0.1, "wall_time_s": 0.1, "memory_peak_bytes": 1}
    test = TestResult(test=HOSTILE, verdict=Verdict.WA, difference=difference, **cost)
    failed = TestResult(test="public/0", verdict=Verdict.RE, exception=HOSTILE, **cost)
    return Listing(
        [
            result(0, Verdict.WA, candidate_id=HOSTILE, first_failure=test),
            result(1, Verdict.RE, first_failure=failed),
            result(2, Verdict.CE, compile_message=HOSTILE),
        ]
    )


def hostile_set() -> EquivalenceSet:
    funnel = Funnel(languages={}, taken=7, unique=6, accepted=5, clusters=2)
    return EquivalenceSet(index=0, problem_id="p", name=HOSTILE, status=Status.KEPT, funnel=funnel, versions={})


LISTINGS: list[Listing[object]] = [
    Listing[object](hostile_results()),
    Listing[object]([hostile_set()]),
    Listing[object]([ProblemSummary.model_validate(summary("p", HOSTILE))]),
    Listing[object]([HOSTILE]),
]


@pytest.mark.parametrize("listing", LISTINGS, ids=["results", "sets", "problems", "texts"])
def test_what_a_program_or_a_name_says_is_text_and_can_be_read(listing: Listing[object]) -> None:
    page = Elements(listing._repr_html_())
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "br", "div", "ol", "li", "code"}
    assert page.attributes <= {"style"}
    assert "<script>alert(1)" in page.text
    assert not {"\x1b", "\u202e"} & set(page.text)


def test_results_show_verdicts_and_the_first_failure() -> None:
    page = Elements(Listing([result(0), *hostile_results()])._repr_html_())
    assert page.text.startswith("candidateverdicttestscpumemoryfirst failure#0AC1/1")
    assert "expected '<script>alert(1)</sc'" in page.text


def test_a_job_and_a_set_are_a_line_each() -> None:
    job = ListedJob(
        job_id="j", kind=JobKind.SETS, state=JobState.DONE, candidates=3, done=3, verdicts={Verdict.AC: 2}, created_at=0
    )
    assert "jsetsdone3/32 AC" in Elements(Listing([job])._repr_html_()).text
    assert "kept7652" in Elements(Listing([hostile_set()])._repr_html_()).text


def test_a_long_listing_says_how_much_is_not_shown() -> None:
    page = Elements(Listing(result(number) for number in range(MOST_ROWS + 7))._repr_html_())
    assert (f"#{MOST_ROWS - 1}" in page.text, f"#{MOST_ROWS}A" in page.text) == (True, False)
    assert page.text.endswith("… and 7 more")


def test_a_slice_is_a_listing_and_an_item_is_an_item() -> None:
    found = Listing([result(0), result(1)])
    assert isinstance(found[:1], Listing)
    assert found[1].index == 1


def test_an_empty_listing_is_shown_as_such() -> None:
    assert "nothing" in Listing[object]()._repr_html_()


def test_scores_show_the_main_figures_with_their_intervals() -> None:
    bound = Estimate(value=0.5, low=0.25, high=0.75)
    figure = Figure(**dict(bound), problems=3, if_ie_wrong=bound, if_ie_right=bound)
    nothing = Estimate(value=None, low=None, high=None)
    unparseable = Figure(**dict(nothing), problems=0, if_ie_wrong=nothing, if_ie_right=nothing)
    figures = {"pass@1": figure, "unparseable": unparseable, "recall@4": unparseable}
    scores = Scores(signature_version="7", settings=ScoreSettings(), figures=figures, problems=())
    page = Elements(scores._repr_html_())
    assert "pass@10.500[0.250, 0.750]3" in page.text
    assert "not defined here (no reference, or too few samples): recall@4" in page.text
