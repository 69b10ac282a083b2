import sys
from random import Random


def vital_roads(n: int, roads: list[tuple[int, int]], rng: Random) -> int:
    """Each road off the spanning tree gets a random number, a road of the tree the
    xor of the numbers of those that close a ring with it. A vital road is in no ring."""
    at: dict[int, list[tuple[int, int]]] = {}
    for k, (a, b) in enumerate(roads):
        at.setdefault(a, []).append((b, k))
        at.setdefault(b, []).append((a, k))
    number: list[int | None] = [None] * len(roads)
    known: set[int] = set()

    def visit(town: int, arrived_by: int) -> int:
        known.add(town)
        total = 0
        for other, k in at.get(town, ()):
            if k == arrived_by:
                continue
            if other not in known:
                number[k] = visit(other, k)
            elif number[k] is None:
                number[k] = rng.randrange(1, 1 << 80)
            total ^= number[k]
        return total

    for town in range(1, n + 1):
        if town not in known:
            visit(town, -1)
    return number.count(0)


if __name__ == "__main__":
    tokens = [int(t) for t in sys.stdin.read().split()]
    print(vital_roads(tokens[0], list(zip(tokens[2::2], tokens[3::2])), Random(2024)))
