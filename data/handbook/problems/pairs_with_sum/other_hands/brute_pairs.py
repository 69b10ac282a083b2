from typing import Iterator


def matching(xs: list[int], goal: int) -> Iterator[tuple[int, int]]:
    for j, y in enumerate(xs):
        for i, x in enumerate(xs[:j]):
            if x + y == goal:
                yield i, j


_, goal = map(int, input().split())
print(len(list(matching(list(map(int, input().split())), goal))))
