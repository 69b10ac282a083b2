import sys
from collections import Counter, defaultdict


def terms(courses: range, pairs: list[tuple[int, int]]) -> int:
    """Number of terms, -1 when some courses never become free."""
    unlocks = defaultdict(list)
    missing = Counter()
    for before, after in pairs:
        unlocks[before].append(after)
        missing[after] += 1
    current = [c for c in courses if not missing[c]]
    passed = count = 0
    while current:
        count += 1
        passed += len(current)
        following = []
        for course in current:
            for other in unlocks[course]:
                missing[other] -= 1
                if not missing[other]:
                    following.append(other)
        current = following
    return count if passed == len(courses) else -1


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    pairs = [tuple(map(int, sys.stdin.readline().split())) for _ in range(m)]
    print(terms(range(1, n + 1), pairs))


if __name__ == "__main__":
    main()
