import sys


def most(riders: list[frozenset[int]], busy: frozenset[int]) -> int:
    if not riders:
        return 0
    first, rest = riders[0], riders[1:]
    options = [1 + most(rest, busy | {horse}) for horse in first - busy]
    options.append(most(rest, busy))
    return max(options)


def main() -> None:
    (a, _, _), *pairs = [tuple(map(int, line.split())) for line in sys.stdin]
    riders = [frozenset(h for r, h in pairs if r == rider) for rider in range(1, a + 1)]
    print(most(riders, frozenset()))


main()
