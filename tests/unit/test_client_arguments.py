"""How a stored problem is named to the client, and how what is wrong with an argument is told."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

import equijudge
from equijudge import Client
from equijudge.errors import BadArgument
from tests.unit.client_support import ROW, URL, Script, client, refused, result, summary, verified


def named(*ids: str) -> Any:
    """A service whose stored problems of any name have these ids, and which accepts what is sent."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if request.url.path == "/problems":
            return httpx.Response(200, json={"problems": [summary(each, "sum") for each in ids]})
        return verified(result(0))

    return answer, asked


def test_a_stored_problem_is_named_and_looked_up_once() -> None:
    identifier = f"p{7:032}"
    answer, asked = named(identifier)
    with Client(URL, "k", transport=httpx.MockTransport(answer)) as service:
        service.verify_batch([("sum", ["a"]), ("sum", ["b"]), (identifier, ["c"])])
    assert [each.url.path for each in asked] == ["/problems", "/verify"]
    assert asked[0].url.params["name"] == "sum"
    assert [each["problem_id"] for each in json.loads(asked[1].content)["problems"]] == [identifier] * 3


@pytest.mark.parametrize(
    ("ids", "said"),
    [([], "problem 'sum': no stored problem has this id or name"), (["p1", "p2"], "2 stored ones have this name")],
)
def test_a_name_of_none_or_of_several_is_an_error_that_says_which(ids: list[str], said: str) -> None:
    answer, asked = named(*ids)
    with Client(URL, "k", transport=httpx.MockTransport(answer)) as service, pytest.raises(BadArgument) as caught:
        service.verify("sum", ["a"])
    assert said in str(caught.value)
    assert all(each in str(caught.value) for each in ids)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("problems[0].candidates[1].source", "candidates[1].source"),
        ("problems[0].problem.name", "problem.name"),
        ("problems[0].problem_id", "problem"),
        ("limits.time_limit_s", "limits.time_limit_s"),
    ],
)
def test_a_refusal_names_the_argument_that_is_to_be_changed(field: str, shown: str) -> None:
    def answer() -> httpx.Response:
        return refused(422, errors=[{"field": field, "problem": "no"}])

    with client(Script(answer(), answer(), answer())) as service:
        for call in (service.verify, lambda *given: list(service.verify_each(*given))):
            with pytest.raises(equijudge.Invalid) as caught:
                call(ROW, ["a", "b"])
            assert [each.field for each in caught.value.details.errors] == [shown]
        with pytest.raises(equijudge.Invalid) as caught:
            service.verify_batch([(ROW, ["a", "b"])])
    assert [each.field for each in caught.value.details.errors] == [field]


def test_an_argument_that_cannot_be_sent_is_named_as_it_was_given() -> None:
    programs: Any = ["a", 5]
    with client(Script()) as service:
        for call in (service.verify, service.verify_each):
            with pytest.raises(BadArgument, match=r"^candidates\[1\]: must be"):
                call(ROW, programs)
