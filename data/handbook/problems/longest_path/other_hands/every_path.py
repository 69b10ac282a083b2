from typing import Dict, Iterator, Set


def lengths(after: Dict[int, Set[int]], course: int, so_far: int = 0) -> Iterator[int]:
    yield so_far
    for other in after[course]:
        yield from lengths(after, other, so_far + 1)


n, m = map(int, input().split())
after: Dict[int, Set[int]] = {c: set() for c in range(1, n + 1)}
for _ in range(m):
    x, y = map(int, input().split())
    after[x].add(y)
print(max(k for c in after for k in lengths(after, c)))
