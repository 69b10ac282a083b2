import sys
from typing import Dict


def differences(a: str, b: str) -> int:
    return sum(1 for i in range(len(a)) if a[i] != b[i])


def reachable(word: str, goal: str, steps: Dict[str, list[str]], depth: int, failed: set[tuple[str, int]]) -> bool:
    """Depth-first search that gives up where even the shortest rest would be too long."""
    if word == goal:
        return True
    if (word, depth) in failed or differences(word, goal) > depth:
        return False
    if any(reachable(other, goal, steps, depth - 1, failed) for other in steps[word]):
        return True
    failed.add((word, depth))
    return False


def main() -> None:
    tokens = sys.stdin.read().split()
    start, goal, words = tokens[0], tokens[1], tokens[3:]
    if goal not in words:
        print(-1)
        return
    steps = {word: [other for other in words if differences(word, other) == 1] for word in [start, *words]}
    depth = 1
    while depth <= len(words):
        if reachable(start, goal, steps, depth, set()):
            print(depth)
            return
        depth += 1
    print(-1)


if __name__ == "__main__":
    main()
