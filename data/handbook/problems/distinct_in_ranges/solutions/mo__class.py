import sys
from collections import Counter
from math import isqrt
from typing import NamedTuple


class Question(NamedTuple):
    start: int
    stop: int
    number: int


class Window:
    """Half open piece of the list that knows its different values."""

    def __init__(self, values: list[str]) -> None:
        self.values = values
        self.start = self.stop = 0
        self.times: Counter[str] = Counter()

    def add(self, index: int) -> None:
        self.times[self.values[index]] += 1

    def remove(self, index: int) -> None:
        value = self.values[index]
        if self.times[value] == 1:
            del self.times[value]
        else:
            self.times[value] -= 1

    def move(self, start: int, stop: int) -> int:
        for index in range(self.start - 1, start - 1, -1):
            self.add(index)
        for index in range(self.stop, stop):
            self.add(index)
        for index in range(self.start, start):
            self.remove(index)
        for index in range(self.stop - 1, stop - 1, -1):
            self.remove(index)
        self.start, self.stop = start, stop
        return len(self.times)


def main() -> None:
    n, _ = map(int, sys.stdin.readline().split())
    window = Window(sys.stdin.readline().split())
    questions = []
    for number, line in enumerate(sys.stdin):
        l, r = map(int, line.split())
        questions.append(Question(l - 1, r, number))
    block = isqrt(n) + 1

    def order(question: Question) -> tuple[int, int]:
        row = question.start // block
        return row, -question.stop if row % 2 else question.stop

    answers = {x.number: window.move(x.start, x.stop) for x in sorted(questions, key=order)}
    for number in range(len(questions)):
        print(answers[number])


main()
