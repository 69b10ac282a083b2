import sys
from collections import deque


def solve(a: str, b: str) -> int:
    """Shortest path over pairs of positions; equal letters are free moves."""
    goal = (len(a), len(b))
    best = {(0, 0): 0}
    settled = set()
    todo = deque([(0, 0)])
    while todo:
        here = todo.popleft()
        if here in settled:
            continue
        settled.add(here)
        if here == goal:
            break
        i, j = here
        steps = []
        if i < len(a):
            steps.append((i + 1, j, 1))
        if j < len(b):
            steps.append((i, j + 1, 1))
        if len(steps) == 2:
            steps.append((i + 1, j + 1, int(a[i] != b[j])))
        for u, v, cost in steps:
            total = best[here] + cost
            if total < best.get((u, v), 10**9):
                best[u, v] = total
                if cost:
                    todo.append((u, v))
                else:
                    todo.appendleft((u, v))
    return best[goal]


def main() -> None:
    print(solve(sys.stdin.readline().strip(), sys.stdin.readline().strip()))


main()
