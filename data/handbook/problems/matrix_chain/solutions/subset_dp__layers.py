import sys

input = sys.stdin.readline


def main() -> None:
    n = int(input())
    chain = tuple(map(int, input().split()))
    # what is left of the chain -> the cheapest way to get there, one product more in every round
    layer = {tuple(range(n + 1)): 0}
    for _ in range(n - 1):
        following: dict[tuple[int, ...], int] = {}
        for rest, cost in layer.items():
            for i in range(1, len(rest) - 1):
                shorter = rest[:i] + rest[i + 1 :]
                price = cost + chain[rest[i - 1]] * chain[rest[i]] * chain[rest[i + 1]]
                if price < following.get(shorter, price + 1):
                    following[shorter] = price
        layer = following
    print(layer[(0, n)])


main()
