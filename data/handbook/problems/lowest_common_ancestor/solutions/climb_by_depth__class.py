import sys
from typing import List, Optional


class Person:
    def __init__(self, number: int) -> None:
        self.number = number
        self.boss: Optional["Person"] = None
        self._depth: Optional[int] = None

    @property
    def depth(self) -> int:
        if self._depth is None:
            self._depth = 0 if self.boss is None else self.boss.depth + 1
        return self._depth


def lowest_common(first: Person, second: Person) -> Person:
    while first.depth > second.depth:
        first = first.boss
    while second.depth > first.depth:
        second = second.boss
    while first is not second:
        first, second = first.boss, second.boss
    return first


def main() -> None:
    lines: List[str] = sys.stdin.read().splitlines()
    n, q = map(int, lines[0].split())
    people = [Person(i + 1) for i in range(n)]
    for i, boss in enumerate(lines[1].split(), start=1):
        people[i].boss = people[int(boss) - 1]
    for line in lines[2 : 2 + q]:
        a, b = map(int, line.split())
        print(lowest_common(people[a - 1], people[b - 1]).number)


if __name__ == "__main__":
    main()
