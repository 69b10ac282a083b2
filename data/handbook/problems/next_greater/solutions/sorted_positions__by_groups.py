import sys
from bisect import bisect, insort
from itertools import groupby


def solve(numbers: list[int]) -> list[int]:
    """Visit the values from high to low; look up the nearest position already visited."""
    answer = [-1] * len(numbers)
    visited: list[int] = []
    positions = sorted(range(len(numbers)), key=numbers.__getitem__, reverse=True)
    for _, group in groupby(positions, key=numbers.__getitem__):
        same = list(group)
        for p in same:
            at = bisect(visited, p)
            if at != len(visited):
                answer[p] = numbers[visited[at]]
        for p in same:
            insort(visited, p)
    return answer


if __name__ == "__main__":
    lines = sys.stdin.readlines()
    print(*solve([int(x) for x in lines[1].split()]))
