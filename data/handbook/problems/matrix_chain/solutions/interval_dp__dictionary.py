import sys


def cheapest_order(sizes: list[int]) -> int:
    """cost[i, j]: the cheapest way to multiply what lies between borders i and j."""
    last = len(sizes) - 1
    cost = {(i, i + 1): 0 for i in range(last)}
    for i in range(last - 2, -1, -1):
        for j in range(i + 2, last + 1):
            cost[i, j] = min(cost[i, k] + cost[k, j] + sizes[i] * sizes[k] * sizes[j] for k in range(i + 1, j))
    return cost[0, last]


def main() -> None:
    _, *sizes = map(int, sys.stdin.read().split())
    print(cheapest_order(sizes))


if __name__ == "__main__":
    main()
