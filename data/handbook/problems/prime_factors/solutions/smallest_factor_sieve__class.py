import sys
from array import array
from typing import List


class Factorizer:
    """Remembers for every number up to a limit the least prime that divides it."""

    def __init__(self, limit: int) -> None:
        self.least = array("i", [0]) * (limit + 1)
        for number in range(2, limit + 1):
            if self.least[number]:
                continue
            for multiple in range(number, limit + 1, number):
                if not self.least[multiple]:
                    self.least[multiple] = number

    def factorize(self, number: int) -> List[int]:
        if number == 1:
            return []
        prime = self.least[number]
        return [prime, *self.factorize(number // prime)]


def main() -> None:
    count = int(sys.stdin.readline())
    queries = [int(sys.stdin.readline()) for _ in range(count)]
    factorizer = Factorizer(max(queries))
    for query in queries:
        sys.stdout.write(" ".join(map(str, factorizer.factorize(query))) + "\n")


if __name__ == "__main__":
    main()
