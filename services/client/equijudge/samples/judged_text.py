"""What is judged of a sample."""

from __future__ import annotations

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge.samples.sample import ForeignSample
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.contracts.verify import Form
from equijudge_core.formats.code_tests import helpers_of
from equijudge_core.judging.row_reader import quote
from equijudge_core.judging.test_code.program import complete
from equijudge_core.programs.code_extraction import SOURCE_LIMIT_BYTES
from equijudge_core.programs.parsing import Unparseable, parse

FENCE = "```"


def as_text(sample: ForeignSample, problem: Row | None) -> tuple[str, Form]:
    """What is judged of a sample: its program, behind the prompt if it goes on where that ends.

    What is no program as it stands is a model's answer, in which there may be one. problem: its row, None where the
    problem is stored and its prompt is not at hand.
    """
    if not sample.text.strip():
        return sample.text, Form.TEXT
    if sample.is_completion and problem is None:
        remedy = "name the problems' file with --problems: its completions go on where the prompts end"
        raise BadArgument(f"problem {quote(sample.problem)}: {remedy}")
    code = None if problem is None else problem.get("test_code")
    whole = _behind_prompt(TestCode.model_validate(code), sample) if code else sample.text
    if _is_program(whole):
        return whole, Form.PROGRAM
    return (sample.text if FENCE in sample.text else _fence(whole)), Form.TEXT


def _behind_prompt(tests: TestCode, sample: ForeignSample) -> str:
    """The completion behind the prompt. One that defines the function stands for itself, but finds what the prompt
    imports and defines beside it, as where the prompt always stands before it."""
    whole = complete(tests, sample.text)
    if not sample.is_completion or whole != sample.text or "__future__" in whole or not (tests.prompt and tests.names):
        return whole
    try:
        return helpers_of(tests.prompt, parse(f"{tests.prompt}    pass\n"), tests.names[0]) + whole
    except Unparseable:
        return whole


def _is_program(text: str) -> bool:
    try:
        parse(text, SOURCE_LIMIT_BYTES)
    except Unparseable:
        return False
    return True


def _fence(code: str) -> str:
    end = "" if code.endswith("\n") else "\n"
    return f"{FENCE}python\n{code}{end}{FENCE}"
