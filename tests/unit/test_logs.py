"""Log lines: what they are about, and that nobody writes a line of his own into them."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import pytest

from equijudge_core.logs import Form, LineFormatter, choose_request_id, log_context


def logged(message: str, form: Form = "json", *arguments: Any, exc_info: Any = None) -> str:
    record = logging.LogRecord("equijudge.part", logging.INFO, "", 0, message, arguments, exc_info)
    return LineFormatter(form, worker=1).format(record)


def test_a_line_is_an_object_with_everything_it_is_about() -> None:
    with log_context(request="r", job="j"), log_context(candidate=3):
        found = json.loads(logged("%d tests", "json", 5))
    assert found.pop("time").endswith("+00:00")
    assert found == {
        "level": "INFO",
        "logger": "equijudge.part",
        "worker": 1,
        "request": "r",
        "job": "j",
        "candidate": 3,
        "message": "5 tests",
    }


def test_ids_end_with_their_block() -> None:
    with log_context(job="j"):
        pass
    assert "job" not in json.loads(logged("x"))


def test_a_line_of_text_names_the_same_ids() -> None:
    with log_context(job="j"):
        assert logged("begun", "text").endswith(" INFO worker=1 job=j equijudge.part: begun")


def test_an_error_takes_its_traceback_along() -> None:
    try:
        raise KeyError("gone")
    except KeyError:
        found = json.loads(logged("x", exc_info=sys.exc_info()))
    assert found["trace"].splitlines()[-1] == "KeyError: 'gone'"


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_comes_from_a_cell_makes_no_line_and_no_colour_of_its_own(form: Form) -> None:
    line = logged("lost: \n2026 INFO all is well\x1b[31m\x9b", form)
    assert line.isprintable()


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "a\nb", "ä", "<script>"])
def test_a_callers_request_id_that_is_none_is_replaced(given: str) -> None:
    assert choose_request_id(given) != given
    assert choose_request_id("build-7.a_b") == "build-7.a_b"
