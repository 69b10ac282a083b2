"""Model answers by composition, and how often their program is found: `python -m tests.answers` prints the table.

Half of the texts come from `pieces`, put together at random from a fixed seed; the other half from `blind_frames`,
which was written by somebody who had not seen the rule. Each holds exactly one whole program, none, or two.
"""

from __future__ import annotations

import ast
import html
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from equijudge_core.programs.code_extraction import extract
from tests.fixtures.answers import blind_frames as blind
from tests.fixtures.answers import pieces
from tests.handbook import right_programs

PER_BLIND_FRAME = 3
COMPOSED = 1080

# Blind frames whose program is not found, or where one is found though the author of the frame would give none.
EXPECTED_MISSES = {
    "chat-brute-force-checker": "two whole programs; only the words say that the last is not the answer",
    "none-wrong-example-only": "a whole program that only the words around it call wrong",
}


@dataclass(frozen=True)
class Answer:
    """A text; `program` is what it holds by the rule (the last of two), None for nothing; `held`: how many."""

    text: str
    shape: str
    source: str
    held: int
    program: str | None
    superset: bool = False

    @property
    def is_right(self) -> bool:
        found = extract(self.text).program
        if self.program is None or found is None:
            return self.program is None and found is None
        return _is_same(found, self.program, superset=self.superset)


def _is_same(found: str, program: str, *, superset: bool) -> bool:
    """Whether both are one tree; `superset`: the found one may have more in front."""
    ours, theirs = (list(map(ast.dump, ast.parse(each).body)) for each in (found, program))
    return ours[-len(theirs) :] == theirs if superset else ours == theirs


def programs() -> list[str]:
    """Right programs of the handbook and those that hold what fences are made of."""
    return [*right_programs()[::23], *pieces.HARD_PROGRAMS.values()]


def composed(count: int = COMPOSED) -> list[Answer]:
    """`count` different answers from pieces: half of them hold no whole program or two."""
    chance = random.Random(13)
    sources = programs()
    found: dict[str, Answer] = {}
    while len(found) < count:
        answer = _compose(chance, sources, held=(1, 0, 1, 2)[len(found) % 4])
        found.setdefault(answer.text, answer)
    return list(found.values())


def _compose(chance: random.Random, sources: Sequence[str], *, held: int) -> Answer:
    frame, opening, ending, follows = (
        chance.choice(list(place)) for place in (pieces.FRAMES, pieces.OPENINGS, pieces.ENDINGS, pieces.FOLLOWS)
    )
    tag = chance.choice(pieces.TAGS)
    if ending in ("never", "cut off"):
        follows = "nothing"
    if held == 0 and follows == "an example that prints":  # which is a program where there is no other
        follows = "a call"
    code = chance.choice(sources) if held else pieces.NO_PROGRAMS[chance.choice(list(pieces.NO_PROGRAMS))]
    first = ""
    if held == 2:
        first = f"First try:\n```python\n{chance.choice(sources)}\n```\nBetter:\n\n"
    text = pieces.FRAMES[frame] + first + block(opening, tag, code, ending) + pieces.FOLLOWS[follows]
    shape = f"{frame} | {opening} | {tag} | {ending} | {follows}"
    return Answer(text, shape, "composed", held, code if held else None)


def block(opening: str, tag: str, code: str, ending: str) -> str:
    """Code between its marks, its lines indented as the opening wants it."""
    begin = pieces.OPENINGS[opening].replace("{tag}", tag)
    indent = pieces.INDENTS.get(opening, "")
    mark = "~~~" if opening == "tildes" else "````" if opening == "four backticks" else "```"
    end = pieces.ENDINGS[ending].replace("{mark}", mark)
    if ending == "carriage returns":
        code = code.replace("\n", "\r\n")
    glue = ""
    if ending != "glued to the code":
        glue = indent
    else:
        code = code.rstrip("\r\n")
    return begin + "".join(indent + line for line in code.splitlines(keepends=True)) + glue + end


def from_blind_frames(each: int = PER_BLIND_FRAME) -> list[Answer]:
    """Every blind frame with `each` of its programs; the doubtful ones are left out."""
    groups: tuple[tuple[Sequence[blind.Frame], Callable[[str], str]], ...] = (
        (blind.BLIND_FRAMES, str),
        (blind.JSON_FRAMES, lambda code: json.dumps(code)[1:-1]),
        (blind.HTML_FRAMES, html.escape),
    )
    found = {
        answer.text: answer
        for frames, written in groups
        for number, frame in enumerate(frames)
        for answer in islice(_filled(frame, number, written), each)
    }
    return list(found.values())


def _filled(frame: blind.Frame, number: int, written: Callable[[str], str]) -> Iterator[Answer]:
    count = len(blind.PROGRAMS)
    for step in range(count):
        place = (number + step * 5) % count
        code, other = blind.PROGRAMS[place], blind.PROGRAMS[(place + 5) % count]
        if "'''" in code and "can't stand" in frame.note:
            continue
        if step % 2:
            code = code.rstrip("\n")
        values = {
            "{cpp}": blind.CPP,
            "{snippet}": blind.SNIPPETS[place % len(blind.SNIPPETS)],
            "{sample_in}": blind.SAMPLE_IN,
            "{sample_out}": blind.SAMPLE_OUT,
            "{other}": other,
            "{code}": written(code).replace("\n", "\n" + frame.indent),
        }
        text = frame.template
        for name, value in values.items():
            text = text.replace(name, value)
        program = _by_the_rule(frame, code, other)
        yield Answer(text, frame.name, "blind", frame.holds, program, frame.note.startswith("superset"))


def _by_the_rule(frame: blind.Frame, code: str, other: str) -> str | None:
    """What the frame wants; of two equal programs the last, which the author of a frame may see otherwise."""
    if frame.wanted == "none":
        return None
    if frame.holds == 2:
        return code if frame.template.rfind("{code}") > frame.template.rfind("{other}") else other
    return code if frame.wanted == "code" else other


def table(answers: Sequence[Answer], misses: Sequence[Answer]) -> str:
    """Found of held, by where the texts come from and how many programs they hold."""
    lines = [f"{'texts':10} {'held':>5} {'right':>6} {'of':>6} {'share':>8}"]
    for source in ("composed", "blind"):
        for held in (1, 0, 2):
            of = sum(each.source == source and each.held == held for each in answers)
            wrong = sum(each.source == source and each.held == held for each in misses)
            lines.append(f"{source:10} {held:>5} {of - wrong:>6} {of:>6} {(of - wrong) / of:>8.2%}")
    return "\n".join(lines)


def main() -> None:
    """Print the table and every miss with its reason."""
    answers = [*composed(), *from_blind_frames()]
    misses = [each for each in answers if not each.is_right]
    print(table(answers, misses))
    for shape in dict.fromkeys(each.shape for each in misses):
        count = sum(each.shape == shape for each in misses)
        print(f"{count} of {shape}: {EXPECTED_MISSES.get(shape, 'a miss of the rule')}")
    two = sorted(frame.name for frame in blind.BLIND_FRAMES if frame.holds == 2 and _prefers_first(frame))
    print(f"\nOf two programs the rule takes the last; the frames' author would take the first in: {', '.join(two)}")


def _prefers_first(frame: blind.Frame) -> bool:
    return _by_the_rule(frame, "code", "other") != frame.wanted


if __name__ == "__main__":
    main()
