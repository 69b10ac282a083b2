import sys
from bisect import bisect_left
from typing import Iterator, List


class Permutation:
    def __init__(self, row: List[int]) -> None:
        ranks = sorted(row)
        self.image = [bisect_left(ranks, x) for x in row]

    def cycles(self) -> Iterator[List[int]]:
        left = set(range(len(self.image)))
        while left:
            cycle = [left.pop()]
            following = self.image[cycle[0]]
            while following in left:
                left.remove(following)
                cycle.append(following)
                following = self.image[following]
            yield cycle


def main() -> None:
    n = int(sys.stdin.readline())
    permutation = Permutation(list(map(int, sys.stdin.readline().split())))
    # each swap can make one cycle more, and n cycles are wanted
    print(n - sum(1 for _ in permutation.cycles()))


if __name__ == "__main__":
    main()
