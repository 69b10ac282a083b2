import sys

input = sys.stdin.readline


def knapsack(capacity: int, weights: list[int], values: list[int]) -> int:
    n = len(weights)
    # best[i][c]: the greatest value of the first i items within the weight c
    best = [[0] * (capacity + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weights[i - 1] <= c:
                candidate = best[i - 1][c - weights[i - 1]] + values[i - 1]
                if candidate > best[i][c]:
                    best[i][c] = candidate
    return best[n][capacity]


def main() -> None:
    n, capacity = map(int, input().split())
    weights, values = [], []
    for _ in range(n):
        weight, value = map(int, input().split())
        weights.append(weight)
        values.append(value)
    print(knapsack(capacity, weights, values))


if __name__ == "__main__":
    main()
