import sys


def longest(n: int, edges: list[tuple[int, int]]) -> int:
    """Relaxes every edge, again and again, until nothing changes."""
    length = {vertex: 0 for vertex in range(1, n + 1)}
    changed = True
    while changed:
        changed = False
        for source, target in edges:
            candidate = length[source] + 1
            if candidate > length[target]:
                length[target] = candidate
                changed = True
    return max(length.values())


def main() -> None:
    n, _, *ends = map(int, sys.stdin.read().split())
    print(longest(n, list(zip(ends[::2], ends[1::2]))))


if __name__ == "__main__":
    main()
