"""Verbalized sampling (Zhang et al. 2025, 2510.01171): one call asks for several answers with their probabilities.

Every text counts as one sample and every call as one call, so that it can be set beside direct sampling at as many
samples or as many calls.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from equijudge_trainer.sample.sampling import Sample

TEMPLATE = """{prompt}

Answer this {k} times, with {k} different programs. Put each answer between <response> and </response>, and inside it
the program between <text> and </text> and, between <probability> and </probability>, a number from 0 to 1: how likely
this answer is among all that you could give. Sample at random from the full distribution of your answers.
"""

_RESPONSE = re.compile(r"<response\b([^>]*)>(.*?)(</response\s*>|(?=<response\b)|\Z)", re.DOTALL | re.IGNORECASE)
_TEXT = re.compile(r"<text\s*>(.*)</text\s*>", re.DOTALL | re.IGNORECASE)
_OPEN_TEXT = re.compile(r"<text\s*>(.*)", re.DOTALL | re.IGNORECASE)
_PROBABILITY = re.compile(
    r"""<probability\s*>\s*([^<\s%]+)\s*(%?)\s*(?:</probability\s*>|$)|\bprobability\s*=\s*["']?([\d.eE+-]+)(%?)""",
    re.IGNORECASE,
)
_PROBABILITY_TAG = re.compile(r"<probability\s*>.*?(</probability\s*>|\Z)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Response:
    """One answer. probability: of a call's answers they add up to 1. whole: its end was seen."""

    text: str
    probability: float
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Verbalized:
    """What the calls for one problem gave. calls: answers by call, none where there was nothing to read."""

    calls: tuple[tuple[Response, ...], ...]

    @property
    def samples(self) -> int:
        """The answers of all calls."""
        return sum(map(len, self.calls))

    def texts(self, *, samples: int | None = None, calls: int | None = None) -> list[Sample]:
        """The answers as samples, in the order in which they came; the first `samples`, or those of the first `calls`.

        A call without an answer is one empty sample, which is judged wrong; a token count of a part of a call is not
        known, it is 0.
        """
        given = [call or (Response("", 1.0),) for call in self.calls[:calls]]
        found = [Sample(each.text, 0, each.whole) for call in given for each in call]
        return found[:samples]


def verbalized_prompt(prompt: str, k: int) -> str:
    """Make the prompt that asks for k answers; it goes through the chat template like any other. Raises ValueError."""
    if k < 2:
        raise ValueError(f"verbalized: {k}; at least 2 answers a call")
    return TEMPLATE.replace("{k}", str(k)).replace("{prompt}", prompt)


def calls_for(samples: int, k: int) -> int:
    """Calls of k answers that give that many samples."""
    return math.ceil(samples / k)


def parse_calls(answers: Sequence[Sample]) -> Verbalized:
    """Read the answers in what a model wrote, call by call; the last one of a call that was cut off is not whole."""
    return Verbalized(tuple(parse_answers(each.text, finished=each.finished) for each in answers))


def parse_answers(text: str, *, finished: bool = True) -> tuple[Response, ...]:
    """Read the answers in a text, in their order.

    Missing end tags, a missing <text>, probabilities as attributes, per cent or not at all are put up with. An answer
    without a probability gets an equal part of what the others leave, or their mean when they leave nothing; then all
    are divided by their sum.
    """
    found: list[tuple[str, float | None, bool]] = []
    for attributes, body, end in _RESPONSE.findall(text):
        found.append((_program(body), _probability(f"{attributes}\n{body}"), finished or bool(end)))
    probabilities = _fill_probabilities([probability for _, probability, _ in found])
    return tuple(
        Response(program, probability, whole)
        for (program, _, whole), probability in zip(found, probabilities, strict=True)
    )


def _program(body: str) -> str:
    found = _TEXT.search(body) or _OPEN_TEXT.search(body)
    return (_PROBABILITY_TAG.sub("", body) if found is None else found[1]).strip("\r\n")


def _probability(body: str) -> float | None:
    """The one that stands outside of the program."""
    found = _PROBABILITY.search(_TEXT.sub("", body))
    if found is None:
        return None
    try:
        value = float(found[1] or found[3])
    except ValueError:
        return None
    value = value / 100 if (found[2] or found[4]) or value > 1 else value
    return value if 0 <= value <= 1 else None


def _fill_probabilities(given: Sequence[float | None]) -> list[float]:
    known = [value for value in given if value is not None]
    missing = len(given) - len(known)
    left = 1 - sum(known)
    share = left / missing if missing and left > 0 else sum(known) / max(1, len(known))
    values = [share if value is None else value for value in given]
    total = sum(values)
    return [value / total if total > 0 else 1 / len(values) for value in values]
