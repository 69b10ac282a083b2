import sys
from typing import Dict, List, Optional


class Circle(Exception):
    pass


class Catalogue:
    """How many terms follow when a course is taken, courses that build on it included."""

    def __init__(self, n: int) -> None:
        self.after: Dict[int, List[int]] = {c: [] for c in range(1, n + 1)}
        self.memo: Dict[int, Optional[int]] = {}

    def add(self, a: int, b: int) -> None:
        self.after[a].append(b)

    def height(self, course: int) -> int:
        if course in self.memo:
            known = self.memo[course]
            if known is None:
                raise Circle
            return known
        self.memo[course] = None
        result = 1 + max(map(self.height, self.after[course]), default=0)
        self.memo[course] = result
        return result


def main() -> None:
    lines = sys.stdin.read().splitlines()
    n, m = map(int, lines[0].split())
    catalogue = Catalogue(n)
    for line in lines[1 : m + 1]:
        catalogue.add(*map(int, line.split()))
    try:
        print(max(catalogue.height(c) for c in catalogue.after))
    except Circle:
        print(-1)


main()
