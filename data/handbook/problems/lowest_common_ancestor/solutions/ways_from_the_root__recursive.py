import sys


def path(parent: dict[int, int], node: int) -> list[int]:
    """The nodes from the root down to the node."""
    if node not in parent:
        return [node]
    return path(parent, parent[node]) + [node]


def solve() -> None:
    tokens = map(int, sys.stdin.read().split())
    n = next(tokens)
    q = next(tokens)
    parent = {child: next(tokens) for child in range(2, n + 1)}
    for _ in range(q):
        first = path(parent, next(tokens))
        second = path(parent, next(tokens))
        shared = 0
        while shared < min(len(first), len(second)) and first[shared] == second[shared]:
            shared += 1
        print(first[shared - 1])


if __name__ == "__main__":
    solve()
